package dev.pipemark.report.chart;

import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Transfer;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The chart of one transfer table: the streamed rate of each codec. */
final class TransferCharts {
    private TransferCharts() {}

    static List<Figure> rates(String payload, List<Transfer> rows, String table) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Transfer row : rows) {
            Estimate rate = rate(row);
            if (Chart.drawable(rate.value())) {
                Map<String, Object> item = Chart.item(row.codec(), row.extras());
                Chart.put(item, rate, Chart.rate(rate));
                item.put("label", Chart.label(Scale.rate(List.of(rate.value())), rate));
                items.add(item);
            }
        }
        return Chart.figure(
                "rate-" + Page.slug(payload),
                "Who is fast? Streamed rate of " + payload,
                first(rows)
                        + " Messages per second by codec, on a logarithmic axis, fastest on top; whiskers are 95 %"
                        + " intervals over forks, where there are three or more.",
                "rates",
                Chart.WIDTH,
                Chart.rows(items.size()),
                Map.of("items", items),
                items.size(),
                table);
    }

    /** Who is on top, as far as the rounds allow to say so. */
    private static String first(List<Transfer> rows) {
        List<Transfer> first =
                rows.stream().filter(row -> row.streamRank().place() == 1).toList();
        if (first.isEmpty()) {
            return rows.stream()
                    .filter(row -> rate(row).known())
                    .findFirst()
                    .map(row -> "Highest seen: " + name(row) + " with " + Chart.rate(rate(row))
                            + "; too few forks to say that it leads.")
                    .orElse("");
        }
        if (first.size() == 1) {
            return name(first.get(0)) + (first.get(0).streamRank().alone() ? " is fastest with " : " is on top with ")
                    + Chart.rate(rate(first.get(0))) + ".";
        }
        return Chart.list(first.stream().map(TransferCharts::name).toList())
                + " share first place: nothing is known to be faster than any of them.";
    }

    private static String name(Transfer row) {
        return Chart.name(row.codec(), row.extras());
    }

    private static Estimate rate(Transfer row) {
        return row.stream() == null ? Estimate.NONE : row.stream().rate();
    }
}
