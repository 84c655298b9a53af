package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.worker.VillainPath;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Catches numbers of a codec that becomes wrong later: real forks of codecs that are right for their first values. */
class WrongLaterTest {
    private static final Timing BRIEF = new Timing(10, 1, 10, 1, 10);
    private static final String CLASS_PATH = "java.class.path";

    @TempDir
    Path folder;

    private final Benchmarks benchmarks = Benchmarks.onClassPath();
    private final PrintStream err = System.err;
    private final String classPath = System.getProperty(CLASS_PATH);
    private ForkLog log;

    @BeforeEach
    void open() throws IOException {
        log = ForkLog.open(folder.resolve("log.txt"), null, VerboseMode.NORMAL);
        System.setErr(log.errors());
        // JMH starts its forks with this class path.
        System.setProperty(CLASS_PATH, VillainPath.in(folder));
    }

    @AfterEach
    void close() {
        System.setProperty(CLASS_PATH, classPath);
        System.setErr(err);
        log.end();
    }

    @ParameterizedTest
    @CsvSource({
        "encode, mistakes-on-late-encodes",
        "decode, mistakes-on-late-decodes",
        "stream, mistakes-on-late-decodes",
        "stream, mistakes-on-late-encodes",
        "stream, mistakes-behind-another-message",
        "roundTrip, mistakes-on-late-decodes",
        "split, mistakes-on-late-encodes",
        "firstReply, mistakes-on-late-decodes",
        "pool, mistakes-on-late-decodes",
        "submit, mistakes-on-late-encodes",
    })
    void aForkOfACodecThatBecomesWrongFails(String benchmark, String codec) {
        Fork fork = run(benchmark, codec);
        assertThat(fork.scores()).isEmpty();
        assertThat(fork.failure()).contains("in the check after the measurement, the value of seed ", "good bye");
        assertThat(fork.wrongValue()).isTrue();
        // The note is written nevertheless.
        assertThat(fork.note().facts()).containsKeys("flags", "ring");
    }

    /** Catches values that the payload makes differently each time and that are blamed on the codec. */
    @ParameterizedTest
    @ValueSource(strings = {"encode", "roundTrip", "pool"})
    void aPayloadThatChangesIsBlamedOnThePayload(String benchmark) {
        Fork fork = run(benchmark, "honest", "drifting-greeting");
        assertThat(fork.failure())
                .contains("of drifting-greeting (provider dev.pipemark.worker.Villains) is false in one process");
        assertThat(fork.wrongValue()).isFalse();
    }

    /**
     * The counterpart, without which the other tests would prove nothing. The second codec needs the packages opened to
     * it.
     */
    @ParameterizedTest
    @CsvSource({"encode, honest", "roundTrip, needs-an-opened-package-on-decode", "pool, honest"})
    void aForkOfACodecThatStaysRightFinishes(String benchmark, String codec) {
        assertThat(run(benchmark, codec).failure()).isNull();
    }

    private Fork run(String benchmark, String codec) {
        return run(benchmark, codec, "greeting");
    }

    private Fork run(String benchmark, String codec, String payload) {
        ForkSettings settings = new ForkSettings(Samples.brief(), BRIEF, "none", 1, folder)
                .opening(Map.of(
                        "needs-an-opened-package-on-decode", List.of("--add-opens=java.base/java.util=ALL-UNNAMED")));
        return new ForkRunner(benchmarks, settings, new TimeModel(benchmarks, List.of()), log, new Interruption(), 120)
                .run(Cell.of(benchmark, codec, payload, Map.of()), 1, 1)
                .orElseThrow();
    }
}
