package dev.pipemark.report;

import dev.pipemark.report.Page.Block;
import dev.pipemark.report.Transfer.Arm;
import dev.pipemark.result.Cell;
import dev.pipemark.result.Judgement;
import dev.pipemark.result.Resolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Streamed rates along one thing that grows: the window, or the number of elements in a payload. */
final class SweepSection {
    private static final Pattern SIZED = Pattern.compile("(.+)-(\\d{1,9})");
    private static final int SIZES = 3;
    private static final int CHARTS = 3;

    /** One codec at every point of the sweep. */
    record Row(Arm arm, SortedMap<Long, Score> points) {
        @Nullable
        Score at(long point) {
            return points.get(point);
        }

        double order() {
            return points.values().stream()
                    .mapToDouble(Transfer::order)
                    .filter(cost -> cost < Double.POSITIVE_INFINITY)
                    .average()
                    .orElse(Double.POSITIVE_INFINITY);
        }
    }

    private SweepSection() {}

    /** For every payload that was streamed with more than one window. */
    static List<Block> windows(Findings findings) {
        List<Block> blocks = new ArrayList<>();
        int charts = 0;
        for (String payload : findings.payloads()) {
            List<Row> rows = rows(
                    findings.scores(cell ->
                            Kind.of(cell) == Kind.STREAM && cell.payload().equals(payload)),
                    cell -> number(Kind.window(cell)));
            rows.removeIf(row -> row.points.size() < 2);
            List<Long> windows = points(rows);
            if (windows.size() < 2) {
                continue;
            }
            if (charts++ < CHARTS) {
                blocks.addAll(Drawings.sweep(
                        "window-" + Page.slug(payload),
                        "Streamed rate of " + payload + " by window",
                        "messages in flight",
                        findings,
                        windows,
                        rows));
            }
            Grid<Row> grid = new Grid<>(rows)
                    .text("codec", row -> Names.codec(findings.codec(row.arm.codec()), row.arm.extras()));
            for (long window : windows) {
                grid.rate("window " + window, (Row row) -> PayloadSections.rate(row.at(window)))
                        .text("verdict at " + window, row -> verdict(findings, row.at(window)));
            }
            long first = windows.get(0);
            long last = windows.get(windows.size() - 1);
            grid.times(
                            last + " over " + first,
                            row -> gain(row.at(first), row.at(last)).ratio())
                    .text("verdict on " + first, row -> word(gain(row.at(first), row.at(last))));
            blocks.add(grid.text("remark", SweepSection::remark)
                    .table("windows-" + Page.slug(payload), "Streamed rate of " + payload + " by window", List.of()));
        }
        return blocks;
    }

    /** For every group of payloads that differ by a number at the end of their names. */
    static List<Block> sizes(Findings findings) {
        Map<String, List<Score>> sweeps = new LinkedHashMap<>();
        for (Score score : findings.scores(Kind::leadStream)) {
            Matcher name = SIZED.matcher(score.cell().payload());
            if (name.matches()) {
                sweeps.computeIfAbsent(name.group(1), prefix -> new ArrayList<>())
                        .add(score);
            }
        }
        List<Block> blocks = new ArrayList<>();
        int charts = 0;
        for (Map.Entry<String, List<Score>> sweep : sweeps.entrySet()) {
            List<Row> rows = rows(sweep.getValue(), SweepSection::elements);
            List<Long> sizes = points(rows);
            if (sizes.size() < SIZES) {
                continue;
            }
            String title = "Streamed rate of " + sweep.getKey() + " by size";
            if (charts++ < CHARTS) {
                blocks.addAll(Drawings.sweep(
                        "size-" + Page.slug(sweep.getKey()),
                        title,
                        "size of " + sweep.getKey(),
                        findings,
                        sizes,
                        rows));
            }
            Grid<Row> grid = new Grid<>(rows)
                    .text("codec", row -> Names.codec(findings.codec(row.arm.codec()), row.arm.extras()));
            for (long size : sizes) {
                grid.rate(sweep.getKey() + "-" + size, (Row row) -> PayloadSections.rate(row.at(size)))
                        .text("verdict at " + size, row -> verdict(findings, row.at(size)));
            }
            blocks.add(grid.text("remark", SweepSection::remark)
                    .table("size-sweep-" + Page.slug(sweep.getKey()), title, List.of()));
        }
        return blocks;
    }

    private static List<Row> rows(List<Score> scores, java.util.function.ToLongFunction<Cell> point) {
        Map<Arm, Row> rows = new LinkedHashMap<>();
        for (Score score : scores) {
            rows.computeIfAbsent(Arm.of(score.cell()), arm -> new Row(arm, new TreeMap<>()))
                    .points
                    .put(point.applyAsLong(score.cell()), score);
        }
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparingDouble(Row::order));
        return sorted;
    }

    private static List<Long> points(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.points.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Judgement gain(@Nullable Score first, @Nullable Score last) {
        return first == null || last == null ? Judgement.NONE : first.over(last, Resolution.LEAST);
    }

    private static String word(Judgement judgement) {
        return judgement.verdict() == null ? "" : judgement.verdict().word();
    }

    /** Against the best codec at the same point. */
    private static String verdict(Findings findings, @Nullable Score score) {
        return score == null ? "" : findings.rank(score).words();
    }

    private static String remark(Row row) {
        List<String> remarks = row.points.values().stream()
                .map(Score::remark)
                .filter(remark -> !remark.isEmpty())
                .distinct()
                .toList();
        return Names.brief(String.join("; ", remarks));
    }

    private static long elements(Cell cell) {
        Matcher name = SIZED.matcher(cell.payload());
        return name.matches() ? Long.parseLong(name.group(2)) : 0;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
