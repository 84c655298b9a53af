package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.PairCheck.Fate;
import dev.pipemark.record.Run;
import dev.pipemark.report.CannedRuns;
import dev.pipemark.report.LargeRun;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.doc.FirstScreen;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Measure;
import dev.pipemark.report.rank.Need;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Catches a first screen that contradicts the standings, or that leaves out a part of them. */
class FrontTest {
    private static final String STREAM = "transport=pipe window=64";

    @Test
    void theSentenceNamesTheFewestCodecsThatCoverAllFamilies() {
        RunBuilder run = run().payload("list", "containers").payload("text", "primitives");
        stream(run, "order", Map.of("quick", 100.0, "plain", 200.0));
        stream(run, "list", Map.of("quick", 100.0, "plain", 300.0));
        stream(run, "text", Map.of("quick", 500.0, "plain", 100.0));
        assertThat(sentence(run))
                .isEqualTo("quick is the fastest for instances and containers; plain for primitives."
                        + " The slowest codec on these payloads, quick for primitives, costs 5.0 times as much.");
    }

    @Test
    void theSentenceSeparatesFastestFromNotDistinguishable() {
        RunBuilder run = run();
        run.cell("stream", "quick", "order", STREAM, 1e9 / 100, 1e9 / 140, 1e9 / 100);
        run.cell("stream", "plain", "order", STREAM, 1e9 / 130, 1e9 / 110, 1e9 / 130);
        assertThat(sentence(run))
                .isEqualTo("quick is the fastest, or not distinguishable from the fastest, for instances.");
    }

    @Test
    void needsHaveTheirCostInTheSentence() {
        RunBuilder run = run();
        stream(run, "order", Map.of("quick", 100.0, "plain", 200.0));
        assertThat(sentence(run, Need.UNTRUSTED))
                .matches("With untrusted bytes: plain is the fastest for instances\\."
                        + " These needs cost × 2\\.0 \\[2\\.0, 2\\.0\\] for instances\\.");
        assertThat(sentence(run, Need.UNTRUSTED, Need.NO_JAR))
                .isEqualTo("No codec of this run meets both needs: untrusted bytes and no extra jar.");
        assertThat(sentence(run, Need.NO_SOURCES)).endsWith("The run shows no cost of these needs.");
    }

    /** Catches a need that seems to exclude a codec on a payload on which the codec was not timed. */
    @Test
    void theSentenceNamesCodecsThatMeetTheNeedsAndWereNotTimed() {
        RunBuilder run = run().payload("text", "primitives");
        stream(run, "order", Map.of("quick", 100.0, "plain", 200.0));
        stream(run, "text", Map.of("quick", 100.0));
        assertThat(sentence(run, Need.UNTRUSTED))
                .contains("plain is the fastest for instances. plain meets this need, but was not timed on text. ");
        assertThat(sentence(run, Need.UNTRUSTED, Need.NO_SOURCES)).contains("plain meets these needs, but was not");
        RunBuilder apart = run().codec("other", "idiomatic", true);
        stream(apart, "order", Map.of("quick", 100.0));
        assertThat(sentence(apart, Need.UNTRUSTED))
                .isEqualTo("With untrusted bytes: plain and other meet this need, but were not timed on order.");
    }

    /** Catches a family whose sentence leaves out a codec that may be as fast. */
    @Test
    void eachFamilyHasASentence() {
        RunBuilder run =
                run().codec("twin", "tuned", true).codec("slow", "tuned", true).payload("text", "primitives");
        stream(run, "order", Map.of("quick", 100.0, "twin", 100.0, "plain", 200.0, "slow", 400.0));
        stream(run, "text", Map.of("plain", 100.0));
        assertThat(Answers.families(standings(run)))
                .hasSize(2)
                .anyMatch(line ->
                        line.matches("Instances \\(order\\): (quick|twin) is the fastest, tied with (twin|quick),"
                                + " and ahead of plain, which costs 2\\.0 \\[.*\\] times as much\\..*"))
                .contains("Primitives (text): plain is the only codec that was measured.");
    }

    /** Catches a need without its cost, and a codec that the list of a need leaves out. */
    @Test
    void eachNeedHasItsCost() {
        RunBuilder run = run().payload("text", "primitives");
        stream(run, "order", Map.of("quick", 100.0, "plain", 200.0));
        stream(run, "text", Map.of("quick", 100.0));
        Page.Table needs = NeedsTable.of(standings(run));
        assertThat(needs.columns())
                .extracting(Page.Column::title)
                .containsExactlyInAnyOrder("I need", "instances (order)", "primitives (text)", "codecs that meet it");
        assertThat(row(needs, "none of these")).contains("quick × 1.00", "all 2");
        assertThat(row(needs, "untrusted bytes")).contains("plain × 2.0 [2.0, 2.0]", "none was timed", "1 of 2: plain");
        assertThat(row(needs, "no extra jar")).contains("none");
        assertThat(row(needs, "classes may change")).anyMatch(text -> text.contains("scripts/bench probe --contracts"));
    }

    /** Catches a bound that prints as the factor does, as in {@code 11 [9.8, 11]}. */
    @Test
    void aFactorAndItsBoundsHaveTheSameDecimals() {
        assertThat(Answers.factor(new Estimate(10.6, 9.84, 11.4, 3))).isEqualTo("10.6 [9.8, 11.4]");
        assertThat(Answers.factor(new Estimate(1.97, 1.66, 2.31, 3))).isEqualTo("1.97 [1.66, 2.31]");
        assertThat(Answers.factor(new Estimate(1.034, 1.03, 1.038, 3))).isEqualTo("1.034 [1.030, 1.038]");
        assertThat(Answers.factor(new Estimate(14, 12, 17, 3))).isEqualTo("14 [12, 17]");
        assertThat(Answers.factor(new Estimate(2, 2, 2, 3))).isEqualTo("2.0 [2.0, 2.0]");
        assertThat(Answers.factor(new Estimate(2, Double.NaN, Double.NaN, 2))).isEqualTo("2.0");
    }

    private static List<String> row(Page.Table table, String title) {
        return table.rows().stream()
                .map(row -> row.stream().map(Page.Value::text).toList())
                .filter(row -> row.get(0).equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneRoundClaimsNoOrder() {
        RunBuilder run = run(1);
        run.cell("stream", "quick", "order", STREAM, 1e7).cell("stream", "plain", "order", STREAM, 5e6);
        assertThat(sentence(run)).isEqualTo("Too few rounds for an order, fastest seen: quick for instances.");
        assertThat(Answers.families(standings(run)))
                .containsExactly("Instances (order): quick was fastest, but the rounds are too few for an order."
                        + " Fastest that may read untrusted bytes: plain × 2.0.");
    }

    @Test
    void aRunWithoutNumbersSaysSo() {
        assertThat(sentence(run())).isEqualTo("No codec has been measured.");
        assertThat(front(run()).blocks()).hasSize(1);
    }

    @Test
    void aSentenceNamesTheWinnerAndTheFactorToTheNext() {
        assertThat(Answers.families(new Standings(new Findings(LargeRun.of(3)), Optional.empty(), Optional.empty())))
                .hasSize(4);
        RunBuilder run = run();
        stream(run, "order", Map.of("quick", 100.0, "plain", 200.0));
        assertThat(Answers.families(standings(run)))
                .containsExactly(
                        "Instances (order): quick is the fastest, ahead of plain, which costs 2.0 [2.0, 2.0] times"
                                + " as much. Fastest that may read untrusted bytes: plain × 2.0 [2.0, 2.0].");
    }

    /** Catches a reader who is led to a codec that must never read untrusted bytes, and a warning that nobody needs. */
    @Test
    void aFamilyNamesTheFastestCodecThatMayReadUntrustedBytes() {
        RunBuilder run = run().payload("text", "primitives").payload("function", "functions");
        stream(run, "order", Map.of("quick", 100.0, "plain", 200.0));
        stream(run, "text", Map.of("quick", 200.0, "plain", 100.0));
        stream(run, "function", Map.of("quick", 100.0));
        assertThat(Answers.families(standings(run)))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("Instances")
                        && line.endsWith(" Fastest that may read untrusted bytes: plain × 2.0 [2.0, 2.0]."))
                .anyMatch(line -> line.startsWith("Functions")
                        && line.endsWith(" No codec that may read untrusted bytes was timed."))
                .anyMatch(line -> line.startsWith("Primitives") && !line.contains("untrusted"));
        assertThat(CardsDrawing.of(standings(run)).split("untrusted bytes", -1)).hasSize(3);
    }

    @Test
    void theBoardShowsFactorsFaultsAndBlanks() {
        RunBuilder run = run().codec("other", "idiomatic", true)
                .codec("absent", "idiomatic", true)
                .check("other", "order", Fate.REFUSED_ON_ENCODE, "no form");
        stream(run, "order", Map.of("quick", 100.0, "plain", 200.0));
        Page.Table board = Board.table(standings(run), Measure.STREAM);
        assertThat(board.rows()).extracting(row -> row.get(0).text()).containsExactly("quick ⚠", "plain", "other");
        assertThat(board.rows()).extracting(row -> row.get(1).text()).containsExactly("1.00", "2.0", "✕");
        JsonNode data = data(run);
        assertThat(data.get("texts").get(data.get("faults").get("2 0").asInt()).asString())
                .isEqualTo("refused on encode: no form");
    }

    /** Catches a first table that does not warn of codecs which must never read untrusted bytes. */
    @Test
    void theFirstTableMarksUnsafeCodecs() {
        RunBuilder run = run();
        stream(run, "order", Map.of("quick", 100.0, "plain", 200.0));
        Page.Table first = front(run).blocks().stream()
                .filter(Page.Table.class::isInstance)
                .map(Page.Table.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(first.rows()).extracting(row -> row.get(0).text()).containsExactly("quick ⚠", "plain");
        assertThat(first.notes()).singleElement().asString().startsWith("⚠ must never read untrusted bytes. ");
    }

    /** Catches a cell that failed and looks as if it had not been planned. */
    @Test
    void aFailedCellIsNotBlank() {
        RunBuilder run = run().failure("stream", "plain", "order", STREAM, "the worker died");
        stream(run, "order", Map.of("quick", 100.0));
        Page.Table board = Board.table(standings(run), Measure.STREAM);
        assertThat(board.rows()).extracting(row -> row.get(1).text()).containsExactly("1.00", "!");
        JsonNode data = data(run);
        assertThat(data.get("texts")
                        .get(data.get("failures").get("0 1 0").asInt())
                        .asString())
                .isEqualTo("failed: round 1: the worker died");
        assertThat(data.get("failures").size()).isEqualTo(1);
    }

    /** Catches a size for a codec whose jars are not known. */
    @Test
    void theDataHaveTheSizeOfJarsWhereItIsKnown() {
        RunBuilder run =
                run().codec(new CodecFacts("sized", "tuned", "", "g:a", "1", true, Map.of("a.jar", 1_234_567L)));
        stream(run, "order", Map.of("quick", 100.0, "sized", 300.0));
        JsonNode codecs = data(run).get("codecs");
        assertThat(codecs.get(0).get("facts").get("jars").has("value")).isFalse();
        assertThat(codecs.get(2).get("facts").get("jars").get("value").asLong()).isEqualTo(1_234_567);
    }

    /** Catches a first screen that does not name another Java, or the number of threads. */
    @Test
    void factsNameTheForksJavaAndThreads() {
        RunBuilder run =
                run().noted("threads", "4").noted("java", "Example VM 25.0.3+9").noted("jdk.version", "25.0.3+9");
        run.cell("encode", "quick", "order", "", 1, 2, 3);
        assertThat(front(run).facts())
                .containsExactly(
                        "2 codecs, 1 payload timed, 3 rounds, 4 threads in each fork",
                        "Example CPU @ 2.50GHz, 2 cores, Example Linux 1",
                        "JDK 25.0.3",
                        "22 November 2026");
    }

    @Test
    void theCaveatNamesTheSmallestResolvedDifference() {
        assertThat(new FirstScreenOf(CannedRuns.fiveRounds()).screen().caveat())
                .startsWith("this run resolves differences of ");
        assertThat(new FirstScreenOf(CannedRuns.oneRound()).screen().caveat()).isEqualTo("too few rounds for an order");
    }

    @Test
    void markdownHasSentenceCardsBoardAndNeeds() {
        List<Page.Block> blocks =
                new FirstScreenOf(CannedRuns.fiveRounds()).screen().blocks();
        assertThat(blocks)
                .extracting(block -> block.getClass().getSimpleName())
                .containsExactly("Lines", "Lines", "Picture", "Table", "Table", "Table");
    }

    /** Catches judgements that the page computes in a different way from the report. */
    @Test
    void theDataHaveEveryJudgement() {
        for (Findings findings : List.of(new Findings(CannedRuns.fiveRounds()), new Findings(LargeRun.of(5)))) {
            Standings standings = new Standings(findings, Optional.empty(), Optional.empty());
            JsonNode data = new JsonMapper().readTree(FrontData.of(standings));
            int judged = 0;
            for (JsonNode table : data.get("tables")) {
                Measure measure = Measure.values()[table.get("metric").asInt()];
                for (int one = 0; measure.judged() && one < table.get("values").size(); one++) {
                    for (int other = one + 1; other < table.get("values").size(); other++) {
                        judged += compare(standings, measure, data, table, one, other);
                    }
                }
            }
            assertThat(judged).isPositive();
        }
    }

    /** Returns the number of judgements: 0 or 1. */
    private static int compare(
            Standings standings, Measure measure, JsonNode data, JsonNode table, int one, int other) {
        Judgement judgement = standings.judge(
                measure,
                data.get("payloads").get(table.get("payload").asInt()).get("id").asString(),
                codec(data, table, one),
                codec(data, table, other));
        JsonNode effects = table.get("effects");
        JsonNode own = null;
        for (JsonNode pair : table.get("pairs")) {
            if (pair.get(0).asInt() == one && pair.get(1).asInt() == other) {
                own = pair;
            }
        }
        if (effects.get(one).isNull()
                || effects.get(other).isNull()
                || own != null && own.get(3).isNull()) {
            assertThat(judgement.verdict()).isNull();
            return 0;
        }
        double log = 1e-4
                * (own == null
                        ? effects.get(one).asInt() - effects.get(other).asInt()
                        : own.get(2).asInt());
        double half = 1e-4 * (own == null ? table.get("half") : own.get(3)).asInt();
        Estimate ratio = new Estimate(Math.exp(log), Math.exp(log - half), Math.exp(log + half), 5);
        assertThat(ratio.value()).isCloseTo(judgement.ratio().value(), withinPercentage(0.1));
        assertThat(ratio.lower()).isCloseTo(judgement.ratio().lower(), withinPercentage(0.1));
        assertThat(ratio.upper()).isCloseTo(judgement.ratio().upper(), withinPercentage(0.1));
        assertThat(
                        own == null
                                ? dev.pipemark.stats.Verdict.of(
                                                ratio, table.get("delta").asDouble())
                                        .word()
                                : own.get(4).asString())
                .isEqualTo(Objects.requireNonNull(judgement.verdict()).word());
        return 1;
    }

    private static String codec(JsonNode data, JsonNode table, int row) {
        int codec = table.has("codecs") ? table.get("codecs").get(row).asInt() : row;
        return data.get("codecs").get(codec).get("id").asString();
    }

    private record FirstScreenOf(Run run) {
        FirstScreen screen() {
            Findings findings = new Findings(run);
            return Front.of(findings, new Standings(findings, Optional.empty(), Optional.empty()));
        }
    }

    private static FirstScreen front(RunBuilder run) {
        return new FirstScreenOf(run.run()).screen();
    }

    private static JsonNode data(RunBuilder run) {
        return new JsonMapper().readTree(FrontData.of(standings(run)));
    }

    private static String sentence(RunBuilder run, Need... needs) {
        return Answers.sentence(standings(run), List.of(needs));
    }

    private static Standings standings(RunBuilder run) {
        return new Standings(new Findings(run.run()), Optional.empty(), Optional.empty());
    }

    private static RunBuilder run() {
        return run(3);
    }

    private static RunBuilder run(int rounds) {
        return new RunBuilder(rounds)
                .codec("quick", "tuned", false)
                .codec("plain", "idiomatic", true)
                .payload("order", "instances");
    }

    private static void stream(RunBuilder run, String payload, Map<String, Double> costs) {
        costs.forEach((codec, cost) ->
                run.cell("stream", codec, payload, STREAM, 1e9 / cost, 1e9 / (1.01 * cost), 1e9 / (1.02 * cost)));
    }
}
