package dev.pipemark.report.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.ContractCheck;
import dev.pipemark.record.LanguageCheck;
import dev.pipemark.record.LanguageFacts;
import dev.pipemark.record.LanguageMatrix;
import dev.pipemark.record.Leg;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.PairCheck.Fate;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.rank.Ruling.Answer;
import dev.pipemark.report.rank.Standing.Entry;
import dev.pipemark.report.rank.Standing.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Catches a codec that leads although it does not meet the needs, or although the forks do not show it. */
class StandingsTest {
    private static final String STREAM = "transport=pipe window=64";

    @Test
    void needsLeaveTheCodecsThatMeetThemAtTheirCost() {
        RunBuilder run = instances()
                .check("quick", "lambda", Fate.REFUSED_ON_DECODE, "no")
                .check("plain", "lambda", Fate.EXACT, "")
                .check("slow", "lambda", Fate.EXACT, "");
        stream(run, "order", 100, 200, 400);
        Standings standings = standings(run);
        assertThat(standings.admitted(List.of())).containsExactly("quick", "plain", "slow");
        assertThat(standings.admitted(List.of(Need.FUNCTIONS))).containsExactly("plain", "slow");
        Standing all = standing(standings, "order");
        assertThat(all.best().codec()).isEqualTo("quick");
        assertThat(all.next().map(Entry::codec)).contains("plain");
        Standing left = standings
                .standing(Measure.STREAM, "order", List.of(Need.FUNCTIONS))
                .orElseThrow();
        assertThat(left.best().codec()).isEqualTo("plain");
        assertThat(left.entries()).extracting(Entry::place).containsExactly(Place.BEST, Place.SLOWER);
        assertThat(standings.cost(Measure.STREAM, "order", List.of(Need.FUNCTIONS)))
                .hasValueSatisfying(cost -> {
                    assertThat(cost.value()).isBetween(1.99, 2.01);
                    assertThat(cost.hasInterval()).isTrue();
                });
        assertThat(standings.cost(Measure.STREAM, "order", List.of(Need.UNTRUSTED)))
                .isPresent();
        assertThat(standings.cost(Measure.STREAM, "order", List.of())).isEmpty();
    }

    @Test
    void needsCombine() {
        RunBuilder run = instances();
        stream(run, "order", 100, 200, 400);
        assertThat(standings(run).admitted(List.of(Need.UNTRUSTED, Need.NO_SOURCES)))
                .containsExactly("slow");
        assertThat(standings(run).admitted(List.of(Need.UNTRUSTED, Need.NO_CODE)))
                .isEmpty();
        assertThat(standings(run).standing(Measure.STREAM, "order", List.of(Need.NO_JAR)))
                .isEmpty();
    }

    /** Catches a codec whose jars are judged in a different way from the facts of the run. */
    @Test
    void noExtraJarIsDecidedByTheJars() {
        RunBuilder run = new RunBuilder(3)
                .codec(new CodecFacts("plain", "tuned", "", "jdk", "17", true, Map.of()))
                .codec(new CodecFacts("one", "tuned", "", "g:one", "1", true, Map.of("one-1.jar", 412_300L)))
                .codec(new CodecFacts(
                        "two", "tuned", "", "g:two", "1", true, Map.of("a.jar", 900_000L, "b.jar", 99_600L)))
                .codec(new CodecFacts("older", "tuned", "", "jdk", "17", true))
                .codec(new CodecFacts("mine", "tuned", "", "g:mine", "1", true));
        Standings standings = standings(run);
        assertThat(standings.admitted(List.of(Need.NO_JAR))).containsExactly("plain", "older");
        assertThat(standings.codecs())
                .extracting(codec -> ruling(standings, codec.id(), Need.NO_JAR).why())
                .containsExactly(
                        "brings no jar",
                        "brings 412 kB: one-1.jar 412 kB",
                        "brings 1.0 MB: a.jar 900 kB, b.jar 100 kB",
                        "library jdk",
                        "library g:mine");
    }

    @Test
    void tiedCodecsShareTheFrontAndSaySo() {
        RunBuilder run = instances();
        run.cell("stream", "quick", "order", STREAM, 1e9 / 100, 1e9 / 101, 1e9 / 102);
        run.cell("stream", "plain", "order", STREAM, 1e9 / 100.1, 1e9 / 101.2, 1e9 / 102.1);
        run.cell("stream", "slow", "order", STREAM, 1e9 / 400, 1e9 / 404, 1e9 / 408);
        Standing standing = standing(standings(run), "order");
        assertThat(standing.front()).extracting(Entry::codec).containsExactly("quick", "plain");
        assertThat(standing.entries()).extracting(Entry::place).containsExactly(Place.BEST, Place.TIED, Place.SLOWER);
    }

    /** Catches a point estimate that is reported as a verdict. */
    @Test
    void anUndecidedCodecIsInFront() {
        RunBuilder run = instances();
        run.cell("stream", "quick", "order", STREAM, 1e9 / 100, 1e9 / 140, 1e9 / 100);
        run.cell("stream", "plain", "order", STREAM, 1e9 / 130, 1e9 / 110, 1e9 / 130);
        Standing standing = standing(standings(run), "order");
        assertThat(standing.front()).extracting(Entry::place).containsExactly(Place.BEST, Place.OPEN);
        assertThat(standing.next()).isEmpty();
    }

    @Test
    void noiseIsNotInFront() {
        RunBuilder run = instances();
        run.cell("stream", "quick", "order", STREAM, 1e9 / 100, 1e9 / 101, 1e9 / 102);
        // A noisy cell is found if enough other cells are steady.
        for (String other : List.of("slow", "e", "f", "g")) {
            run.cell("stream", other, "order", STREAM, 1e9 / 400, 1e9 / 404, 1e9 / 408);
        }
        run.cell("stream", "plain", "order", STREAM, 1e9 / 30, 1e9 / 500, 1e9 / 9000);
        Standings standings = standings(run);
        Standing standing = standing(standings, "order");
        assertThat(standing.front()).extracting(Entry::codec).containsExactly("quick");
        assertThat(standing.entries())
                .filteredOn(entry -> entry.codec().equals("plain"))
                .singleElement()
                .extracting(Entry::place)
                .isEqualTo(Place.VAGUE);
        assertThat(standings.noisy(Measure.STREAM, "order", "plain")).isTrue();
        assertThat(standings.noisy(Measure.STREAM, "order", "quick")).isFalse();
    }

    /** Catches an order by costs: one group of the table was measured while the machine took twice as long. */
    @Test
    void aDividedTableIsOrderedByTheFactorsToTheBest() {
        RunBuilder run = instances();
        run.divided("stream", "quick", "order", STREAM, 1, 1e9 / 100, 1e9 / 101, 1e9 / 102);
        run.divided("stream", "plain", "order", STREAM, 1, 1e9 / 120, 1e9 / 121, 1e9 / 122);
        run.divided("stream", "quick", "order", STREAM, 2, 1e9 / 200, 1e9 / 202, 1e9 / 204);
        run.divided("stream", "slow", "order", STREAM, 2, 1e9 / 220, 1e9 / 222, 1e9 / 224);
        assertThat(standing(standings(run), "order").entries())
                .extracting(Entry::codec)
                .containsExactly("quick", "slow", "plain");
    }

    @Test
    void oneRoundHasNoOrder() {
        RunBuilder run = instances(1);
        run.cell("stream", "quick", "order", STREAM, 1e7).cell("stream", "plain", "order", STREAM, 5e6);
        Standing standing = standing(standings(run), "order");
        assertThat(standing.ordered()).isFalse();
        assertThat(standing.front()).isEmpty();
        assertThat(standing.best().codec()).isEqualTo("quick");
        assertThat(standing.entries().get(1).place()).isEqualTo(Place.UNJUDGED);
        assertThat(standing.entries().get(1).times().value()).isEqualTo(2);
    }

    @Test
    void controlsHaveNoPart() {
        RunBuilder run = instances();
        stream(run, "order", 100, 200, 400);
        run.cell("stream", "floor", "order", STREAM, 1e9, 1e9, 1e9);
        Standings standings = standings(run);
        assertThat(standing(standings, "order").best().codec()).isEqualTo("quick");
        assertThat(standings.codecs()).noneMatch(codec -> codec.id().equals("floor"));
    }

    /** Catches a family without streams that has no card, and a card of a payload with which almost no codec was measured. */
    @Test
    void aFamilyIsShownByItsFirstMeasureAndItsFullestPayload() {
        RunBuilder run = instances().payload("event", "instances").payload("list", "containers");
        run.cell("stream", "quick", "order", STREAM, 1e7, 1e7, 1e7);
        stream(run, "event", 400, 200, 100);
        run.cell("encode", "quick", "list", "", 10, 11, 12);
        assertThat(standings(run).cards())
                .containsExactly(
                        new Standings.Card("instances", Measure.STREAM, "event"),
                        new Standings.Card("containers", Measure.ENCODE, "list"));
    }

    @Test
    void sizesAreExact() {
        RunBuilder run = instances()
                .size("quick", "order", 100, 100, 100)
                .size("plain", "order", 50, 50, 50)
                .size("slow", "order", 50, 50, 50);
        Standing standing =
                standings(run).standing(Measure.BYTES, "order", List.of()).orElseThrow();
        assertThat(standing.entries())
                .extracting(entry -> entry.times().value())
                .containsExactly(1.0, 1.0, 2.0);
    }

    @Test
    void aNeedThatNothingDecidesNamesTheCommand() {
        RunBuilder run = instances();
        stream(run, "order", 100, 200, 400);
        Evidence evidence = standings(run).evidence();
        for (Need need : List.of(Need.FUNCTIONS, Need.CYCLES, Need.LANGUAGES, Need.EVOLUTION)) {
            assertThat(evidence.judges(need)).as(need.id()).isFalse();
            assertThat(evidence.about(need)).contains("scripts/bench probe");
        }
        assertThat(evidence.about(Need.EVOLUTION)).contains("--contracts");
        assertThat(evidence.about(Need.LANGUAGES)).contains("probe --languages");
        for (Need need : List.of(Need.UNTRUSTED, Need.NO_CODE, Need.NO_SOURCES, Need.NO_JAR)) {
            assertThat(evidence.judges(need)).as(need.id()).isTrue();
        }
    }

    /** Catches a need for no flags that is judged by trials with flags. */
    @Test
    void theMatrixDecidesByRowAndContract() {
        RunBuilder run = instances();
        stream(run, "order", 100, 200, 400);
        Standings standings = new Standings(
                new Findings(run.run()),
                Optional.of(new MatrixMaker()
                        .value("quick", true, "lambda-capturing-int", ValueOutcome.EXACT)
                        .value("quick", false, "lambda-capturing-int", ValueOutcome.REFUSED_ON_ENCODE)
                        .value("quick", false, "int-max", ValueOutcome.EXACT)
                        .value("plain", false, "lambda-capturing-int", ValueOutcome.WRONG)
                        .value("slow", false, "lambda-capturing-int", ValueOutcome.OTHER_CLASS)
                        .contract("plain", "a field added", "yes", true)
                        .contract("plain", "a field removed", "lost", true)
                        .contract("slow", "a field added", "yes", true)
                        .contract("slow", "a field removed", "yes: by name", true)
                        .matrix()),
                Optional.empty());
        assertThat(standings.admitted(List.of(Need.FUNCTIONS))).containsExactly("quick", "slow");
        assertThat(standings.admitted(List.of(Need.FUNCTIONS, Need.NO_FLAGS))).containsExactly("slow");
        assertThat(standings.admitted(List.of(Need.EVOLUTION))).containsExactly("slow");
        assertThat(ruling(standings, "plain", Need.FUNCTIONS).why())
                .isEqualTo("probe lambda-capturing-int: silently wrong");
        assertThat(ruling(standings, "quick", Need.FUNCTIONS).why()).contains("--add-opens");
        assertThat(ruling(standings, "quick", Need.NO_FLAGS).why()).contains("1 more");
        assertThat(standings.evidence().about(Need.EVOLUTION)).startsWith("Tried by probe");
    }

    /** Catches a loss in the other language that does not exclude a codec, and a value that is not plain and does. */
    @Test
    void otherLanguagesAreJudgedByTheirMatrix() {
        RunBuilder run = instances();
        stream(run, "order", 100, 200, 400);
        Leg exact = new Leg(ValueOutcome.EXACT, "");
        Leg other = new Leg(ValueOutcome.OTHER_CLASS, "it was a record, is a map");
        Leg lossy = new Leg(ValueOutcome.LOSSY, "a part is missing");
        Standings standings = judged(
                run,
                languages(
                        new LanguageCheck("quick", "python", "json", "media-content", other, exact),
                        new LanguageCheck("quick", "python", "json", "big-decimal", lossy, lossy),
                        new LanguageCheck(
                                "quick", "cpp", "json", "media-content", Leg.untried("none"), Leg.untried("")),
                        new LanguageCheck("plain", "python", "json", "media-content", lossy, exact)));
        assertThat(standings.admitted(List.of(Need.LANGUAGES))).containsExactly("quick");
        assertThat(ruling(standings, "quick", Need.LANGUAGES).why())
                .isEqualTo("probe --languages: media-content crossed to python and back");
        assertThat(ruling(standings, "plain", Need.LANGUAGES))
                .isEqualTo(new Ruling(
                        Answer.NO, "probe --languages media-content python, there: lossy (a part is missing)"));
        assertThat(ruling(standings, "slow", Need.LANGUAGES).answer()).isEqualTo(Answer.NO);
        assertThat(standings.evidence().about(Need.LANGUAGES))
                .startsWith("Tried by probe --languages with Python 3.11");
    }

    /** Catches a probe of another build that decides for another version of a library, or that is called the run's own. */
    @Test
    void matrixOfAnotherBuildDecidesForEqualVersionsAndIsNamed() {
        RunBuilder run = instances();
        stream(run, "order", 100, 200, 400);
        Leg exact = new Leg(ValueOutcome.EXACT, "");
        LanguageCheck quick = new LanguageCheck("quick", "python", "json", "media-content", exact, exact);
        List<CodecFacts> codecs = run.run().info().codecs().stream()
                .map(codec -> codec.id().equals("plain") ? codec.version("1.2.4") : codec)
                .toList();
        Standings standings = judged(run, languages(codecs, Map.of(Matrix.CODE, "1", Matrix.JDK, "17"), quick));
        assertThat(standings.admitted(List.of(Need.LANGUAGES))).containsExactly("quick");
        assertThat(ruling(standings, "plain", Need.LANGUAGES))
                .isEqualTo(new Ruling(Answer.UNKNOWN, "tried with org.example:plain 1.2.4, and not with this version"));
        assertThat(standings.evidence().about(Need.LANGUAGES))
                .contains("The probe of 1970-01-01 is of another build or Java (c0ffee, Java 17.0.1).");
        assertThat(standings.evidence().notes())
                .singleElement()
                .asString()
                .startsWith("The probe of 1970-01-01 is of another build or Java");
        run.setting(Matrix.CODE, "1").setting(Matrix.JDK, "17");
        Standings own = judged(run, languages(codecs, Map.of(Matrix.CODE, "1", Matrix.JDK, "17"), quick));
        assertThat(ruling(own, "plain", Need.LANGUAGES).answer()).isEqualTo(Answer.NO);
        assertThat(own.evidence().about(Need.LANGUAGES)).doesNotContain("another build");
        assertThat(own.evidence().notes()).isEmpty();
    }

    /** Catches a need that is called judged although the probe tried other versions of all codecs. */
    @Test
    void matrixOfOtherVersionsJudgesNothing() {
        RunBuilder run = instances();
        stream(run, "order", 100, 200, 400);
        Leg exact = new Leg(ValueOutcome.EXACT, "");
        List<CodecFacts> codecs = run.run().info().codecs().stream()
                .map(codec -> codec.version("2"))
                .toList();
        Evidence evidence = judged(
                        run,
                        languages(
                                codecs,
                                Map.of(),
                                new LanguageCheck("quick", "python", "json", "media-content", exact, exact)))
                .evidence();
        assertThat(evidence.judges(Need.LANGUAGES)).isFalse();
        assertThat(evidence.about(Need.LANGUAGES)).contains("scripts/bench probe --languages");
    }

    private static Standings judged(RunBuilder run, LanguageMatrix languages) {
        return new Standings(new Findings(run.run()), Optional.empty(), Optional.of(languages));
    }

    private static LanguageMatrix languages(LanguageCheck... checks) {
        return languages(instances().run().info().codecs(), Map.of(), checks);
    }

    private static LanguageMatrix languages(
            List<CodecFacts> codecs, Map<String, String> identity, LanguageCheck... checks) {
        return new LanguageMatrix(
                "l",
                Instant.EPOCH,
                1,
                Matrix.COMPLETE,
                identity,
                Map.of("suite.commit", "c0ffee", "jdk.version", "17.0.1"),
                codecs,
                List.of(new LanguageFacts("python", "Python 3.11", Map.of())),
                List.of(),
                List.of(checks));
    }

    /** Catches a pair that failed in the run and is admitted because of the matrix. */
    @Test
    void aFailureInTheRunOutweighsTheMatrix() {
        RunBuilder run = instances().check("slow", "lambda", Fate.DIFFERENT, "a null arrived");
        stream(run, "order", 100, 200, 400);
        Standings standings = new Standings(
                new Findings(run.run()),
                Optional.of(new MatrixMaker()
                        .value("slow", false, "lambda-capturing-int", ValueOutcome.EXACT)
                        .value("plain", false, "lambda-capturing-int", ValueOutcome.EXACT)
                        .matrix()),
                Optional.empty());
        assertThat(standings.admitted(List.of(Need.FUNCTIONS))).containsExactly("plain");
        assertThat(ruling(standings, "slow", Need.FUNCTIONS).why())
                .isEqualTo("payload lambda: different (a null arrived)");
        assertThat(ruling(standings, "quick", Need.FUNCTIONS).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(standings.fault("slow", "lambda")).contains("different: a null arrived");
    }

    private static Ruling ruling(Standings standings, String codec, Need need) {
        return standings.codecs().stream()
                .filter(each -> each.id().equals(codec))
                .map(each -> standings.evidence().ruling(each, need, false))
                .findFirst()
                .orElseThrow();
    }

    private static Standings standings(RunBuilder run) {
        return new Standings(new Findings(run.run()), Optional.empty(), Optional.empty());
    }

    private static Standing standing(Standings standings, String payload) {
        return standings.standing(Measure.STREAM, payload, List.of()).orElseThrow();
    }

    private static RunBuilder instances() {
        return instances(3);
    }

    private static RunBuilder instances(int rounds) {
        return new RunBuilder(rounds)
                .codec("quick", "tuned", false)
                .codec("plain", "schema", true)
                .codec("slow", "hand-written", true)
                .codec("floor", "control", true)
                .payload("order", "instances");
    }

    /** Costs in nanoseconds of quick, plain and slow. */
    private static void stream(RunBuilder run, String payload, double quick, double plain, double slow) {
        Map.of("quick", quick, "plain", plain, "slow", slow)
                .forEach((codec, cost) -> run.cell(
                        "stream", codec, payload, STREAM, 1e9 / cost, 1e9 / (1.01 * cost), 1e9 / (1.02 * cost)));
    }

    /** A matrix of a few checks. */
    private static final class MatrixMaker {
        private final List<ValueCheck> checks = new ArrayList<>();
        private final List<ContractCheck> contracts = new ArrayList<>();

        MatrixMaker value(String codec, boolean opened, String value, ValueOutcome outcome) {
            checks.add(new ValueCheck(codec, opened, value, outcome, "", false));
            return this;
        }

        MatrixMaker contract(String codec, String contract, String answer, boolean probed) {
            contracts.add(new ContractCheck(codec, contract, answer, "", probed));
            return this;
        }

        Matrix matrix() {
            return new Matrix(
                    "m",
                    Instant.EPOCH,
                    1,
                    "complete",
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    checks,
                    contracts,
                    List.of());
        }
    }
}
