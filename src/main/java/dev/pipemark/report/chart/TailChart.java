package dev.pipemark.report.chart;

import dev.pipemark.record.Metric;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Transfer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the tail of a round trip is: from the middle call to the slowest, by codec. */
final class TailChart {
    private static final Map<String, Metric> PERCENTILES = percentiles();

    private TailChart() {}

    static List<Figure> of(String payload, List<Transfer> rows, String table) {
        List<Transfer> known = rows.stream()
                .filter(row -> PERCENTILES.values().stream()
                                .filter(metric -> Chart.drawable(row.tripMetric(metric)))
                                .count()
                        > 1)
                .sorted(Comparator.comparingDouble(TailChart::order))
                .toList();
        List<Map<String, Object>> items = new ArrayList<>();
        for (Transfer row : known) {
            List<Double> values = PERCENTILES.values().stream()
                    .map(metric -> row.tripMetric(metric))
                    // Nothing is at nought on a logarithmic axis.
                    .map(value -> Chart.drawable(value) ? value : 0)
                    .toList();
            Map<String, Object> item = Chart.item(row.codec(), row.extras());
            item.put("values", values);
            item.put(
                    "texts",
                    values.stream().map(value -> value > 0 ? time(value) : "").toList());
            boolean known99 = !Double.isInfinite(order(row));
            item.put("label", known99 ? time(order(row)) : "p99 unknown: too few calls");
            if (known99) {
                item.put("labelAt", order(row));
            }
            items.add(item);
        }
        // In this order each time: Map.of has another one in each process.
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("items", items);
        data.put("percentiles", List.copyOf(PERCENTILES.keySet()));
        return Chart.figure(
                "tail-" + Page.slug(payload),
                "How long is the tail? Round trips of " + payload,
                finding(known)
                        + " The middle call (p50), what 90, 99 and 99.9 % of calls do not exceed, and the slowest one"
                        + " seen, on a logarithmic axis; shortest p99 on top, with its time above it. They are medians over forks and come"
                        + " without intervals: neighbours are not ranked by them.",
                "tail",
                Chart.WIDTH,
                Chart.rows(items.size()),
                data,
                items.size(),
                table);
    }

    private static String finding(List<Transfer> rows) {
        List<Transfer> ordered =
                rows.stream().filter(row -> !Double.isInfinite(order(row))).toList();
        if (ordered.isEmpty()) {
            return "";
        }
        Transfer last = ordered.get(ordered.size() - 1);
        return "p99 goes from " + time(order(ordered.get(0))) + " with "
                + Chart.name(ordered.get(0).codec(), ordered.get(0).extras()) + " to " + time(order(last)) + " with "
                + Chart.name(last.codec(), last.extras()) + ".";
    }

    private static double order(Transfer row) {
        double value = row.tripMetric(Metric.P99);
        return Chart.drawable(value) ? value : Double.POSITIVE_INFINITY;
    }

    private static String time(double nanoseconds) {
        Scale scale = Scale.time(List.of(nanoseconds));
        return scale.value(nanoseconds, 2).text() + " " + scale.unit();
    }

    private static Map<String, Metric> percentiles() {
        Map<String, Metric> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", Metric.P50);
        percentiles.put("p90", Metric.P90);
        percentiles.put("p99", Metric.P99);
        percentiles.put("p99.9", Metric.P999);
        percentiles.put("max", Metric.MAX);
        return Collections.unmodifiableMap(percentiles);
    }
}
