package dev.pipemark.report.sections;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Parameter;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.rank.Apart;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tables that hold one cell against another of the same codec and payload, each pair judged by itself. */
final class ComparisonSections {
    /**
     * A cell and the one it is held against.
     *
     * @param over how many times the one's cost the other's is
     */
    private record Pair(Score one, @Nullable Score other, Judgement over) {
        /**
         * @param name what the other is called, which was judged
         */
        Apart apart(String name) {
            return Apart.of(over, name);
        }
    }

    private ComparisonSections() {}

    /** Cells without a pipe beside the same with one. */
    static List<Block> memory(Findings findings) {
        List<Pair> pairs = pairs(
                findings,
                findings.scores(Kind.MEMORY),
                cell -> cell.with(Parameter.TRANSPORT, Parameter.TRANSPORT.unsaid()));
        if (pairs.isEmpty()) {
            return List.of();
        }
        return List.of(named(findings, pairs)
                .id(pair -> memoryRow(pair.one.cell()))
                .time("in memory", (Pair pair) -> pair.one.cost())
                .time("over a pipe", (Pair pair) -> Score.costOf(pair.other))
                .times("×", pair -> pair.apart("").times())
                .text("verdict", pair -> pair.apart("pipe").words())
                .text("remark", pair -> Names.brief(pair.one.remark()))
                .table(
                        "memory-table",
                        "Messages through memory and through a pipe",
                        List.of("Time per message. The memory transport does all that a connection does but"
                                + " the crossing, on the caller's own thread: it is the control that shows"
                                + " what pipe and process add.")));
    }

    /** Cells with a core for each side beside the same on one core. */
    static List<Block> bothAtOnce(Findings findings) {
        List<Pair> pairs = pairs(
                findings,
                findings.scores(Kind.TWO_CORES),
                cell -> cell.with(Parameter.CORES, Parameter.CORES.unsaid()));
        if (pairs.isEmpty()) {
            return List.of();
        }
        return List.of(named(findings, pairs)
                .time("on two cores", (Pair pair) -> pair.one.cost())
                .time("on one core", (Pair pair) -> Score.costOf(pair.other))
                .times("×", pair -> pair.apart("").times())
                .text("verdict", pair -> pair.apart("one core").words())
                .text("remark", pair -> Names.brief(pair.one.remark()))
                .table(
                        "two-cores",
                        "Both sides at once: parent and worker on a core each",
                        List.of("Time per message. Everywhere else both processes share one core, and a message costs"
                                + " what both sides, the pipe and the switch cost together. On two cores the sides work"
                                + " at the same time, and each wake-up of the other core is part of the time.")));
    }

    /** The row of a cell in the table of messages through memory. */
    static String memoryRow(Cell cell) {
        return Rows.id("memory", cell.benchmark(), cell.codec(), cell.payload(), Kind.parameters(cell));
    }

    /** The same cell twice. */
    static List<Block> again(Findings findings) {
        List<Pair> pairs = pairs(findings, findings.scores(Kind.COPY), UnaryOperator.identity());
        if (pairs.isEmpty()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        notes.add("Whatever these differ by is not the codec: smaller differences elsewhere mean nothing.");
        long judged = pairs.stream().filter(pair -> pair.over.verdict() != null).count();
        if (judged > 0) {
            long different = pairs.stream()
                    .filter(pair -> pair.over.verdict() == Verdict.FASTER || pair.over.verdict() == Verdict.SLOWER)
                    .count();
            notes.add(different + " of " + judged + " came out different. Each is judged by itself at 95 %: one in"
                    + " twenty would, of cells that are equal.");
        }
        return List.of(named(findings, pairs)
                .text("copy", pair -> Parameter.COPY.of(pair.one.cell()))
                .time("first copy", (Pair pair) -> Score.costOf(pair.other))
                .time("this copy", (Pair pair) -> pair.one.cost())
                .times("×", pair -> pair.apart("").times())
                .text("verdict", pair -> pair.apart("first copy").words())
                .text("remark", pair -> Names.brief(pair.one.remark()))
                .table("copies", "A/A: the same cell twice", notes));
    }

    /** Libraries called without the suite's interfaces, beside the same through them. */
    static List<Block> byHand(Findings findings) {
        List<Pair> pairs = pairs(
                findings,
                findings.scores(cell -> Kind.of(cell) == Kind.CONTROL && byHand(cell)),
                ComparisonSections::throughTheCodec);
        if (pairs.isEmpty()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        notes.add("What the suite itself adds to each encode and decode.");
        if (pairs.stream().anyMatch(pair -> pair.one.estimate(Metric.IN_TURNS).known())) {
            notes.add("In turns: the codec's time over that by hand, both in one process, block by block. Its interval"
                    + " holds what differs from fork to fork of that ratio, not what differs of either time.");
        }
        return List.of(named(findings, pairs)
                .time("by hand", (Pair pair) -> pair.one.cost())
                .time("as a codec", (Pair pair) -> Score.costOf(pair.other))
                .times("×", pair -> pair.apart("").times())
                .text("verdict", pair -> pair.apart("codec").words())
                .times("in turns, ×", pair -> pair.one.estimate(Metric.IN_TURNS))
                .text("remark", pair -> Names.brief(pair.one.remark()))
                .table("by-hand", "The library called by hand, and through the suite's interfaces", notes));
    }

    /** What the least costs that a pipe or a loop can have. */
    static List<Block> floors(Findings findings) {
        List<Score> floors = findings.scores(cell -> switch (Kind.of(cell)) {
            case CONTROL -> !byHand(cell);
            case STREAM, TRIP, MEMORY -> cell.codec().equals("raw");
            default -> false;
        });
        if (floors.isEmpty()) {
            return List.of();
        }
        return List.of(CellSections.cells(findings, floors)
                .time("time per operation", Score::cost)
                .text("remark", row -> Names.brief(row.remark()))
                .table(
                        "floors",
                        "Floors and fixed work",
                        List.of("echoFrame: a frame there and back without any codec. raw: bytes as they are, through"
                                + " all that other codecs go through. ringOnly: walking the ring of values."
                                + " fixedArithmetic: the same sum in every round, which shows the neighbours.")));
    }

    private static Grid<Pair> named(Findings findings, List<Pair> pairs) {
        return new Grid<>(pairs)
                .facets(pair -> Rows.facets(
                        findings, pair.one.cell().codec(), pair.one.cell().payload()))
                .text("benchmark", pair -> pair.one.cell().benchmark())
                .text(
                        "codec",
                        pair -> Names.codec(findings.codec(pair.one.cell().codec()), Kind.extras(pair.one.cell())))
                .text("payload", pair -> pair.one.cell().payload())
                .text("window", pair -> Parameter.WINDOW.told(pair.one.cell()));
    }

    private static List<Pair> pairs(Findings findings, List<Score> scores, UnaryOperator<Cell> wanted) {
        List<Pair> pairs = new ArrayList<>();
        for (Score score : scores) {
            Cell other = Kind.plain(wanted.apply(score.cell()));
            Score found = findings.score(
                    cell -> Kind.of(cell) != Kind.COPY && Kind.plain(cell).equals(other));
            pairs.add(new Pair(
                    score,
                    found,
                    found == null ? Judgement.NONE : found.over(score, findings.delta(other.benchmark()))));
        }
        return pairs;
    }

    private static boolean byHand(Cell cell) {
        return Benchmark.of(cell).filter(Benchmark::byHand).isPresent();
    }

    /** The cell that does through the suite's codec what this one does by hand. */
    private static Cell throughTheCodec(Cell byHand) {
        Benchmark same = Benchmark.BY_HAND_ENCODE.measures(byHand) ? Benchmark.ENCODE : Benchmark.DECODE;
        return new Cell(same.id(), byHand.codec(), byHand.payload(), byHand.parameters());
    }
}
