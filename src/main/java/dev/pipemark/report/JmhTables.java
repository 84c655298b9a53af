package dev.pipemark.report;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Outcome;
import dev.pipemark.record.Resolution;
import dev.pipemark.record.Run;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Facets;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Ranking;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every result of somebody else's suite as a row, a table for each class, ranked where rows can be compared. */
final class JmhTables {
    /** Every pair is judged: beyond this many rows that takes too long, and leaves no verdict. */
    private static final int RANKED = 100;

    private final JmhCells cells;
    private final Map<Cell, List<Score>> tables = new LinkedHashMap<>();
    private final Map<Cell, Ranking> rankings = new LinkedHashMap<>();

    JmhTables(Run run) {
        this.cells = JmhCells.of(run);
        Map<Cell, List<Fork>> forks = cells.run().forks().stream().collect(Collectors.groupingBy(Fork::cell));
        for (Map.Entry<Cell, Outcome> entry : cells.run().outcomes().entrySet()) {
            Score score = Score.of(entry.getKey(), entry.getValue(), forks.getOrDefault(entry.getKey(), List.of()));
            tables.computeIfAbsent(key(entry.getKey()), table -> new ArrayList<>())
                    .add(score);
        }
        tables.forEach((table, scores) -> rankings.put(table, ranking(scores)));
    }

    /** Classes in the file's order. */
    List<String> types() {
        return cells.types();
    }

    /** What can be compared with each other, by what it has in common. */
    Map<Cell, Ranking> rankings() {
        return rankings;
    }

    Table table(String type, String title) {
        List<Score> rows = tables.values().stream()
                .flatMap(List::stream)
                .filter(score -> cells.origin(score.cell()).type().equals(type))
                .toList();
        SortedSet<String> names = new TreeSet<>();
        rows.forEach(row -> names.addAll(cells.origin(row.cell()).parameters().keySet()));
        Grid<Score> grid = new Grid<>(rows)
                .id(this::id)
                .facets(row -> new Facets("", row.cell().codec(), ""))
                .text("benchmark", row -> cells.origin(row.cell()).method());
        for (String name : names) {
            grid.text(name, row -> cells.origin(row.cell()).parameters().getOrDefault(name, ""));
        }
        grid.text("mode", row -> cells.origin(row.cell()).mode())
                .time("time", (Score row) -> row.unit().equals("ns/op") ? row.estimate() : Estimate.NONE)
                .rate("rate", (Score row) -> row.unit().equals("ops/s") ? row.estimate() : Estimate.NONE)
                .number("score", row -> timed(row) ? Value.BLANK : Scale.RATIO.value(row.estimate()))
                .text("unit", row -> timed(row) ? "" : row.unit())
                .number("#", row -> place(rank(row)))
                .times("×best", row -> rank(row).timesBest())
                .text("verdict", row -> rank(row).words())
                .time("p50", (Score row) -> row.metric(Metric.P50))
                .time("p99", (Score row) -> row.metric(Metric.P99))
                .time("p99.9", (Score row) -> row.metric(Metric.P999))
                .bytes("allocated", 2, row -> row.metric(Metric.PARENT_ALLOCATION))
                .number(
                        "forks",
                        row -> Value.number(
                                Integer.toString(row.means().size()),
                                row.means().size()))
                .text("remark", row -> Names.brief(row.remark()));
        return grid.table("results-" + Page.slug(type), "Results of " + title, notes(rows));
    }

    private List<String> notes(List<Score> rows) {
        List<String> notes = new ArrayList<>();
        boolean codecs = rows.stream()
                .anyMatch(row -> cells.origin(row.cell()).parameters().containsKey("codec"));
        boolean methods = rows.stream()
                        .map(row -> cells.origin(row.cell()).method())
                        .distinct()
                        .count()
                > 1;
        notes.add("×best and verdict are against the best "
                + (codecs
                        ? "codec with the same benchmark, mode and other parameters."
                        : methods
                                ? "method with the same mode and parameters."
                                : "parameters of the benchmark in the same mode."));
        if (rows.stream()
                .anyMatch(row -> tables.getOrDefault(key(row.cell()), List.of()).size() > RANKED)) {
            notes.add("What has more than " + RANKED + " rows to compare is not ranked.");
        }
        return notes;
    }

    private Ranking.Rank rank(Score row) {
        Ranking ranking = rankings.getOrDefault(key(row.cell()), Ranking.NONE);
        return ranking.measured().size() < 2 ? Ranking.Rank.NONE : ranking.rank(row);
    }

    /** The row of a score. */
    Link link(Score row) {
        return new Link(row.cell().codec(), id(row));
    }

    private String id(Score row) {
        JmhCells.Origin origin = cells.origin(row.cell());
        return Rows.id(
                "results-" + Page.slug(origin.type()),
                origin.method(),
                origin.mode(),
                JmhCells.text(origin.parameters()));
    }

    private static Value place(Ranking.Rank rank) {
        return rank.place() == 0 ? Value.BLANK : Value.number(Integer.toString(rank.place()), rank.place());
    }

    private static Cell key(Cell cell) {
        return new Cell(cell.benchmark(), Cell.NONE, cell.payload(), cell.parameters());
    }

    private static Ranking ranking(List<Score> scores) {
        boolean comparable = scores.size() <= RANKED && scores.stream().allMatch(JmhTables::timed);
        return comparable ? Ranking.of(scores, List.of(), Resolution.LEAST) : Ranking.NONE;
    }

    /** Whether it has a time or a rate, or nothing: of other units nobody knows whether less is better. */
    private static boolean timed(Score score) {
        return score.unit().isEmpty()
                || score.unit().equals("ns/op")
                || score.unit().equals("ops/s");
    }
}
