package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Difference;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Catches a pair in the wrong direction, a pair that is not judged by its table, and a codec without its counterpart. */
class FeatureSectionTest {
    @Test
    void pairHasTheVerdictsOfItsTables() {
        Findings findings = new Findings(run(3).run());
        Table table = table(findings);
        assertThat(row(table, 0)).startsWith("references", "refs", "plain ⚠", "order");
        Value encode = cell(table, 0, "encode ×");
        assertThat(encode.text()).startsWith("2.0");
        assertThat(encode.detail()).endsWith("▼ references slower");
        Score with = score(findings, "encode", "refs");
        Score without = score(findings, "encode", "plain");
        assertThat(encode.detail())
                .startsWith(Scale.RATIO
                        .value(findings.ranking(with.cell())
                                .judge(with, without)
                                .ratio())
                        .detail());
        assertThat(cell(table, 0, "streamed ×").detail()).endsWith("▲ references faster");
        assertThat(cell(table, 0, "streamed ×").text()).startsWith("4.0");
        assertThat(cell(table, 0, "bytes with it").text()).isEqualTo("120");
        assertThat(cell(table, 0, "bytes without it").text()).isEqualTo("100");
        assertThat(table.columns()).extracting(Page.Column::title).doesNotContain("decode ×", "round trip ×");
    }

    @Test
    void pairOfTooFewRoundsIsNotJudged() {
        Value encode = cell(table(new Findings(run(1).run())), 0, "encode ×");
        assertThat(encode.text()).isEqualTo("2.0");
        assertThat(encode.detail()).isEqualTo("references slower, unjudged");
    }

    /** A codec without a counterpart in the run, and one whose counterpart has another payload, are not pairs. */
    @Test
    void onlyWholePairsAreShown() {
        assertThat(table(new Findings(run(3).run())).rows()).hasSize(1);
        Findings alone = new Findings(new RunBuilder(3)
                .codec(facts("alone", "elsewhere", "a feature"))
                .payload("order", "instances")
                .cell("encode", "alone", "order", "", 1, 2, 3)
                .run());
        assertThat(Sections.page(alone, Optional.empty(), Optional.empty()).sections())
                .extracting(Page.Section::id)
                .contains("numbers")
                .doesNotContain("features");
    }

    private static RunBuilder run(int rounds) {
        double[] slow = {200, 203, 203};
        double[] fast = {100, 101, 102};
        return new RunBuilder(rounds)
                .codec("plain", "tuned", false)
                .codec(facts("refs", "plain", "references"))
                .codec(facts("other", "elsewhere", "a feature"))
                .codec(facts("apart", "plain", "another feature"))
                .payload("order", "instances")
                .payload("long", "primitives")
                .cell("encode", "plain", "order", "", Arrays.copyOf(fast, rounds))
                .cell("encode", "refs", "order", "", Arrays.copyOf(slow, rounds))
                .cell("encode", "other", "order", "", Arrays.copyOf(slow, rounds))
                .cell("encode", "apart", "long", "", Arrays.copyOf(slow, rounds))
                .cell("stream", "plain", "order", "window=64", Arrays.copyOf(fast, rounds))
                .cell("stream", "refs", "order", "window=64", Arrays.copyOf(new double[] {400, 405, 407}, rounds))
                .size("plain", "order", 100, 90, 110)
                .size("refs", "order", 120, 110, 130);
    }

    private static CodecFacts facts(String id, String other, String feature) {
        return new CodecFacts(id, "tuned", "", "g:a", "1", true, null, new Difference(other, feature));
    }

    private static Score score(Findings findings, String benchmark, String codec) {
        return findings.scores(cell ->
                        cell.benchmark().equals(benchmark) && cell.codec().equals(codec))
                .get(0);
    }

    private static Table table(Findings findings) {
        return SectionsTest.tables(Sections.page(findings, Optional.empty(), Optional.empty())).stream()
                .filter(table -> table.id().equals("features-table"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> row(Table table, int row) {
        return table.rows().get(row).stream().map(Value::text).toList();
    }

    private static Value cell(Table table, int row, String column) {
        return table.rows()
                .get(row)
                .get(table.columns().stream().map(Page.Column::title).toList().indexOf(column));
    }
}
