package dev.pipemark.report.sections;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Parameter;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.rank.Contender;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
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

    private static final List<Axis> AXES = List.of(
            new Axis(
                    "sizes",
                    "Streamed rate of %s by size",
                    "number of elements",
                    Kind::leadStream,
                    cell -> sized(cell, 1),
                    cell -> Integer.parseInt(sized(cell, 2))),
            new Axis(
                    "windows",
                    "Streamed rate of %s by window",
                    "messages in flight",
                    cell -> Kind.of(cell) == Kind.STREAM,
                    Cell::payload,
                    cell -> Kind.number(cell, Parameter.WINDOW)),
            new Axis(
                    "workers",
                    "Tasks per second of %s by workers",
                    "workers",
                    cell -> Kind.of(cell) == Kind.POOL && Benchmark.POOL.measures(cell),
                    Cell::payload,
                    Kind::workers));

    /**
     * A growing quantity.
     *
     * @param id the kind of chart
     * @param group the common name of the cells of one table; empty for a cell without a table
     * @param point the place of a cell of a table
     */
    private record Axis(
            String id,
            String title,
            String along,
            Predicate<Cell> wanted,
            Function<Cell, String> group,
            ToLongFunction<Cell> point) {}

    /** One codec at its planned points. */
    private record Line(Contender arm, SortedMap<Long, Score> points) {
        /** Returns the mean cost, for sorting. */
        double order() {
            return points.values().stream()
                    .filter(Score::measured)
                    .mapToDouble(Score::order)
                    .average()
                    .orElse(Double.POSITIVE_INFINITY);
        }
    }

    private SweepSection() {}

    static List<Block> blocks(Findings findings) {
        Charts charts = new Charts();
        for (Axis axis : AXES) {
            Map<String, List<Score>> groups = findings.scores(axis.wanted).stream()
                    .collect(Collectors.groupingBy(
                            score -> axis.group.apply(score.cell()), LinkedHashMap::new, Collectors.toList()));
            groups.remove("");
            groups.forEach((group, scores) -> add(findings, axis, group, lines(scores, axis.point), charts));
        }
        return charts.blocks();
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
                .sorted(Comparator.comparingDouble(Line::order))
                .toList();
    }

    private static void add(Findings findings, Axis axis, String group, List<Line> lines, Charts charts) {
        if (lines.isEmpty()) {
            return;
        }
        List<Long> points = lines.stream()
                .flatMap(line -> line.points.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        Grid<Line> grid = new Grid<>(lines)
                .text("codec", line -> Names.codec(findings.codec(line.arm.codec()), line.arm.extras()));
        for (long point : points) {
            grid.rate(String.valueOf(point), line -> Score.rateOf(line.points.get(point)));
        }
        long first = points.get(0);
        long last = points.get(points.size() - 1);
        Page.Table table = grid.number(
                        last + " compared with " + first,
                        line -> gain(findings, line.points.get(first), line.points.get(last), last))
                .table(
                        axis.id + "-" + Page.slug(group),
                        axis.title.replace("%s", group),
                        List.of("Columns: " + axis.along + "."));
        charts.add(
                table,
                axis.id,
                1,
                "A line for each codec. Both axes are logarithmic. Whiskers are 95 % intervals over forks.");
    }

    /** Compares the last point of a codec with its first. Two payloads are not compared, because their work differs. */
    private static Value gain(Findings findings, @Nullable Score from, @Nullable Score to, long last) {
        return from != null
                        && to != null
                        && from.cell().payload().equals(to.cell().payload())
                ? findings.apart(to, from, String.valueOf(last))
                : Value.BLANK;
    }

    /** Returns a part of a payload's name that ends with a number; empty if it does not. */
    private static String sized(Cell cell, int group) {
        Matcher name = SIZED.matcher(cell.payload());
        return name.matches() ? name.group(group) : "";
    }
}
