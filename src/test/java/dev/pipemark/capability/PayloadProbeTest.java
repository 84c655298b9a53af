package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Payload;
import dev.pipemark.capability.FaultyPayloads.Fault;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairCheck.Fate;
import dev.pipemark.worker.QuickStart;
import dev.pipemark.worker.VillainPath;
import dev.pipemark.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches faults of payloads that are reported as the codec's, or that keep sound payloads from being tried. */
final class PayloadProbeTest {
    private static final String PROVIDER = "(provider dev.pipemark.capability.FaultyPayloads)";

    @TempDir
    static Path folder;

    /** For each faulty payload, its check with a codec without faults, and that of a sound payload behind it. */
    private static final Map<String, List<PairCheck>> CHECKS = new HashMap<>();

    @BeforeAll
    static void probe() throws Exception {
        List<String> payloads = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            payloads.addAll(List.of(fault.id(), Fault.NONE.id()));
        }
        List<PairCheck> checks = probe("honest", payloads);
        assertThat(checks).extracting(PairCheck::payload).isEqualTo(payloads);
        for (int at = 0; at < checks.size(); at += 2) {
            CHECKS.put(checks.get(at).payload(), checks.subList(at, at + 2));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create-throws | create(3) of | threw IllegalStateException: cannot read sample-3",
                "create-throws-for-the-seeds-of-runs | create(1048576) of | there are 1,000 samples",
                "create-exits | create(0) of | exit code 9",
                "create-overflows | create(0) of | threw StackOverflowError",
                "create-counts | same(create(0), create(0)) of | prints as value 1 and then as value 2",
                "create-depends-on-the-process | create(0) of | creates different values in different processes",
                "has-no-equals | same(create(0), create(0)) of | $NoEquals has no equals of its own",
                "same-throws | same() of | threw IllegalStateException: cannot compare",
                "same-is-never-true | same(create(0), create(0)) of | two different values of java.lang.String that print the same",
                "same-is-always-true | same(create(0), create(1)) of | a wrong value would pass",
                "same-is-always-true-of-what-has-no-equals | same(create(0), create(1)) of | although the two differ",
                "use-throws | use() of | threw UnsupportedOperationException: nobody uses this",
                "shape-throws | shape() of | threw IllegalStateException: no such class",
                "reply-throws | reply() of | threw IllegalStateException: no such reply",
                "create-returns-null | create(0) of | returned null",
            })
    void payloadFaultIsReportedAsPayloadFault(String payload, String method, String thrown) {
        List<PairCheck> checks = checks(payload);
        assertThat(checks.get(0).verdict()).isEqualTo(Fate.PAYLOAD_FAULT);
        assertThat(checks.get(0).detail()).contains(method + " " + payload + " " + PROVIDER, thrown);
        assertThat(checks.get(0).outcome().reason()).startsWith("payload fault: ");
        // The next payload is still tried.
        assertThat(checks.get(1).verdict()).isEqualTo(Fate.EXACT);
    }

    /** Catches a limit of the suite that is reported as a fault of the payload. */
    @Test
    void aSmallHeapIsNotAPayloadFault() {
        PairCheck check = checks("create-exhausts-the-heap").get(0);

        assertThat(check.verdict()).isEqualTo(Fate.OUT_OF_MEMORY);
        assertThat(check.detail())
                .contains("create(0) of create-exhausts-the-heap " + PROVIDER + " threw OutOfMemoryError");
    }

    /** Catches a payload that is called faulty although its type has only one value. */
    @Test
    void equalValuesOfAllSeedsAreNotAFault() {
        assertThat(checks("has-one-value").get(0).verdict()).isEqualTo(Fate.EXACT);
    }

    /** Catches a value that is compared after its use, which may have changed it. */
    @Test
    void valueIsComparedBeforeUse() throws Exception {
        assertThat(probe("java", List.of("use-changes-the-value")).get(0).verdict())
                .isEqualTo(Fate.EXACT);
    }

    /**
     * Catches a report that the codec refused a value, although the codec delivered it and the payload could not
     * compare it.
     */
    @Test
    void anExceptionFromSameIsNotACodecFault() throws Exception {
        PairCheck check = probe("mistakes-on-decode", List.of("same-throws-on-a-stranger"))
                .get(0);

        assertThat(check.verdict()).isEqualTo(Fate.PAYLOAD_FAULT);
        assertThat(check.detail())
                .startsWith("same() of same-throws-on-a-stranger " + PROVIDER
                        + " threw IllegalStateException: who is this?")
                .contains("sent as value 0", "arrived as good bye");
    }

    /** Catches a trial that finds a fault in a payload of the suite. */
    @Test
    void builtInPayloadsHaveNoFault() throws Exception {
        try (PayloadProbe probe = new PayloadProbe(settings(QuickStart.path()))) {
            for (Payload<?> payload :
                    Catalog.load(PayloadProbeTest.class.getClassLoader()).payloads()) {
                assertThat(probe.find(payload.id()).fault()).as(payload.id()).isEmpty();
            }
        }
    }

    private static List<PairCheck> checks(String payload) {
        return Objects.requireNonNull(CHECKS.get(payload), payload);
    }

    private static List<PairCheck> probe(String codec, List<String> payloads) throws Exception {
        List<PairCheck> checks = new ArrayList<>();
        String classPath = FaultyPayloads.classPath(folder.resolve("payloads"), VillainPath.packed(folder));
        new PairProbe(settings(classPath)).probe(codec, payloads, checks::add, sizes -> {});
        return checks;
    }

    private static WorkerSettings settings(String classPath) {
        return new WorkerSettings(
                classPath, QuickStart.packed("-Xmx96m"), folder.resolve("logs"), Duration.ofMinutes(1));
    }
}
