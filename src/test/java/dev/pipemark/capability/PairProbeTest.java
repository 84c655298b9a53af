package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.WireFormat;
import dev.pipemark.conformance.Impostor;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairCheck.Fate;
import dev.pipemark.record.PairSizes;
import dev.pipemark.worker.QuickStart;
import dev.pipemark.worker.VillainPath;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a probe that trusts a codec's claims, stops at the first death, or accepts a different value. */
final class PairProbeTest {
    @TempDir
    static Path folder;

    /** Remembers that the payload of the villains has no fault, so that the payload is not tried again for each of them. */
    private static PairProbe patient;

    @BeforeAll
    static void probe() throws IOException {
        // A long deadline, so that a busy machine is not taken for a hang.
        patient = new PairProbe(settings(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "honest, EXACT, ''",
        "throws-on-decode, REFUSED_ON_DECODE, cannot make sense of hello 0",
        "exits-on-decode, DIED, exit code 7",
        "killed-on-decode, DIED, SIGKILL",
        "hangs-on-decode, HANG, no answer within 3 s",
        "overflows-on-decode, REFUSED_ON_DECODE, StackOverflowError",
        "exhausts-heap-on-decode, REFUSED_ON_DECODE, OutOfMemoryError",
        "refuses-on-open, UNSUPPORTED, carries nothing at all",
        "mistakes-on-decode, DIFFERENT, good bye",
        "mistakes-on-second-decode, DIFFERENT, good bye",
        "needs-an-opened-package-on-decode, REFUSED_ON_DECODE, java.util is not open",
    })
    void consecutiveFailuresOfPairsAreReported(String codec, Fate verdict, String detail) throws Exception {
        PairProbe probe = verdict == Fate.HANG ? new PairProbe(settings(Duration.ofSeconds(3))) : patient;
        List<PairCheck> checks = new ArrayList<>();
        List<PairSizes> sizes = new ArrayList<>();
        probe.probe(codec, List.of("greeting", "greeting"), checks::add, sizes::add);
        assertThat(checks).hasSize(2).allSatisfy(check -> {
            assertThat(check.verdict()).isEqualTo(verdict);
            assertThat(check.detail()).contains(detail);
        });
        assertThat(sizes).hasSize(verdict == Fate.EXACT ? 2 : 0);
        assertThat(sizes).allSatisfy(size -> {
            assertThat(size.min()).isEqualTo("hello 0".length());
            assertThat(size.max()).isEqualTo("hello 10".length());
            assertThat(size.values()).isEqualTo(64);
            assertThat(size.mean()).isEqualTo((10 * 7 + 54 * 8) / 64.0);
        });
    }

    /** Catches a worker in another language whose failure ends the run, or whose changed values pass. */
    @ParameterizedTest
    @CsvSource({
        "NONE, EXACT, ''",
        "FORGETS_FRACTIONS, DIFFERENT, the reply: a java.lang.Double was sent as",
        "CHANGES_VALUES, REFUSED_ON_DECODE, 'the reply: '",
        "OTHER_FORMAT, DIED, greets with yaml",
        "PRINTS, DIED, something other than frames was written to the pipe",
        "NEVER_GREETS, HANG, no answer within 4 s",
    })
    void workersInOtherLanguagesAreTried(Impostor.Fault fault, Fate verdict, String detail) throws Exception {
        Duration deadline = verdict == Fate.HANG ? Duration.ofSeconds(4) : Duration.ofMinutes(1);
        WorkerSettings settings =
                new WorkerSettings(QuickStart.path(), QuickStart.packed("-Xmx64m"), folder.resolve("logs"), deadline);
        List<PairCheck> checks = new ArrayList<>();
        List<PairSizes> sizes = new ArrayList<>();
        PairProbe.toOtherLanguage(
                        settings,
                        Map.of(),
                        Impostor.launcher(folder, fault).toString(),
                        (codec, payload) -> WireFormat.JSON)
                .probe("jackson-json", List.of("double"), checks::add, sizes::add);
        assertThat(checks).singleElement().satisfies(check -> {
            assertThat(check.verdict()).as(check.detail()).isEqualTo(verdict);
            assertThat(check.detail()).contains(detail);
        });
        assertThat(sizes).hasSize(verdict == Fate.EXACT ? 1 : 0);
    }

    /** Catches packages that are opened to no worker, or to workers of other codecs. */
    @Test
    void codecFlagsReachOnlyItsWorkers() throws Exception {
        String codec = "needs-an-opened-package-on-decode";
        List<PairCheck> checks = new ArrayList<>();
        new PairProbe(
                        settings(Duration.ofMinutes(1)),
                        Map.of(codec, List.of("--add-opens=java.base/java.util=ALL-UNNAMED")))
                .probe(codec, List.of("greeting"), checks::add, size -> {});
        assertThat(checks).extracting(PairCheck::verdict).containsExactly(Fate.EXACT);
    }

    private static WorkerSettings settings(Duration deadline) throws IOException {
        return new WorkerSettings(
                VillainPath.packed(folder), QuickStart.packed("-Xmx64m"), folder.resolve("logs"), deadline);
    }
}
