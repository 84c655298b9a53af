package dev.pipemark.report;

import dev.pipemark.report.Page.Block;
import dev.pipemark.result.Cell;
import dev.pipemark.result.Estimate;
import dev.pipemark.result.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tables that hold one cell against another of the same codec and payload. */
final class ComparisonSections {
    /** A cell and the one it is held against. */
    private record Pair(Score one, @Nullable Score other) {
        /** How many times the other's cost. */
        Estimate ratio() {
            return other == null || !one.measured() || !other.measured()
                    ? Estimate.NONE
                    : Stats.ratio(one.costs(), other.costs());
        }

        /** The same, turned so that it is at least one. */
        Estimate distance() {
            Estimate ratio = ratio();
            return ratio.value() < 1 ? ratio.reciprocal(1) : ratio;
        }
    }

    private ComparisonSections() {}

    /** Cells without a pipe beside the same with one. */
    static List<Block> memory(Findings findings) {
        List<Pair> pairs = pairs(findings, Kind.MEMORY, cell -> with(cell, cell.benchmark(), "transport", "pipe"));
        if (pairs.isEmpty()) {
            return List.of();
        }
        return List.of(named(findings, pairs)
                .time("in memory", (Pair pair) -> pair.one.cost())
                .time("over a pipe", (Pair pair) -> PayloadSections.cost(pair.other))
                .number(
                        "pipe over memory",
                        pair -> Scale.RATIO.value(pair.ratio().reciprocal(1)))
                .text("remark", pair -> Names.brief(pair.one.remark()))
                .table(
                        "memory-table",
                        "Messages through memory and through a pipe",
                        List.of(
                                "Time per message. The memory transport moves the same frames between two threads of one"
                                        + " process: it is the control that shows what pipe and process add.")));
    }

    static List<Block> controls(Findings findings) {
        List<Block> blocks = new ArrayList<>();
        List<Pair> again = pairs(findings, Kind.ARM, cell -> with(cell, cell.benchmark(), "arm", "1"));
        if (!again.isEmpty()) {
            blocks.add(
                    named(findings, again)
                            .time("first arm", (Pair pair) -> PayloadSections.cost(pair.other))
                            .time("second arm", (Pair pair) -> pair.one.cost())
                            .times("apart", Pair::distance)
                            .text("remark", pair -> Names.brief(pair.one.remark()))
                            .table(
                                    "arms",
                                    "A/A: the same cell twice",
                                    List.of(
                                            "Whatever these differ by is not the codec: smaller differences elsewhere mean nothing.")));
        }
        List<Pair> byHand = pairs(findings, Kind.CONTROL, cell -> switch (cell.benchmark()) {
            case "byHandEncode" -> with(cell, "encode", "", "");
            case "byHandDecode" -> with(cell, "decode", "", "");
            default -> cell;
        });
        byHand.removeIf(pair -> !pair.one.cell().benchmark().startsWith("byHand"));
        if (!byHand.isEmpty()) {
            blocks.add(named(findings, byHand)
                    .time("by hand", (Pair pair) -> pair.one.cost())
                    .time("as a codec", (Pair pair) -> PayloadSections.cost(pair.other))
                    .number(
                            "codec over hand",
                            pair -> Scale.RATIO.value(pair.ratio().reciprocal(1)))
                    .text("remark", pair -> Names.brief(pair.one.remark()))
                    .table(
                            "by-hand",
                            "The library called by hand, and through the suite's interfaces",
                            List.of("What the suite itself adds to each encode and decode.")));
        }
        List<Score> rest = findings.scores(
                cell -> Kind.of(cell) == Kind.CONTROL && !cell.benchmark().startsWith("byHand"));
        if (!rest.isEmpty()) {
            blocks.add(CellSections.cells(findings, rest)
                    .time("time per operation", Score::cost)
                    .text("remark", row -> Names.brief(row.remark()))
                    .table(
                            "floors",
                            "Floors and fixed work",
                            List.of("echoFrame: a frame there and back without any codec. ringOnly: walking the ring of"
                                    + " values. fixedArithmetic: the same sum in every round, which shows the"
                                    + " neighbours.")));
        }
        return blocks;
    }

    private static Grid<Pair> named(Findings findings, List<Pair> pairs) {
        return new Grid<>(pairs)
                .text("benchmark", pair -> pair.one.cell().benchmark())
                .text(
                        "codec",
                        pair -> Names.codec(findings.codec(pair.one.cell().codec()), Kind.extras(pair.one.cell())))
                .text("payload", pair -> pair.one.cell().payload())
                .text("window", pair -> Kind.parameter(pair.one.cell(), "window", ""));
    }

    private static List<Pair> pairs(Findings findings, Kind kind, UnaryOperator<Cell> other) {
        List<Pair> pairs = new ArrayList<>();
        for (Score score : findings.scores(kind)) {
            Cell wanted = plain(other.apply(score.cell()));
            pairs.add(new Pair(score, findings.score(cell -> plain(cell).equals(wanted))));
        }
        return pairs;
    }

    private static Cell with(Cell cell, String benchmark, String name, String value) {
        SortedMap<String, String> parameters = new TreeMap<>(cell.parameters());
        if (!name.isEmpty()) {
            parameters.put(name, value);
        }
        return new Cell(benchmark, cell.codec(), cell.payload(), parameters);
    }

    /** Without the parameters that only say what is so without them. */
    private static Cell plain(Cell cell) {
        SortedMap<String, String> parameters = new TreeMap<>(cell.parameters());
        parameters.remove("transport", "pipe");
        parameters.remove("arm", "1");
        return new Cell(cell.benchmark(), cell.codec(), cell.payload(), parameters);
    }
}
