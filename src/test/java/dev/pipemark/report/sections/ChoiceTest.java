package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.ContractCheck;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.PairCheck.Verdict;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.report.CannedRuns;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.rank.Constraint;
import dev.pipemark.report.rank.Evidence;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Pick;
import dev.pipemark.report.rank.Race;
import dev.pipemark.report.rank.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Catches a codec that is recommended though it does not do what is asked, or though the forks do not say so. */
class ChoiceTest {
    private static final String STREAM = "transport=pipe window=64";

    @Test
    void theFastestOfThoseLetInIsPickedAndTheConstraintHasItsPrice() {
        RunBuilder run = instances()
                .check("quick", "lambda", Verdict.REFUSED_ON_DECODE, "no")
                .check("plain", "lambda", Verdict.EXACT, "")
                .check("slow", "lambda", Verdict.EXACT, "");
        stream(run, "order", 100, 200, 400);
        assertThat(value(run, "none", "pick")).isEqualTo("quick on order");
        assertThat(value(run, "functions", "pick")).isEqualTo("plain on order");
        assertThat(value(run, "functions", "admissible codecs")).isEqualTo("plain and slow");
        assertThat(value(run, "functions", "cost of the constraint"))
                .startsWith("× 2.0")
                .contains("[");
        assertThat(value(run, "functions", "out because")).isEqualTo("lambda refused on decode (quick)");
        assertThat(value(run, "functions", "evidence")).isEqualTo("tried by this run: lambda");
        assertThat(value(run, "functions", "runner-up"))
                .startsWith("slow (× 2.0")
                .contains("the cost");
        assertThat(claims(run))
                .anyMatch(claim -> claim.text().startsWith("Carries functions: plain on order.")
                        && claim.rests().stream()
                                .anyMatch(link -> link.target().equals(Rows.transfer("order", "plain", ""))));
    }

    /** The same paragraph three times is read once and trusted less. */
    @Test
    void aConstraintThatChangesNothingSaysSoAndNoMore() {
        RunBuilder run = instances()
                .check("quick", "graph", Verdict.EXACT, "")
                .check("plain", "graph", Verdict.EXACT, "")
                .check("slow", "graph", Verdict.EXACT, "");
        stream(run, "order", 100, 200, 400);
        assertThat(claims(run))
                .anyMatch(claim -> claim.text().startsWith("Keeps cycles and shared references")
                        && claim.text().endsWith(": costs nothing, the pick is the same as without a constraint.")
                        && claim.rests().get(0).target().equals("choice_none"));
    }

    @Test
    void whoCannotBeToldApartIsPickedTogether() {
        RunBuilder run = instances();
        run.cell("stream", "quick", "order", STREAM, 1e9 / 100, 1e9 / 101, 1e9 / 102);
        run.cell("stream", "plain", "order", STREAM, 1e9 / 100.1, 1e9 / 101.2, 1e9 / 102.1);
        run.cell("stream", "slow", "order", STREAM, 1e9 / 400, 1e9 / 404, 1e9 / 408);
        assertThat(value(run, "none", "pick")).isEqualTo("quick and plain (tied) on order");
        assertThat(value(run, "none", "runner-up")).startsWith("slow (× 4.0");
    }

    @Test
    void whatIsSlowerAndLargerIsDropped() {
        RunBuilder run = instances()
                .size("quick", "order", 100, 100, 100)
                .size("plain", "order", 101, 101, 101)
                .size("slow", "order", 50, 50, 50);
        stream(run, "order", 100, 200, 400);
        assertThat(value(run, "none", "dropped")).isEqualTo("plain");
        assertThat(value(run, "none", "runner-up")).startsWith("slow (× 4.0").endsWith("the cost, × 2.0 smaller)");
    }

    /** A point that is behind is no verdict. */
    @Test
    void whatMightNotBeSlowerIsNotDropped() {
        RunBuilder run = instances().size("quick", "order", 100, 100, 100).size("plain", "order", 200, 200, 200);
        run.cell("stream", "quick", "order", STREAM, 1e9 / 100, 1e9 / 140, 1e9 / 100);
        run.cell("stream", "plain", "order", STREAM, 1e9 / 130, 1e9 / 110, 1e9 / 130);
        assertThat(table(run, Optional.empty()).columns())
                .extracting(Page.Column::title)
                .doesNotContain("dropped");
        assertThat(value(run, "none", "pick")).isEqualTo("quick and plain (not told apart) on order");
    }

    /** Catches noise that is recommended, and the cost of a constraint that rests on it. */
    @Test
    void whoScattersTooMuchIsNotPicked() {
        RunBuilder run = instances()
                .check("quick", "lambda", Verdict.UNSUPPORTED, "no")
                .check("slow", "lambda", Verdict.UNSUPPORTED, "no")
                .check("plain", "lambda", Verdict.EXACT, "");
        run.cell("stream", "quick", "order", STREAM, 1e9 / 100, 1e9 / 101, 1e9 / 102);
        run.cell("stream", "slow", "order", STREAM, 1e9 / 400, 1e9 / 404, 1e9 / 408);
        // Among enough others that are steady, one that is not is told from them.
        for (String other : List.of("e", "f", "g")) {
            run.cell("stream", other, "order", STREAM, 1e9 / 400, 1e9 / 404, 1e9 / 408);
        }
        run.cell("stream", "plain", "order", STREAM, 1e9 / 30, 1e9 / 500, 1e9 / 9000);
        assertThat(claims(run))
                .anyMatch(claim -> claim.text().startsWith("No constraint: quick (not decided: plain) on order"))
                .anyMatch(claim -> claim.text().startsWith("Carries functions: only plain")
                        && claim.text().contains("not established"));
    }

    /** Catches a need for graphs that is decided on anything but a graph. */
    @Test
    void whatIsNeededIsRacedWhereItWasSent() {
        RunBuilder run = instances()
                .payload("graph", "instances")
                .check("quick", "graph", Verdict.EXACT, "")
                .check("plain", "graph", Verdict.EXACT, "");
        stream(run, "order", 100, 200, 400);
        run.cell("stream", "quick", "graph", STREAM, 1e9 / 300, 1e9 / 301, 1e9 / 302);
        run.cell("stream", "plain", "graph", STREAM, 1e9 / 100, 1e9 / 101, 1e9 / 102);
        assertThat(claims(run))
                .anyMatch(claim -> claim.text()
                        .startsWith("Keeps cycles and shared references: depends: quick on order; plain on graph"));
    }

    @Test
    void itDependsWhereThePayloadsDisagree() {
        RunBuilder run = instances().payload("event", "instances");
        stream(run, "order", 100, 200, 400);
        stream(run, "event", 400, 200, 100);
        assertThat(value(run, "none", "pick")).isEqualTo("depends: quick on order; slow on event");
    }

    /** Catches a codec that is said to be behind where it arrives and was not timed, or not behind where it failed. */
    @Test
    void whoWasNotTimedIsNotBehind() {
        RunBuilder run = instances()
                .payload("event", "instances")
                .check("quick", "event", Verdict.EXACT, "")
                .check("plain", "event", Verdict.EXACT, "")
                .check("slow", "event", Verdict.EXACT, "");
        stream(run, "order", 100, 200, 400);
        stream(run, "event", Map.of("plain", 100.0, "slow", 300.0));
        assertThat(value(run, "none", "pick")).isEqualTo("quick on order");
        run.failure("stream", "quick", "event", STREAM, "the worker died");
        assertThat(value(run, "none", "pick")).isEqualTo("depends: quick on order; plain on event");
    }

    /** Catches a lead that is said to change at a size where who had it was not timed. */
    @Test
    void aSweepGoesByThoseTimedAtBothSizes() {
        RunBuilder run = lists();
        for (String list : List.of("list-10", "list-1000")) {
            stream(run, list, Map.of("quick", 100.0, "plain", 200.0));
        }
        stream(run, "list-100", 200, 400, 100);
        assertThat(words(run, Optional.empty(), "none").picked()).doesNotContain("the lead goes");
    }

    @Test
    void aSweepSaysBetweenWhichSizesTheLeadChanges() {
        RunBuilder run = lists();
        stream(run, "list-10", 100, 200, 400);
        stream(run, "list-100", 1_000, 2_000, 4_000);
        stream(run, "list-1000", 40_000, 20_000, 10_000);
        assertThat(value(run, "none", "pick"))
                .isEqualTo(
                        "depends: quick on list-10; between list-100 and list-1000 the lead goes from quick to slow");
    }

    @Test
    void oneRoundPicksNobody() {
        RunBuilder run =
                instances(1).check("quick", "graph", Verdict.DIED, "x").check("plain", "graph", Verdict.EXACT, "");
        run.cell("stream", "quick", "order", STREAM, 1e7)
                .cell("stream", "plain", "order", STREAM, 5e6)
                .cell("stream", "slow", "order", STREAM, 1e6);
        assertThat(value(run, "none", "pick")).isEqualTo("order not established on order (one round)");
        assertThat(value(run, "graphs", "pick")).isEqualTo("only plain");
        assertThat(value(run, "graphs", "cost of the constraint")).isEqualTo("× 2.0 (one round)");
        assertThat(value(run, "graphs", "out because")).isEqualTo("graph died (quick); not tried (slow)");
    }

    @Test
    void nobodyIsAnAnswer() {
        RunBuilder run = instances().check("quick", "graph", Verdict.UNSUPPORTED, "no");
        stream(run, "order", 100, 200, 400);
        assertThat(value(run, "graphs", "pick")).isEqualTo("no codec of this run");
        assertThat(value(run, "no-jar", "pick")).isEqualTo("no codec of this run");
    }

    @Test
    void withoutAMatrixNothingIsSaidOfWhatOnlyItKnows() {
        RunBuilder run = instances();
        stream(run, "order", 100, 200, 400);
        assertThat(table(run, Optional.empty()).rows())
                .extracting(Page.Row::id)
                .contains("choice_untrusted", "choice_no-generation")
                .doesNotContain("choice_cross-language", "choice_evolution", "choice_functions", "choice_graphs");
        assertThat(Choice.blocks(new Findings(run.run()), Optional.empty()))
                .filteredOn(Page.Lines.class::isInstance)
                .singleElement()
                .asString()
                .contains("cross-language", "schema evolution", "probe --contracts");
    }

    /** Catches a flag that is taken for granted, and a declaration that is passed off as a trial. */
    @Test
    void theMatrixDecidesByRowAndContract() {
        RunBuilder run = instances();
        stream(run, "order", 100, 200, 400);
        Matrix matrix = new MatrixMaker()
                .value("quick", true, "lambda-capturing-int", ValueOutcome.EXACT)
                .value("quick", false, "lambda-capturing-int", ValueOutcome.REFUSED_ON_ENCODE)
                .value("quick", false, "int-max", ValueOutcome.EXACT)
                .value("plain", false, "lambda-capturing-int", ValueOutcome.WRONG)
                .value("slow", false, "lambda-capturing-int", ValueOutcome.OTHER_CLASS)
                .contract("quick", "cross-language", "no: its own", false)
                .contract("plain", "cross-language", "yes, where there is a reader", false)
                .contract("plain", "a field added", "yes", true)
                .contract("plain", "a field removed", "lost", true)
                .contract("slow", "a field added", "yes", true)
                .contract("slow", "a field removed", "yes: by name", true)
                .matrix();
        assertThat(value(run, matrix, "functions", "admissible codecs")).isEqualTo("quick and slow");
        assertThat(value(run, matrix, "functions-and-no-flags", "admissible codecs"))
                .isEqualTo("slow");
        assertThat(value(run, matrix, "functions", "out because"))
                .isEqualTo("lambda-capturing-int silently wrong (plain)");
        assertThat(value(run, matrix, "cross-language", "admissible codecs")).isEqualTo("plain");
        assertThat(value(run, matrix, "cross-language", "evidence"))
                .startsWith("declared")
                .contains("not tried");
        assertThat(value(run, matrix, "cross-language", "out because"))
                .isEqualTo("no: its own (quick); not tried (slow)");
        assertThat(value(run, matrix, "evolution", "admissible codecs")).isEqualTo("slow");
        assertThat(value(run, matrix, "evolution", "evidence")).startsWith("tried by probe");
        assertThat(table(run, Optional.of(matrix)).notes())
                .contains("cross-language: yes, where there is a reader, declared (plain).")
                .contains("quick carries 1 of the probed values only with opened packages.");
    }

    /** Catches a pair that the run itself saw fail being let in by the matrix. */
    @Test
    void whatFailsInTheRunIsOut() {
        RunBuilder run = instances().check("slow", "lambda", Verdict.DIFFERENT, "a null arrived");
        stream(run, "order", 100, 200, 400);
        Matrix matrix = new MatrixMaker()
                .value("slow", false, "lambda-capturing-int", ValueOutcome.EXACT)
                .value("plain", false, "lambda-capturing-int", ValueOutcome.EXACT)
                .matrix();
        assertThat(value(run, matrix, "functions", "pick")).isEqualTo("only plain");
        assertThat(value(run, matrix, "functions", "out because"))
                .isEqualTo("not tried (quick); lambda different (slow)");
    }

    @Test
    void whereNothingIsStreamedTheNextMeasureDecides() {
        RunBuilder run = instances();
        for (String codec : List.of("quick", "plain")) {
            int cost = codec.equals("quick") ? 100 : 200;
            run.cell("encode", codec, "order", "", cost, cost + 1, cost + 2);
            run.cell("decode", codec, "order", "", 500 - cost, 501 - cost, 502 - cost);
        }
        assertThat(value(run, "none", "pick")).isEqualTo("depends: quick on order (encode); plain on order (decode)");
        run.cell("roundTrip", "plain", "order", "transport=pipe", 9, 10, 11);
        assertThat(value(run, "none", "pick")).isEqualTo("only plain was measured on order (round trip)");
    }

    @Test
    void controlsAreNoChoice() {
        RunBuilder run = instances();
        stream(run, "order", 100, 200, 400);
        run.cell("stream", "floor", "order", STREAM, 1e9, 1e9, 1e9);
        assertThat(value(run, "none", "pick")).isEqualTo("quick on order");
        assertThat(value(run, "none", "admissible codecs")).isEqualTo("quick, plain and slow");
    }

    /** Catches a name that acts in a page, and two rows of one id. */
    @Test
    void namesAreShownAndDoNotAct() {
        RunBuilder run = new RunBuilder(3)
                .codec(CannedRuns.SCRIPT, "tuned", true)
                .codec(CannedRuns.FORMULA, "tuned", true)
                .payload("<b>|`", "instances");
        run.cell("stream", CannedRuns.SCRIPT, "<b>|`", STREAM, 1e7, 1.01e7, 1.02e7)
                .cell("stream", CannedRuns.FORMULA, "<b>|`", STREAM, 5e6, 5.1e6, 5.2e6);
        List<Page.Block> blocks = Choice.blocks(new Findings(run.run()), Optional.empty());
        Page page = new Page("t", List.of(new Page.Section("choice", 2, "t", blocks)));
        assertThat(MarkdownWriter.write(page, Map.of()))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<b>");
        assertThat(table(run, Optional.empty()).rows())
                .extracting(Page.Row::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z_-]+"));
    }

    @Test
    void aRunWithoutNumbersSaysNothing() {
        assertThat(Choice.blocks(new Findings(instances().run()), Optional.empty()))
                .isEmpty();
    }

    /** With a sweep of three sizes. */
    private static RunBuilder lists() {
        return instances()
                .payload("list-10", "containers")
                .payload("list-100", "containers")
                .payload("list-1000", "containers");
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
        stream(run, payload, Map.of("quick", quick, "plain", plain, "slow", slow));
    }

    /** Costs in nanoseconds by codec. */
    private static void stream(RunBuilder run, String payload, Map<String, Double> costs) {
        costs.forEach((codec, cost) ->
                run.cell("stream", codec, payload, STREAM, 1e9 / cost, 1e9 / (1.01 * cost), 1e9 / (1.02 * cost)));
    }

    private static List<Page.Claim> claims(RunBuilder run) {
        return Choice.blocks(new Findings(run.run()), Optional.empty()).stream()
                .filter(Page.Claims.class::isInstance)
                .flatMap(block -> ((Page.Claims) block).claims().stream())
                .toList();
    }

    private static Page.Table table(RunBuilder run, Optional<Matrix> matrix) {
        return Choice.blocks(new Findings(run.run()), matrix).stream()
                .filter(Page.Table.class::isInstance)
                .map(Page.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String value(RunBuilder run, String constraint, String column) {
        return value(run, Optional.empty(), constraint, column);
    }

    private static String value(RunBuilder run, Matrix matrix, String constraint, String column) {
        return value(run, Optional.of(matrix), constraint, column);
    }

    /** What stands in sentences is taken from the words they are made of, the rest from the table. */
    private static String value(RunBuilder run, Optional<Matrix> matrix, String constraint, String column) {
        return switch (column) {
            case "pick" -> words(run, matrix, constraint).picked();
            case "runner-up" -> words(run, matrix, constraint).runnerUp();
            case "cost of the constraint" -> words(run, matrix, constraint).cost();
            default -> value(table(run, matrix), constraint, column);
        };
    }

    private static PickWords words(RunBuilder run, Optional<Matrix> matrix, String constraint) {
        Findings findings = new Findings(run.run());
        Constraint wanted = Constraint.all().stream()
                .filter(each -> each.id().equals("choice_" + constraint))
                .findFirst()
                .orElseThrow();
        return new PickWords(findings, Pick.of(findings, new Evidence(findings, matrix), Race.of(findings), wanted));
    }

    private static String value(Page.Table table, String constraint, String column) {
        int at = table.columns().stream().map(Page.Column::title).toList().indexOf(column);
        assertThat(at).as("column %s", column).isNotNegative();
        return table.rows().stream()
                .filter(row -> row.id().equals("choice_" + constraint))
                .findFirst()
                .orElseThrow()
                .values()
                .get(at)
                .text();
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
            List<CodecFacts> codecs = List.of();
            return new Matrix(
                    "m",
                    Instant.EPOCH,
                    1,
                    "complete",
                    Map.of(),
                    Map.of(),
                    codecs,
                    List.of(),
                    checks,
                    contracts,
                    List.of());
        }
    }
}
