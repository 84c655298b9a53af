package dev.pipemark.report.sections;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Parameter;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.rank.Contender;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rates along a growing quantity: the number of elements in a payload, the window, or the workers of a pool. */
final class SweepSection {
    private static final Pattern SIZED = Pattern.compile("(.+)-(\\d{1,9})");
    private static final int CHARTS = 3;
    private static final int HEIGHT = 410;

    private static final List<Axis> AXES = List.of(
            new Axis(
                    "sizes",
                    "Streamed rate of %s by size",
                    "number of elements",
                    "messages per second",
                    3,
                    Kind::leadStream,
                    cell -> sized(cell, 1),
                    cell -> number(sized(cell, 2))),
            new Axis(
                    "windows",
                    "Streamed rate of %s by window",
                    "messages in flight",
                    "messages per second",
                    2,
                    cell -> Kind.of(cell) == Kind.STREAM,
                    Cell::payload,
                    cell -> number(Kind.window(cell))),
            new Axis(
                    "workers",
                    "Tasks per second of %s by workers",
                    "workers",
                    "tasks per second",
                    2,
                    cell -> Kind.of(cell) == Kind.POOL && Benchmark.POOL.measures(cell),
                    Cell::payload,
                    Kind::workers));

    /**
     * A growing quantity.
     *
     * @param along the label of a chart's axis
     * @param least the fewest points of a table
     * @param group the common name of the cells of one table; empty for a cell without a table
     */
    private record Axis(
            String id,
            String title,
            String along,
            String unit,
            int least,
            Predicate<Cell> wanted,
            Function<Cell, String> group,
            ToLongFunction<Cell> point) {}

    /**
     * The cells of one group.
     *
     * @param points all points of its lines, ascending
     */
    private record Sweep(Axis axis, String group, List<Line> lines, List<Long> points) {
        String id() {
            return axis.id + "-" + Page.slug(group);
        }

        String title() {
            return axis.title.replace("%s", group);
        }
    }

    /** One codec at its planned points. */
    private record Line(Contender arm, SortedMap<Long, Score> points) {}

    private SweepSection() {}

    static List<Block> blocks(Findings findings) {
        List<Block> charts = new ArrayList<>();
        List<Block> tables = new ArrayList<>();
        for (Axis axis : AXES) {
            List<Sweep> sweeps = sweeps(findings, axis);
            sweeps.stream().limit(CHARTS).forEach(sweep -> charts.addAll(chart(findings, sweep)));
            sweeps.forEach(sweep -> tables.add(table(findings, sweep)));
        }
        charts.addAll(tables);
        return charts;
    }

    private static List<Sweep> sweeps(Findings findings, Axis axis) {
        Map<String, List<Score>> groups = new LinkedHashMap<>();
        for (Score score : findings.scores(axis.wanted)) {
            groups.computeIfAbsent(axis.group.apply(score.cell()), group -> new ArrayList<>())
                    .add(score);
        }
        groups.remove("");
        List<Sweep> sweeps = new ArrayList<>();
        groups.forEach((group, scores) -> {
            List<Line> lines = lines(scores, axis.point);
            List<Long> points = lines.stream()
                    .flatMap(line -> line.points.keySet().stream())
                    .distinct()
                    .sorted()
                    .toList();
            if (points.size() >= axis.least) {
                sweeps.add(new Sweep(axis, group, lines, points));
            }
        });
        return sweeps;
    }

    /** Returns the codecs with more than one point, lowest mean cost first. */
    private static List<Line> lines(List<Score> scores, ToLongFunction<Cell> point) {
        Map<Contender, Line> lines = new LinkedHashMap<>();
        for (Score score : scores) {
            // The number of workers is the growing quantity, and does not distinguish codecs.
            lines.computeIfAbsent(
                            Contender.of(score.cell().without(Parameter.WORKERS)),
                            arm -> new Line(arm, new TreeMap<>()))
                    .points
                    .put(point.applyAsLong(score.cell()), score);
        }
        return lines.values().stream()
                .filter(line -> line.points.size() > 1)
                .sorted(Comparator.comparingDouble(line -> line.points.values().stream()
                        .filter(Score::measured)
                        .mapToDouble(Score::order)
                        .average()
                        .orElse(Double.POSITIVE_INFINITY)))
                .toList();
    }

    /** Returns a line for each codec; none if fewer than two codecs have a point on the logarithmic axes. */
    private static List<Figure> chart(Findings findings, Sweep sweep) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Line line : sweep.lines) {
            List<Map<String, Object>> values = new ArrayList<>();
            line.points.forEach((point, score) -> {
                if (point > 0 && Chart.drawable(score.rate().value())) {
                    Map<String, Object> value = new LinkedHashMap<>();
                    value.put("at", point);
                    Chart.put(value, score.rate(), Chart.rate(score.rate()));
                    values.add(value);
                }
            });
            if (!values.isEmpty()) {
                Map<String, Object> item = Chart.item(findings, line.arm);
                item.put("points", values);
                items.add(item);
            }
        }
        // The order of Map.of differs between processes.
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("along", sweep.axis.along);
        more.put("unit", sweep.axis.unit);
        more.put("points", sweep.points.stream().filter(point -> point > 0).toList());
        return Chart.figure(
                sweep.id() + "-chart",
                sweep.title(),
                "A line for each codec. Both axes are logarithmic. Whiskers are 95 % intervals over forks.",
                "sweep",
                Math.max(HEIGHT, 40 + 14 * items.size()),
                items,
                more,
                sweep.id());
    }

    private static Page.Table table(Findings findings, Sweep sweep) {
        Grid<Line> grid = new Grid<>(sweep.lines)
                .text("codec", line -> Names.codec(findings.codec(line.arm.codec()), line.arm.extras()));
        for (long point : sweep.points) {
            grid.rate(String.valueOf(point), line -> Score.rateOf(line.points.get(point)));
        }
        long first = sweep.points.get(0);
        long last = sweep.points.get(sweep.points.size() - 1);
        return grid.number(
                        last + " compared with " + first,
                        line -> gain(findings, line.points.get(first), line.points.get(last), last))
                .text("remark", SweepSection::remark)
                .table(sweep.id(), sweep.title(), List.of("Columns: " + sweep.axis.along + "."));
    }

    /** Compares the last point of a codec with its first. Two payloads are not compared, because their work differs. */
    private static Value gain(Findings findings, @Nullable Score from, @Nullable Score to, long last) {
        return from != null
                        && to != null
                        && from.cell().payload().equals(to.cell().payload())
                ? findings.apart(to, from, String.valueOf(last))
                : Value.BLANK;
    }

    private static String remark(Line line) {
        return Names.brief(line.points.values().stream()
                .map(Score::remark)
                .filter(remark -> !remark.isEmpty())
                .distinct()
                .collect(Collectors.joining("; ")));
    }

    /** Returns a part of a payload's name that ends with a number; empty if it does not. */
    private static String sized(Cell cell, int group) {
        Matcher name = SIZED.matcher(cell.payload());
        return name.matches() ? name.group(group) : "";
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
