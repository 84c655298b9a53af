package dev.pipemark.report.chart;

import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.rank.Contender;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Rates along a growing quantity, with a line for each codec.
 *
 * @param id of the table; the figure's id ends with {@code -chart}
 * @param along the growing quantity: the size of a payload, messages in flight, or workers
 * @param unit of the rates
 */
public record Sweep(String id, String title, String along, String unit, List<Line> lines) {
    private static final int HEIGHT = 480;

    /** One codec at its planned points. */
    public record Line(Contender arm, SortedMap<Long, Score> points) {
        /** Returns the score at a point, or {@code null}. */
        public @Nullable Score at(long point) {
            return points.get(point);
        }
    }

    /** Returns all points, ascending. */
    public List<Long> points() {
        return lines.stream()
                .flatMap(line -> line.points().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the chart; none if fewer than two codecs have a point on its logarithmic axes. */
    public List<Figure> chart(Findings findings) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Line line : lines) {
            List<Map<String, Object>> values = new ArrayList<>();
            line.points().forEach((point, score) -> {
                if (point > 0 && Chart.drawable(score.rate().value())) {
                    Map<String, Object> value = new LinkedHashMap<>();
                    value.put("at", point);
                    Chart.put(value, score.rate(), Chart.rate(score.rate()));
                    values.add(value);
                }
            });
            if (!values.isEmpty()) {
                Map<String, Object> item = Chart.item(findings, line.arm());
                item.put("points", values);
                items.add(item);
            }
        }
        // The order of Map.of differs between processes.
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("along", along);
        more.put("unit", unit);
        more.put("points", points().stream().filter(point -> point > 0).toList());
        return Chart.figure(
                id + "-chart",
                title,
                "A line for each codec. Both axes are logarithmic. Whiskers are 95 % intervals over forks.",
                "sweep",
                Math.max(HEIGHT, 110 + 14 * items.size()),
                items,
                more,
                id);
    }
}
