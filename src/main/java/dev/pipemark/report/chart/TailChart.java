package dev.pipemark.report.chart;

import dev.pipemark.record.Metric;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.rank.Contender;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The percentiles of single round trips, from the median to the maximum. */
public final class TailChart {
    private static final List<String> NAMES = List.of("p50", "p90", "p99", "p99.9", "max");
    private static final List<Metric> PERCENTILES =
            List.of(Metric.P50, Metric.P90, Metric.P99, Metric.P999, Metric.MAX);

    private TailChart() {}

    /**
     * @param table the id of the table with the numbers
     */
    public static List<Figure> of(Findings findings, String payload, List<PairRow> rows, String table) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (PairRow row : rows.stream()
                .sorted(Comparator.comparingDouble(TailChart::order))
                .toList()) {
            // 0 stands for a value that a logarithmic axis cannot show.
            List<Double> values = PERCENTILES.stream()
                    .map(metric -> row.tripMetric(metric))
                    .map(value -> Chart.drawable(value) ? value : 0)
                    .toList();
            if (values.stream().filter(value -> value > 0).count() < 2) {
                continue;
            }
            Map<String, Object> item =
                    Chart.item(findings, new Contender(row.codec().id(), row.extras()));
            item.put("values", values);
            items.add(item);
        }
        return Chart.figure(
                "tail-" + Page.slug(payload),
                "Round-trip percentiles of " + payload,
                "p50, p90, p99, p99.9 and the slowest call of each codec, on a logarithmic axis. The label is p99. Each value"
                        + " is a median over forks, without an interval.",
                "tail",
                Chart.rows(items.size()),
                items,
                Map.of("percentiles", NAMES),
                table);
    }

    private static double order(PairRow row) {
        double value = row.tripMetric(Metric.P99);
        return Chart.drawable(value) ? value : Double.POSITIVE_INFINITY;
    }
}
