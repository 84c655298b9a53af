package dev.pipemark.proof;

import dev.pipemark.record.Resolution;
import dev.pipemark.stats.Judgements;
import dev.pipemark.stats.RoundTable;
import dev.pipemark.stats.Scatter;
import dev.pipemark.stats.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as reports print it: each cell is compared with the best, and places come from every pair. The judgements are
 * those of the report.
 */
final class PrintedTable {
    private final List<Integer> cells;
    private final Judgements<Integer> judgements;
    private final Optional<Integer> best;

    private PrintedTable(List<Integer> cells, Judgements<Integer> judgements) {
        this.cells = cells;
        this.judgements = judgements;
        this.best = judgements.cheapest(cells);
    }

    /**
     * Makes a table.
     *
     * @param costs the costs of each cell, by sitting
     */
    static PrintedTable of(List<? extends Map<Integer, Double>> costs) {
        Map<Integer, Map<Integer, Double>> table = new LinkedHashMap<>();
        for (Map<Integer, Double> cell : costs) {
            table.put(table.size(), cell);
        }
        List<Integer> cells = new ArrayList<>(table.keySet());
        return new PrintedTable(cells, Judgements.of(RoundTable.of(table), cells, Resolution.LEAST));
    }

    /** Returns whether the table calls this cell slower than its best. */
    boolean slower(int cell) {
        return best.map(first -> judgements.judge(cell, first).verdict() == Verdict.SLOWER)
                .orElse(false);
    }

    /** Returns whether the table calls any cell slower than its best. */
    boolean anySlower() {
        return cells.stream().anyMatch(this::slower);
    }

    /** Returns whether the table calls any two cells different. */
    boolean anyDifferent() {
        return cells.stream()
                .anyMatch(one -> cells.stream()
                        .anyMatch(other -> judgements.judge(one, other).verdict() == Verdict.SLOWER));
    }

    Scatter scatter() {
        return judgements.scatter();
    }
}
