package dev.pipemark.report.sections;

import dev.pipemark.record.Metric;
import dev.pipemark.report.chart.Drawings;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the tail of a round trip is: percentiles of single calls. */
final class LatencySection {
    private static final String TABLE = "latency-table";
    private static final int CHARTS = 4;

    /** Beyond so many rows the table has the payloads that are drawn: the transfer tables have the others. */
    private static final int MANY = 400;

    private static final List<Metric> PERCENTILES =
            List.of(Metric.P50, Metric.P90, Metric.P99, Metric.P999, Metric.MAX);

    private LatencySection() {}

    static List<Block> blocks(Findings findings) {
        List<Transfer> all = new ArrayList<>();
        List<Transfer> drawn = new ArrayList<>();
        List<Block> charts = new ArrayList<>();
        for (String payload : findings.payloads()) {
            List<Transfer> timed = Transfer.of(findings, payload).stream()
                    .filter(LatencySection::timed)
                    .toList();
            all.addAll(timed);
            if (!timed.isEmpty() && charts.size() < CHARTS) {
                List<Page.Figure> tail = Drawings.tail(payload, timed, TABLE);
                charts.addAll(tail);
                if (!tail.isEmpty()) {
                    drawn.addAll(timed);
                }
            }
        }
        if (all.isEmpty()) {
            return List.of();
        }
        boolean many = all.size() > MANY && !drawn.isEmpty();
        List<Transfer> rows = many ? drawn : all;
        List<String> lines = new ArrayList<>();
        lines.add("Closed loop: the next call starts when the last has ended, so that a slow call holds back those that"
                + " would have met it. These are service times, not response times under load. Each is the median"
                + " over forks of that fork's percentile, without an interval, and printed only where 20 calls lie"
                + " beyond it.");
        if (many) {
            lines.add("Here are "
                    + Names.list(rows.stream().map(Transfer::payload).distinct().toList())
                    + "; p50, p99 and p99.9 of every other payload stand in its transfer table, all percentiles in"
                    + " results.csv.");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Lines(lines, false));
        blocks.addAll(charts);
        blocks.add(new Grid<>(rows)
                .id(row -> Rows.id("latency", row.payload(), row.codec().id(), row.extras()))
                .facets(row -> Rows.facets(findings, row.codec().id(), row.payload()))
                .text("codec", row -> Names.codec(row.codec(), row.extras()))
                .text("badge", row -> row.codec().badge())
                .text("payload", Transfer::payload)
                .time("p50", (Transfer row) -> row.tripMetric(Metric.P50))
                .time("p90", (Transfer row) -> row.tripMetric(Metric.P90))
                .time("p99", (Transfer row) -> row.tripMetric(Metric.P99))
                .time("p99.9", (Transfer row) -> row.tripMetric(Metric.P999))
                .time("max", (Transfer row) -> row.tripMetric(Metric.MAX))
                .number("p99 over p50", LatencySection::tail)
                .number("samples", row -> samples(row.tripMetric(Metric.SAMPLES)))
                .table(
                        TABLE,
                        "Percentiles of single round trips, one in flight",
                        rows.stream().allMatch(row -> Double.isNaN(row.tripMetric(Metric.SAMPLES)))
                                ? List.of()
                                : List.of("samples: calls per fork behind the percentiles.")));
        return blocks;
    }

    private static boolean timed(Transfer row) {
        return PERCENTILES.stream().anyMatch(metric -> !Double.isNaN(row.tripMetric(metric)));
    }

    /** How much longer one call of a hundred takes at the least than the middle one. */
    private static Value tail(Transfer row) {
        double times = row.tripMetric(Metric.P99) / row.tripMetric(Metric.P50);
        return Scale.RATIO.value(times, 2);
    }

    private static Value samples(double samples) {
        return Double.isNaN(samples)
                ? Value.BLANK
                : Value.number(String.format(Locale.ROOT, "%,.0f", samples), samples);
    }
}
