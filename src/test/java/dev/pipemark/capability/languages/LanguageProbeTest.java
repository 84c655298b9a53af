package dev.pipemark.capability.languages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.conformance.Impostor;
import dev.pipemark.conformance.Impostor.Fault;
import dev.pipemark.record.LanguageCheck;
import dev.pipemark.record.Leg;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches a fault of a program in another language that affects rows of other values, or that is attributed to the codec. */
@Timeout(300)
final class LanguageProbeTest {
    private static final String TEXT = "string-ascii";
    private static final String RECORD = "record-plain";
    /** Jackson 3, which the program reads with, refuses it. */
    private static final String DEEP = "deep-nested-lists-1000";

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(4);

    @TempDir
    Path folder;

    @Test
    void bothWaysAreJudged() throws IOException {
        Map<String, LanguageCheck> checks =
                checks("jackson-json", Fault.NONE, LONG, TEXT, RECORD, "double-nan", "big-decimal-trailing-zero");
        assertThat(outcomes(checks, LanguageCheck::there))
                .isEqualTo(Map.of(
                        TEXT,
                        "exact",
                        RECORD,
                        "equal in another type",
                        "double-nan",
                        "equal in another type",
                        "big-decimal-trailing-zero",
                        "lossy"));
        assertThat(of(checks, RECORD).back()).isEqualTo(new Leg(ValueOutcome.EXACT, ""));
        assertThat(of(checks, RECORD).there().detail()).isEqualTo("it was a record Point, is a map of 2");
        assertThat(of(checks, RECORD).format()).isEqualTo("json");
    }

    @Test
    void changeByTheProgramShowsInTheReturnedValue() throws IOException {
        Map<String, LanguageCheck> checks = checks("jackson-json", Fault.FORGETS_FRACTIONS, LONG, "double-0-1", TEXT);
        assertThat(outcomes(checks, LanguageCheck::back))
                .isEqualTo(Map.of("double-0-1", "silently wrong", TEXT, "exact"));
    }

    @Test
    void refusalByTheCodecNamesJava() throws IOException {
        LanguageCheck deep = of(checks("jackson-json", Fault.NONE, LONG, DEEP), DEEP);
        assertThat(deep.there().outcome()).isEqualTo(ValueOutcome.REFUSED_ON_ENCODE);
        assertThat(deep.there().detail()).startsWith("Java: StreamConstraintsException");
        assertThat(deep.back().tried()).isFalse();
    }

    @Test
    void refusalOfTheProgramNamesItsStage() throws IOException {
        LanguageCheck deep = of(checks("jackson2-json", Fault.NONE, LONG, DEEP), DEEP);
        assertThat(deep.there().outcome()).isEqualTo(ValueOutcome.REFUSED_ON_DECODE);
        assertThat(deep.there().detail()).startsWith("other: ").contains("nesting depth");
        assertThat(deep.back().outcome()).isEqualTo(ValueOutcome.REFUSED_ON_DECODE);
    }

    @Test
    void valueThatKillsTheProgramCostsOnlyItsOwnRow() throws IOException {
        Map<String, LanguageCheck> checks = checks("jackson2-json", Fault.DIES_ON_GARBAGE, LONG, TEXT, DEEP, RECORD);
        assertThat(outcomes(checks, LanguageCheck::there))
                .isEqualTo(Map.of(TEXT, "exact", DEEP, "worker died", RECORD, "equal in another type"));
        assertThat(of(checks, DEEP).there().detail()).contains("exit code 3");
        assertThat(outcomes(checks, LanguageCheck::back))
                .isEqualTo(Map.of(TEXT, "exact", DEEP, "worker died", RECORD, "exact"));
    }

    @Test
    void valueThatHangsTheProgramCostsOnlyItsOwnRow() throws IOException {
        Map<String, LanguageCheck> checks = checks("jackson2-json", Fault.HANGS_ON_GARBAGE, SHORT, DEEP, TEXT);
        assertThat(outcomes(checks, LanguageCheck::there)).isEqualTo(Map.of(DEEP, "hang", TEXT, "exact"));
    }

    @Test
    void outputBesideTheProtocolCostsEachRow() throws IOException {
        Map<String, LanguageCheck> checks = checks("jackson-json", Fault.PRINTS, LONG, TEXT);
        assertThat(of(checks, TEXT).there().outcome()).isEqualTo(ValueOutcome.DIED);
        assertThat(of(checks, TEXT).there().detail()).contains("the received bytes are not a message");
    }

    /** Catches damaged messages that are accepted as a value, or attributed to a library. */
    @Test
    void aMalformedDescriptionIsNotAnOutcome() throws IOException {
        LanguageCheck check = of(checks("jackson-json", Fault.DESCRIBES_WRONG, LONG, "double-0-1"), "double-0-1");
        assertThat(check.there().tried()).isFalse();
        assertThat(check.there().detail()).contains("the description has '.' at character 7");
        assertThat(check.back().outcome()).isEqualTo(ValueOutcome.EXACT);
    }

    @Test
    void missingLibraryIsReportedInTheProgramsWords() throws IOException {
        LanguageProbe.Result result = result("msgpack", Fault.NONE, LONG, TEXT);
        assertThat(result.checks())
                .containsExactly(new LanguageCheck(
                        "msgpack",
                        "other",
                        "msgpack",
                        TEXT,
                        Leg.untried("no library for msgpack: install one"),
                        Leg.untried("no library for msgpack: install one")));
        assertThat(result.libraries()).isEmpty();
    }

    @Test
    void missingProgramIsReportedWithTheScriptThatBuildsIt() throws IOException {
        Language language = new Language("none", folder.resolve("none"));
        LanguageCheck check = probe(LONG)
                .run(List.of(new LanguageProbe.Row("jackson-json", language)), List.of(TEXT), result -> {})
                .get(0)
                .checks()
                .get(0);
        assertThat(check.there())
                .isEqualTo(
                        Leg.untried("there is no program " + folder.resolve("none") + ": run scripts/build-workers"));
    }

    /** Catches rows for values that a codec refuses beforehand, and rows for codecs without a format. */
    @Test
    void valueWithoutFormatHasNoRow() throws IOException {
        assertThat(checks("msgpack", Fault.NONE, LONG, RECORD)).isEmpty();
        assertThat(checks("kryo", Fault.NONE, LONG, TEXT)).isEmpty();
        assertThat(checks("protobuf", Fault.NONE, LONG, TEXT, "order#0")).containsOnlyKeys("order#0");
        assertThat(checks("avro-specific", Fault.NONE, LONG, TEXT, "order#0")).containsOnlyKeys("order#0");
    }

    @Test
    void programReportsItsRuntime() throws IOException {
        LanguageProbe.Result result = result("jackson-cbor", Fault.NONE, LONG, TEXT, "byte-array");
        assertThat(result.runtime()).isEqualTo("Java in disguise");
        assertThat(result.libraries()).isEqualTo(Map.of("cbor", "jackson"));
        assertThat(result.checks()).allMatch(check -> check.there().is(ValueOutcome.EXACT));
    }

    /** Catches a value without an outcome. With a correct program, every value has one. */
    @ParameterizedTest
    @ValueSource(strings = {"jackson-json", "jackson-cbor"})
    void eachValueIsJudged(String codec) throws IOException {
        LanguageProbe.Result result = probe(LONG)
                .run(
                        List.of(new LanguageProbe.Row(codec, language(Fault.NONE))),
                        List.copyOf(PlainValues.byId().keySet()),
                        each -> {})
                .get(0);
        assertThat(result.checks()).hasSizeGreaterThan(80);
        // The program of this test cannot describe a decimal that no double is near to.
        assertThat(result.checks())
                .filteredOn(check -> !check.there().tried())
                .extracting(LanguageCheck::value)
                .isSubsetOf("big-decimal-beyond-double");
    }

    private static LanguageCheck of(Map<String, LanguageCheck> checks, String value) {
        return Objects.requireNonNull(checks.get(value), value);
    }

    private Map<String, LanguageCheck> checks(String codec, Fault fault, Duration deadline, String... values)
            throws IOException {
        return result(codec, fault, deadline, values).checks().stream()
                .collect(Collectors.toMap(LanguageCheck::value, check -> check));
    }

    private LanguageProbe.Result result(String codec, Fault fault, Duration deadline, String... values)
            throws IOException {
        return probe(deadline)
                .run(List.of(new LanguageProbe.Row(codec, language(fault))), List.of(values), result -> {})
                .get(0);
    }

    private Language language(Fault fault) throws IOException {
        return new Language("other", Impostor.launcher(folder, fault));
    }

    private LanguageProbe probe(Duration deadline) {
        return new LanguageProbe(
                new WorkerSettings(
                        System.getProperty("java.class.path"),
                        List.of("-Xmx256m", "-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        folder,
                        deadline),
                () -> false);
    }

    private static Map<String, String> outcomes(Map<String, LanguageCheck> checks, Function<LanguageCheck, Leg> way) {
        return checks.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, check -> way.apply(check.getValue()).label()));
    }
}
