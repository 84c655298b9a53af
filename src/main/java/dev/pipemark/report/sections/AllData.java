package dev.pipemark.report.sections;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Transfer;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * Every planned cell, whatever became of it, and the sizes of every pair. A run of thousands of cells would be twice as
 * heavy for it: there, cells that have a row of their own above are not repeated.
 */
final class AllData {
    /** Up to so many cells are all listed. */
    private static final int MANY = 600;

    private static final String TABLE = "cells";

    private AllData() {}

    static List<Block> blocks(Findings findings) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add("Beside this page: results.csv has every planned cell and every metric with outcome and reason,"
                + " throughput.csv, sizes.csv and capabilities.csv have a row for each pair, journal.jsonl every"
                + " fork.");
        List<Score> cells = findings.scores();
        if (many(findings)) {
            List<Score> rest =
                    cells.stream().filter(score -> !shown(findings, score)).toList();
            lines.add("Of this run's " + Names.count(cells.size(), "cell") + ", the "
                    + Names.count(cells.size() - rest.size(), "cell")
                    + " that have a row above are not repeated: streams, round trips, encoding and decoding, with"
                    + " outcome, score and verdict; and of stages, first replies, other windows and cells without a"
                    + " pipe those that were measured. The others stand here.");
            cells = rest;
        }
        blocks.add(new Lines(lines, false));
        if (!cells.isEmpty()) {
            blocks.add(cells(findings, cells));
        }
        blocks.addAll(PairSections.sizes(findings));
        return blocks;
    }

    /** The row that a cell has to itself, or shares with others of its codec and payload. */
    static String row(Findings findings, Score score) {
        Cell cell = score.cell();
        if (!above(cell) && !(many(findings) && shown(findings, score))) {
            return id(cell);
        }
        return switch (Kind.of(cell)) {
            case CODING -> Rows.coding(cell.payload(), cell.codec(), Kind.extras(cell));
            case SPLIT -> SplitSection.row(cell);
            case FIRST_REPLY -> CellSections.firstReplyRow(cell);
            case MEMORY -> ComparisonSections.memoryRow(cell);
            case STREAM ->
                Kind.leadStream(cell)
                        ? Rows.transfer(cell.payload(), cell.codec(), Kind.extras(cell))
                        : SweepSection.windowRow(cell);
            default -> Rows.transfer(cell.payload(), cell.codec(), Kind.extras(cell));
        };
    }

    private static boolean many(Findings findings) {
        return findings.scores().size() > MANY;
    }

    /** Whether some table above says all of the cell that a row here would. */
    private static boolean shown(Findings findings, Score score) {
        Cell cell = score.cell();
        if (above(cell)) {
            return true;
        }
        return switch (Kind.of(cell)) {
            case SPLIT, FIRST_REPLY, MEMORY -> score.measured();
            case STREAM -> score.measured() && swept(findings, cell);
            default -> false;
        };
    }

    /** Whether the codec was streamed with another window as well: only then there is a row of both. */
    private static boolean swept(Findings findings, Cell cell) {
        return !findings.scores(
                        cell.payload(),
                        other -> Kind.of(other) == Kind.STREAM
                                && Transfer.Contender.of(other).equals(Transfer.Contender.of(cell))
                                && !Kind.window(other).equals(Kind.window(cell)))
                .isEmpty();
    }

    /** Whether the cell is part of a row of the transfer or coding tables. */
    private static boolean above(Cell cell) {
        return Kind.leadStream(cell) || Kind.of(cell) == Kind.TRIP || Kind.of(cell) == Kind.CODING;
    }

    private static String id(Cell cell) {
        return Rows.id(TABLE, cell.benchmark(), cell.codec(), cell.payload(), Kind.parameters(cell));
    }

    private static Block cells(Findings findings, List<Score> cells) {
        return new Grid<>(cells)
                .id(row -> id(row.cell()))
                .facets(row ->
                        Rows.facets(findings, row.cell().codec(), row.cell().payload()))
                .text("benchmark", row -> row.cell().benchmark())
                .text("codec", row -> Names.codec(findings.codec(row.cell().codec()), ""))
                .text("badge", row -> findings.codec(row.cell().codec()).badge())
                .text("payload", row -> row.cell().payload())
                .text("parameters", row -> Kind.parameters(row.cell()))
                .text("outcome", row -> row.outcomeName().replace('-', ' '))
                .number("forks", row -> forks(row.means().size()))
                .number("score", AllData::score)
                .times(
                        "×best",
                        row -> alone(findings, row)
                                ? Estimate.NONE
                                : findings.rank(row).timesBest())
                .text("verdict", row -> findings.rank(row).marked())
                .text("remark", row -> Names.brief(row.remark()))
                .table(TABLE, "Planned cells, each with what became of it", List.of());
    }

    /** In a unit of its own: cells of one column may be orders of magnitude apart. */
    private static Value score(Score score) {
        if (!score.measured()) {
            return Value.BLANK;
        }
        Scale scale = score.scale();
        Value value = scale.value(score.estimate());
        String unit = " " + scale.unit();
        return value.detail().isEmpty()
                ? new Value(value.text() + unit, "", score.cost().value())
                : new Value(value.text(), value.detail() + unit, score.cost().value());
    }

    /** Whether there is nothing that it could be the best of. */
    private static boolean alone(Findings findings, Score score) {
        return findings.ranking(score.cell()).measured().size() < 2;
    }

    private static Value forks(int forks) {
        return forks == 0 ? Value.BLANK : Value.number(String.valueOf(forks), forks);
    }
}
