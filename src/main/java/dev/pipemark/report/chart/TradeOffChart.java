package dev.pipemark.report.chart;

import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Contender;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bytes of a message against streamed rate, with the front: the codecs that no other codec beats in both. */
public final class TradeOffChart {
    private static final int HEIGHT = 470;

    /** A codec that was both streamed and sized. */
    private record Point(String codec, Estimate rate, double bytes) {
        /** Returns whether this codec is at least as fast and as small as the other, and better in one of them. */
        boolean beats(Point other) {
            return rate.value() >= other.rate.value()
                    && bytes <= other.bytes
                    && (rate.value() > other.rate.value() || bytes < other.bytes);
        }
    }

    private TradeOffChart() {}

    /**
     * @param table the id of the table with the numbers
     */
    public static List<Figure> of(Findings findings, String payload, List<PairRow> rows, String table) {
        List<Point> points = new ArrayList<>();
        for (PairRow row : rows) {
            Estimate rate = Score.rateOf(row.stream());
            PairSizes size = row.size();
            // Sizes have no other parameters.
            if (size != null && row.extras().isEmpty() && Chart.drawable(rate.value()) && Chart.drawable(size.mean())) {
                points.add(new Point(row.codec().id(), rate, size.mean()));
            }
        }
        List<Map<String, Object>> items = new ArrayList<>();
        List<String> front = new ArrayList<>();
        for (Point point : points) {
            Map<String, Object> item = Chart.item(findings, new Contender(point.codec(), ""));
            Chart.put(
                    item,
                    point.rate(),
                    Chart.rate(point.rate()) + ", " + Scale.exact(point.bytes()).text() + " B");
            item.put("bytes", point.bytes());
            if (points.stream().noneMatch(other -> other.beats(point))) {
                item.put("front", true);
                front.add(point.codec());
            }
            items.add(item);
        }
        // The order of Map.of differs between processes.
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("front", "on the front");
        names.put("others", "behind it");
        return Chart.figure(
                "size-rate-" + Page.slug(payload),
                "Size against streamed rate of " + payload,
                "On the front: " + Names.list(front)
                        + ". By the measured values, no codec is both faster and smaller than one of these. Better is up and"
                        + " to the left. Both axes are logarithmic.",
                "tradeOff",
                HEIGHT,
                items,
                names,
                table);
    }
}
