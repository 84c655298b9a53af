package dev.pipemark.report.sections;

import dev.pipemark.record.Kind;
import dev.pipemark.report.chart.TailChart;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Percentiles of single round trips, and the first reply of a cold worker. */
final class LatencySection {
    private static final int CHARTS = 4;

    private LatencySection() {}

    static List<Block> blocks(Findings findings) {
        List<Block> blocks = new ArrayList<>();
        for (String payload : findings.payloads()) {
            if (blocks.size() < CHARTS) {
                blocks.addAll(
                        TailChart.of(findings, payload, PairRow.of(findings, payload), NumbersSection.id(payload)));
            }
        }
        if (!blocks.isEmpty()) {
            blocks.add(Lines.of(
                    "Each call starts when the previous one has ended. Under load, calls also wait for each other, so"
                            + " tails are longer. A percentile is given only if 20 calls are above it."));
        }
        List<Score> first = new ArrayList<>(findings.scores(Kind.FIRST_REPLY));
        if (!first.isEmpty()) {
            first.sort(Comparator.comparing((Score row) ->
                            findings.payloads().indexOf(row.cell().payload()))
                    .thenComparingDouble(Score::order));
            blocks.add(new Grid<>(first)
                    .text("codec", row -> Names.codec(findings.codec(row.cell().codec()), ""))
                    .text("payload", row -> row.cell().payload())
                    .text("parameters", row -> Kind.parameters(row.cell()))
                    .time("first reply", Score::cost)
                    .number("×best", row -> findings.timesBest(row))
                    .text("remark", row -> Names.brief(row.remark()))
                    .table(
                            "first-reply",
                            "Time from spawning a worker to its first reply",
                            List.of("The worker is cold. The parent has used the codec before.")));
        }
        return blocks;
    }
}
