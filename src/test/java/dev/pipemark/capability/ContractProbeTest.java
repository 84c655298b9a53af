package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Codec;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.record.ContractCheck;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.worker.QuickStart;
import dev.pipemark.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs three codecs in real workers and compares the probe with their known answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContractProbeTest {
    private static final List<String> CODECS = List.of("java", "kryo-registered", "jackson-json");

    private final List<ContractCheck> checks = new ArrayList<>();
    private final List<String> finished = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    void probe(@TempDir Path folder) throws Exception {
        checks.addAll(new ContractProbe(settings(folder), folder, () -> false)
                .run(codecs(), List.of(), (codec, of) -> finished.add(codec + " " + of.size())));
    }

    /** A deadline long enough that a busy machine is not taken for a hang. */
    private static WorkerSettings settings(Path folder) {
        // Not from the archive: some workers have another version of a class in front of this path.
        return new WorkerSettings(
                QuickStart.path(), QuickStart.with("-Xmx256m"), folder.resolve("logs"), Duration.ofMinutes(2));
    }

    private static List<Codec> codecs() {
        Catalog catalog = Catalog.load(ContractProbeTest.class.getClassLoader());
        return CODECS.stream().map(catalog::codec).toList();
    }

    private ContractCheck check(String codec, String contract) {
        return checks.stream()
                .filter(check -> check.codec().equals(codec) && check.contract().equals(contract))
                .findFirst()
                .orElseThrow();
    }

    /** Catches a contract that is omitted, tried twice, or in another order for some codec. */
    @Test
    void contractsAreAnsweredInSameOrder() {
        List<String> contracts = List.of(
                "needs registration",
                "a field added",
                "a field removed",
                "a field renamed",
                "a field widened (int to long)",
                "a rolling upgrade",
                "self-describing",
                "equal bytes for equal values",
                "largest message",
                "one coder on two threads",
                "threads",
                "cross-language",
                "needs --add-opens");
        assertThat(checks.stream().map(check -> check.codec() + ": " + check.contract()))
                .containsExactlyElementsOf(CODECS.stream()
                        .flatMap(codec -> contracts.stream().map(contract -> codec + ": " + contract))
                        .toList());
        assertThat(finished).containsExactlyInAnyOrder("java 13", "kryo-registered 13", "jackson-json 13");
    }

    /** Catches a probe that registers the classes, or that takes a received map for the bean. */
    @ParameterizedTest
    @CsvSource({
        "java, no",
        "kryo-registered, yes: refused on encode",
        "jackson-json, yes: arrives as a java.util.LinkedHashMap",
    })
    void needForRegistrationIsDetected(String codec, String answer) {
        assertThat(check(codec, "needs registration").answer()).isEqualTo(answer);
    }

    /**
     * Catches a receiver that has the sender's version of the class: it would answer yes to everything. Also catches a
     * comparison that confuses a missing field with a received one, or a misread field with a missing one.
     */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "java, a field added, yes, priority is '0'",
                "java, a field removed, yes, name is 'order'",
                "java, a field renamed, lost, title is null",
                "java, a field widened (int to long), refused on decode, incompatible types for field count",
                "kryo-registered, a field removed, silently wrong, weight is",
                "kryo-registered, a field renamed, refused on decode, KryoException",
                "kryo-registered, a field widened (int to long), yes, count is '-123456'",
                "jackson-json, a field added, yes, priority is '0'",
                "jackson-json, a field removed, yes, name is 'order'",
                "jackson-json, a field renamed, lost, title is",
                "jackson-json, a field widened (int to long), yes, count is '-123456'",
                "java, a rolling upgrade, yes, both ways",
                "kryo-registered, a rolling upgrade, silently wrong, the new side reads old",
                "jackson-json, a rolling upgrade, yes, both ways",
            })
    void classChangesAreJudged(String codec, String contract, String answer, String detail) {
        ContractCheck check = check(codec, contract);
        assertThat(check.answer()).isEqualTo(answer);
        assertThat(check.detail()).contains(detail);
        assertThat(check.probed()).isTrue();
    }

    /** Catches a receiver that knows the declared type although it should know nothing. */
    @ParameterizedTest
    @CsvSource({
        "java, yes: as its class",
        "kryo-registered, no",
        "jackson-json, yes: as a java.util.LinkedHashMap",
    })
    void selfDescriptionIsJudged(String codec, String answer) {
        assertThat(check(codec, "self-describing").answer()).isEqualTo(answer);
    }

    /** Catches two hash maps with the same layout in memory, and messages that are compared with themselves. */
    @ParameterizedTest
    @CsvSource({"java", "kryo-registered", "jackson-json"})
    void refilledMapIsEncodedDifferently(String codec) {
        assertThat(check(codec, "equal bytes for equal values").answer())
                .isEqualTo("yes, but not for hash maps filled in another order");
    }

    /** Catches a limit of the probe itself: of its pipe, its heap, or its deadline. */
    @ParameterizedTest
    @CsvSource({"java", "kryo-registered", "jackson-json"})
    void messageSizeHasNoFalseLimit(String codec) {
        assertThat(check(codec, "largest message").answer()).isEqualTo("100 MiB or more");
    }

    /** Catches threads that share state in the probe itself: these coders share nothing. */
    @ParameterizedTest
    @CsvSource({"java", "jackson-json"})
    void independentCodersShowNoFailure(String codec) {
        ContractCheck check = check(codec, "one coder on two threads");
        assertThat(check.answer()).isEqualTo("not seen to fail");
        assertThat(check.detail()).contains("the contract of Coder does not allow this");
    }

    /** Catches a declaration of a library that is reported as tried, or that has no source. */
    @ParameterizedTest
    @CsvSource({"java", "kryo-registered", "jackson-json"})
    void declarationNamesItsSource(String codec) {
        for (String contract : List.of("threads", "cross-language")) {
            ContractCheck check = check(codec, contract);
            assertThat(check.probed()).isFalse();
            assertThat(check.detail()).startsWith("https://");
        }
    }

    /** Catches a count that includes values that always arrive, never arrive, or belong to another codec. */
    @Test
    void valuesThatNeedOpenedPackagesAreCounted() {
        String refused = "module java.base does not \"opens java.util\" to unnamed module @…";
        Codec kryo = Catalog.load(ContractProbeTest.class.getClassLoader()).codec("kryo");
        List<ValueCheck> values = List.of(
                new ValueCheck("kryo", false, "anyway", ValueOutcome.EXACT, "", false),
                new ValueCheck("kryo", true, "anyway", ValueOutcome.EXACT, "", false),
                new ValueCheck("kryo", false, "gained", ValueOutcome.REFUSED_ON_ENCODE, refused, false),
                new ValueCheck("kryo", true, "gained", ValueOutcome.OTHER_CLASS, "", false),
                new ValueCheck("kryo", false, "never", ValueOutcome.REFUSED_ON_ENCODE, refused, false),
                new ValueCheck("kryo", true, "never", ValueOutcome.LOSSY, "", false),
                new ValueCheck("java", true, "never", ValueOutcome.EXACT, "", false));
        assertThat(Opening.find(kryo, values)).isEqualTo(new Finding("for 1 of 3 values", "refusals name java.util"));
        assertThat(Opening.find(kryo, List.of()).answer()).isEqualTo("not tried");
    }

    /** Catches a probe that blames a codec for workers that the user's Ctrl-C has ended. */
    @Test
    void stoppedProbeReportsNothing(@TempDir Path folder) throws Exception {
        assertThat(new ContractProbe(settings(folder), folder, () -> true)
                        .run(codecs(), List.of(), (codec, of) -> finished.add(codec)))
                .isEmpty();
    }
}
