package dev.pipemark.report.sections;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Parameter;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tables that compare a cell with the same cell under another condition. Each pair is judged by itself. */
final class ComparisonTables {
    private record Pair(Score one, @Nullable Score other) {}

    private ComparisonTables() {}

    /** Compares cells without a pipe with the same cells with a pipe. */
    static List<Block> memory(Findings findings) {
        return table(
                findings,
                cell -> Kind.of(cell) == Kind.MEMORY,
                cell -> cell.with(Parameter.TRANSPORT, Parameter.TRANSPORT.defaultValue()),
                "memory",
                "Messages through memory and through a pipe",
                "in memory",
                "pipe",
                "The difference is the cost of the pipe and of the other process.");
    }

    /** Compares cells with a core for each process with the same cells on one core. */
    static List<Block> twoCores(Findings findings) {
        return table(
                findings,
                cell -> Kind.of(cell) == Kind.TWO_CORES,
                cell -> cell.with(Parameter.CORES, Parameter.CORES.defaultValue()),
                "two-cores",
                "Parent and worker on two cores and on one",
                "two cores",
                "one core",
                "In all other tables both processes share one core. On two cores they work at the same time, but each"
                        + " message wakes the other core.");
    }

    /** Compares cells with their copies. */
    static List<Block> again(Findings findings) {
        return table(
                findings,
                cell -> Kind.of(cell) == Kind.COPY,
                UnaryOperator.identity(),
                "copies",
                "A/A: the same cell twice",
                "this copy",
                "first copy",
                "The two cells of a row do the same work, so chance causes each difference. In about one row of twenty,"
                        + " the verdict says that they differ. A difference between codecs means nothing if it is smaller"
                        + " than those in this table.");
    }

    /** Compares libraries that are called by hand with the same libraries behind the suite's interfaces. */
    static List<Block> byHand(Findings findings) {
        return table(
                findings,
                cell -> Kind.of(cell) == Kind.CONTROL
                        && Benchmark.of(cell).filter(Benchmark::byHand).isPresent(),
                ComparisonTables::throughTheCodec,
                "by-hand",
                "The library called by hand and through the suite",
                "by hand",
                "codec",
                "The difference is the cost of the suite's interfaces. The column \"in turns\" is more exact: one process"
                        + " calls both in alternate blocks.");
    }

    private static List<Block> table(
            Findings findings,
            Predicate<Cell> wanted,
            UnaryOperator<Cell> counterpart,
            String id,
            String caption,
            String one,
            String other,
            String note) {
        List<Pair> pairs = new ArrayList<>();
        for (Score score : findings.scores(wanted)) {
            Cell same = Kind.plain(counterpart.apply(score.cell()));
            Score known = findings
                    .scores(
                            same.payload(),
                            cell -> Kind.of(cell) != Kind.COPY
                                    && Kind.plain(cell).equals(same))
                    .stream()
                    .findFirst()
                    .orElse(null);
            pairs.add(new Pair(score, known));
        }
        if (pairs.isEmpty()) {
            return List.of();
        }
        return List.of(new Grid<>(pairs)
                .text("benchmark", pair -> pair.one.cell().benchmark())
                .text(
                        "codec",
                        pair -> Names.codec(findings.codec(pair.one.cell().codec()), ""))
                .text("payload", pair -> pair.one.cell().payload())
                .text("parameters", pair -> Kind.parameters(pair.one.cell()))
                .time(one, (Pair pair) -> pair.one.cost())
                .time(other, (Pair pair) -> Score.costOf(pair.other))
                .number("×", pair -> findings.apart(pair.other, pair.one, other))
                .times("in turns, ×", pair -> pair.one.estimate(Metric.IN_TURNS))
                .text("remark", pair -> Names.brief(pair.one.remark()))
                .table(id, caption, List.of(note)));
    }

    /** Returns the cell that does the same work with the suite's codec. */
    private static Cell throughTheCodec(Cell byHand) {
        Benchmark same = Benchmark.BY_HAND_ENCODE.measures(byHand) ? Benchmark.ENCODE : Benchmark.DECODE;
        return new Cell(same.id(), byHand.codec(), byHand.payload(), byHand.parameters());
    }
}
