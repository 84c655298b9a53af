package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.worker.QuickStart;
import dev.pipemark.worker.VillainPath;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a probe that ends with its first faulty codec, or that accepts its wrong result. */
final class ValueProbeTest {
    @TempDir
    static Path folder;

    /** No codec takes part in these, so they are the same for each of them. */
    private static ValueProbe.Originals originals;

    @BeforeAll
    static void describe() throws IOException {
        originals = probe(Duration.ofMinutes(1)).originals(List.of("string-ascii", "string-emoji"));
    }

    /** Two consecutive values: the second shows that the probe survived the first. */
    @ParameterizedTest
    @CsvSource({
        "honest, EXACT, '', false",
        "throws-on-decode, REFUSED_ON_DECODE, cannot make sense of, false",
        "exits-on-decode, DIED, exit code 7, false",
        "killed-on-decode, DIED, SIGKILL, false",
        "crashes-on-decode, DIED, crashed, false",
        "hangs-on-decode, HANG, no answer within 3 s, false",
        "overflows-on-decode, STACK_OVERFLOW, StackOverflowError, false",
        "exhausts-heap-on-decode, OUT_OF_MEMORY, OutOfMemoryError, false",
        "refuses-on-open, REFUSED_ON_ENCODE, carries nothing at all, false",
        "mistakes-on-decode, WRONG, good bye, false",
        "refers-to-its-own-memory-on-encode, REFUSED_ON_DECODE, IndexOutOfBounds, true",
    })
    void consecutiveFailuresAreReported(String codec, ValueOutcome outcome, String detail, boolean onlyElsewhere)
            throws Exception {
        Duration deadline = outcome == ValueOutcome.HANG ? Duration.ofSeconds(3) : Duration.ofMinutes(1);
        List<ValueCheck> checks = new ArrayList<>();
        probe(deadline).probe(codec, List.of(), originals, checks::add);
        assertThat(checks).extracting(ValueCheck::value).containsExactly("string-ascii", "string-emoji");
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.outcome()).as(check.detail()).isEqualTo(outcome);
            assertThat(check.detail()).contains(detail);
            assertThat(check.onlyElsewhere()).isEqualTo(onlyElsewhere);
        });
    }

    /** Catches a coder for each value, which takes long to open and forgets what it kept of the values before. */
    @Test
    void valuesOfOnePayloadShareACoder() throws Exception {
        assertThat(greetings("mistakes-on-second-decode"))
                .hasSize(8)
                .startsWith(ValueOutcome.EXACT, ValueOutcome.WRONG)
                .containsOnlyOnce(ValueOutcome.EXACT);
    }

    /** Catches one failure that makes all later values fail. */
    @Test
    void coderThatFailedIsReplaced() throws Exception {
        List<ValueOutcome> outcomes = greetings("breaks-for-good-on-one-decode");

        assertThat(outcomes).hasSize(8).containsOnlyOnce(ValueOutcome.REFUSED_ON_DECODE);
        assertThat(outcomes.get(3)).isEqualTo(ValueOutcome.REFUSED_ON_DECODE);
        assertThat(outcomes.subList(4, 8)).containsOnly(ValueOutcome.EXACT);
    }

    private List<ValueOutcome> greetings(String codec) throws Exception {
        ValueProbe probe = probe(Duration.ofMinutes(1));
        List<ValueOutcome> outcomes = new ArrayList<>();
        probe.probe(
                codec,
                List.of(),
                probe.originals(PayloadValues.of("greeting")),
                check -> outcomes.add(check.outcome()));
        return outcomes;
    }

    /** Catches a second worker that starts for nothing: many codecs refuse a class, and each costs the start of a JVM. */
    @Test
    void theReceiverStartsAfterTheFirstEncodedValue() throws Exception {
        assertThat(workers("refuses-on-open")).containsOnly(1L);
        assertThat(workers("honest")).containsOnly(2L);
    }

    /** Returns the numbers of this process's children when each value was judged. */
    private List<Long> workers(String codec) throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        List<Long> workers = new ArrayList<>();
        probe(Duration.ofMinutes(1))
                .probe(
                        codec,
                        List.of(),
                        originals,
                        check -> workers.add(ProcessHandle.current()
                                .children()
                                .filter(child -> !before.contains(child))
                                .count()));
        return workers;
    }

    /** Catches flags that do not reach the workers. The outcome depends on them. */
    @Test
    void rowFlagsOpenPackages() throws Exception {
        ValueProbe probe = probe(Duration.ofMinutes(1));
        List<ValueCheck> checks = new ArrayList<>();
        ValueProbe.Originals bits = probe.originals(List.of("bit-set"));
        probe.probe("kryo", List.of(), bits, checks::add);
        probe.probe("kryo", List.of("--add-opens=java.base/java.util=ALL-UNNAMED"), bits, checks::add);
        assertThat(checks).extracting(ValueCheck::opened).containsExactly(false, true);
    }

    private static ValueProbe probe(Duration deadline) throws IOException {
        return new ValueProbe(new WorkerSettings(
                VillainPath.packed(folder), QuickStart.packed("-Xmx64m"), folder.resolve("logs"), deadline));
    }
}
