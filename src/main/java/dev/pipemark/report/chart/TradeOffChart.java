package dev.pipemark.report.chart;

import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Coding;
import dev.pipemark.report.rank.Transfer;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is traded: bytes against rate, and the front that nothing lies beyond. */
final class TradeOffChart {
    private static final int HEIGHT = 470;

    /** A codec that was both streamed and sized. */
    private record Point(Transfer row, Estimate rate, double bytes) {
        /** At least as fast and as small as the other, and better in one of them, as seen. */
        boolean beats(Point other) {
            return rate.value() >= other.rate.value()
                    && bytes <= other.bytes
                    && (rate.value() > other.rate.value() || bytes < other.bytes);
        }
    }

    private TradeOffChart() {}

    static List<Figure> of(String payload, List<Transfer> rows, List<Coding> codings, String table) {
        List<Point> points = new ArrayList<>();
        for (Transfer row : rows) {
            Estimate rate = row.stream() == null ? Estimate.NONE : row.stream().rate();
            double bytes = bytes(row, codings);
            if (Chart.drawable(rate.value()) && Chart.drawable(bytes)) {
                points.add(new Point(row, rate, bytes));
            }
        }
        List<Map<String, Object>> items = new ArrayList<>();
        List<String> front = new ArrayList<>();
        for (Point point : points) {
            Map<String, Object> item =
                    Chart.item(point.row().codec(), point.row().extras());
            Chart.put(
                    item,
                    point.rate(),
                    Chart.rate(point.rate()) + ", " + Scale.exact(point.bytes()).text() + " B");
            item.put("bytes", point.bytes());
            if (points.stream().noneMatch(other -> other.beats(point))) {
                item.put("front", true);
                front.add(Chart.name(point.row().codec(), point.row().extras()));
            }
            items.add(item);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("items", items);
        data.put("front", "the front: none is as small and faster, or as fast and smaller");
        return Chart.figure(
                "size-rate-" + Page.slug(payload),
                "What do I trade? Size against streamed rate of " + payload,
                "On the front: " + Chart.list(front)
                        + "; for every other codec one of them is as small and faster, or as fast and smaller, as seen."
                        + " Mean message size in"
                        + " bytes against messages per second, both logarithmic: up and to the left is better.",
                "tradeOff",
                Chart.WIDTH,
                HEIGHT,
                data,
                items.size(),
                table);
    }

    /** NaN where the pair was not sized; sizes do not know of other parameters. */
    private static double bytes(Transfer row, List<Coding> codings) {
        for (Coding coding : codings) {
            PairSizes size = coding.size();
            if (size != null
                    && row.extras().isEmpty()
                    && coding.codec().id().equals(row.codec().id())) {
                return size.mean();
            }
        }
        return Double.NaN;
    }
}
