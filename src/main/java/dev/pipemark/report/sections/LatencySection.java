package dev.pipemark.report.sections;

import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Percentiles of single round trips, and the first reply of a cold worker. */
final class LatencySection {
    /** The payloads that are shown here. The section with every number has the percentiles of the others. */
    private static final int PAYLOADS = 4;

    private static final List<Metric> PERCENTILES =
            List.of(Metric.P50, Metric.P90, Metric.P99, Metric.P999, Metric.MAX);

    private LatencySection() {}

    static List<Block> blocks(Findings findings) {
        Charts charts = new Charts();
        findings.payloads().stream()
                .map(payload -> PairRow.of(findings, payload).stream()
                        .filter(row -> !Double.isNaN(row.tripMetric(Metric.P50)))
                        .sorted(Comparator.comparingDouble(row -> row.tripMetric(Metric.P99)))
                        .toList())
                .filter(rows -> rows.size() > 1)
                .limit(PAYLOADS)
                .forEach(rows -> charts.add(
                        percentiles(rows),
                        "tail",
                        2,
                        "Percentiles of each codec and its slowest call, on a logarithmic axis. The label is p99."));
        List<Block> blocks = charts.blocks();
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

    private static Page.Table percentiles(List<PairRow> rows) {
        String payload = rows.get(0).payload();
        Grid<PairRow> grid = new Grid<>(rows).text("codec", row -> Names.codec(row.codec(), row.extras()));
        for (Metric metric : PERCENTILES) {
            grid.time(metric.id(), (PairRow row) -> row.tripMetric(metric));
        }
        return grid.table(
                "tail-" + Page.slug(payload),
                "Round-trip percentiles of " + payload,
                List.of(
                        "Each value is a median over forks, without an interval. A percentile is given only if 20 calls are"
                                + " above it. Each call starts when the previous one has ended. Under load, calls also wait for"
                                + " each other, so tails are longer."));
    }
}
