package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Outcome;
import dev.pipemark.record.Run;
import dev.pipemark.record.Settling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcomes and the forks of one run, by cell. */
final class Side {
    private final Map<Cell, Outcome> outcomes;
    private final Map<Cell, List<Fork>> forks = new HashMap<>();
    private final Map<Cell, Settling> settlings;
    private final Map<Cell, JmhScore> printed;

    Side(ComparedRun of) {
        this(of.run(), of.printed());
    }

    Side(Run run, Map<Cell, JmhScore> printed) {
        this.outcomes = run.outcomes();
        this.settlings = Settling.of(run);
        this.printed = printed;
        run.forks()
                .forEach(fork -> forks.computeIfAbsent(fork.cell(), cell -> new ArrayList<>())
                        .add(fork));
    }

    CellSide of(Counterparts.@Nullable Placed placed) {
        return placed == null ? CellSide.ABSENT : of(placed.cell());
    }

    CellSide of(Cell cell) {
        Outcome outcome = outcomes.get(cell);
        return outcome == null
                ? CellSide.ABSENT
                : CellSide.of(outcome, forks(cell), settlings.getOrDefault(cell, Settling.NONE), printed.get(cell));
    }

    /** Returns the forks of a cell, in the order in which they ran. */
    List<Fork> forks(Cell cell) {
        return forks.getOrDefault(cell, List.of());
    }

    double mean(Counterparts.@Nullable Placed placed, Metric metric) {
        List<Fork> ran = placed == null ? List.of() : forks(placed.cell());
        return ran.stream()
                .filter(fork -> fork.failure() == null)
                .mapToDouble(fork -> fork.note().metrics().getOrDefault(metric, Double.NaN))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
