package dev.pipemark.report.chart;

import dev.pipemark.record.Resolution;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.SweepRow;
import dev.pipemark.report.rank.Transfer;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rates along a thing that grows, a line for each codec: where sizes cross, and what a wider window or more workers gain. */
final class SweepChart {
    private static final int HEIGHT = 480;

    /** What one codec gains from the first point to the last. */
    private record Gain(String name, Estimate times) {}

    private SweepChart() {}

    static List<Figure> of(
            String id,
            String title,
            String along,
            Findings findings,
            List<Long> points,
            List<SweepRow> rows,
            String table) {
        List<Long> drawn = points.stream().filter(point -> point > 0).toList();
        boolean gains = drawn.size() > 1 && samePayload(rows);
        List<Gain> gained = new ArrayList<>();
        List<Map<String, Object>> items = new ArrayList<>();
        for (SweepRow row : rows) {
            List<Map<String, Object>> values = new ArrayList<>();
            for (long point : drawn) {
                Score score = row.at(point);
                if (score != null && Chart.drawable(score.rate().value())) {
                    values.add(value(findings, point, score));
                }
            }
            if (!values.isEmpty()) {
                Map<String, Object> item = Chart.item(
                        findings.codec(row.contender().codec()), row.contender().extras());
                Estimate gain = gains ? gain(row.at(drawn.get(0)), row.at(drawn.get(drawn.size() - 1))) : Estimate.NONE;
                if (Chart.drawable(gain.value())) {
                    item.put("gain", "×" + Scale.RATIO.value(gain).text());
                    item.put(
                            "gainText",
                            "from " + drawn.get(0) + " to " + drawn.get(drawn.size() - 1) + ": " + Chart.times(gain));
                    gained.add(new Gain(String.valueOf(item.get("name")), gain));
                }
                item.put("points", values);
                items.add(item);
            }
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("items", items);
        data.put("along", along);
        data.put("unit", along.contains("worker") ? "tasks per second" : "messages per second");
        data.put("points", drawn);
        return Chart.figure(
                id,
                title.contains("?") ? title : question(gains, along) + " " + title,
                (gains ? gained(gained, drawn) + apart(rows, drawn) : inFront(findings, drawn, rows))
                        + " Rates by codec along the "
                        + along
                        + ", both axes logarithmic; whiskers are 95 % intervals over forks, where there are three"
                        + " or more.",
                "sweep",
                Chart.WIDTH,
                Math.max(HEIGHT, 110 + 14 * items.size()),
                data,
                items.isEmpty() ? 0 : 2,
                table);
    }

    private static String question(boolean gains, String along) {
        return !gains
                ? "Where do sizes cross?"
                : along.contains("worker") ? "What do more workers gain?" : "Is a wider window the bigger win?";
    }

    private static Map<String, Object> value(Findings findings, long point, Score score) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("at", point);
        Chart.put(value, score.rate(), Chart.rate(score.rate()));
        if (findings.rank(score).place() == 1) {
            value.put("first", true);
        }
        return value;
    }

    /** Where the payload itself grows, the rates of two points are of different things. */
    private static boolean samePayload(List<SweepRow> rows) {
        return rows.stream()
                        .flatMap(row -> row.points().values().stream())
                        .map(score -> score.cell().payload())
                        .distinct()
                        .count()
                == 1;
    }

    /** How many times the cost of the other. */
    private static Estimate gain(@Nullable Score first, @Nullable Score last) {
        return first == null || last == null
                ? Estimate.NONE
                : first.over(last, Resolution.LEAST).ratio();
    }

    private static String gained(List<Gain> gains, List<Long> points) {
        if (gains.isEmpty()) {
            return "";
        }
        List<Gain> ordered = gains.stream()
                .sorted(Comparator.comparingDouble((Gain gain) -> -gain.times().value()))
                .toList();
        Gain most = ordered.get(0);
        Gain least = ordered.get(ordered.size() - 1);
        return "From " + points.get(0) + " to " + points.get(points.size() - 1) + ", " + most.name() + " gains "
                + Chart.times(most.times())
                + (ordered.size() == 1 ? "." : " and " + least.name() + " " + Chart.times(least.times()) + ".");
    }

    /** How far apart the codecs are at the last point, to hold a gain against. */
    private static String apart(List<SweepRow> rows, List<Long> points) {
        long last = points.get(points.size() - 1);
        List<SweepRow> measured = rows.stream()
                .filter(row -> Transfer.order(row.at(last)) < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble(row -> Transfer.order(row.at(last))))
                .toList();
        if (measured.size() < 2) {
            return "";
        }
        SweepRow best = measured.get(0);
        SweepRow worst = measured.get(measured.size() - 1);
        Estimate ratio = gain(worst.at(last), best.at(last));
        return Chart.drawable(ratio.value())
                ? " At " + last + ", " + worst.contender().codec() + " costs " + Chart.times(ratio) + " what "
                        + best.contender().codec() + " does."
                : "";
    }

    /** Who is in first place at each point; a point without an order is left out. */
    private static String inFront(Findings findings, List<Long> points, List<SweepRow> rows) {
        List<String> parts = new ArrayList<>();
        String before = "";
        for (long point : points) {
            List<String> first = rows.stream()
                    .filter(row -> first(findings, row.at(point)))
                    .map(row -> Chart.name(
                            findings.codec(row.contender().codec()),
                            row.contender().extras()))
                    .sorted()
                    .toList();
            String names = Chart.list(first);
            if (!first.isEmpty() && !names.equals(before)) {
                parts.add("from " + point + " on " + names);
                before = names;
            }
        }
        return parts.isEmpty()
                ? "Too few forks to say who is in front."
                : "In front: " + String.join("; ", parts) + (parts.size() == 1 ? ", all the way." : ".");
    }

    private static boolean first(Findings findings, @Nullable Score score) {
        return score != null && findings.rank(score).place() == 1;
    }
}
