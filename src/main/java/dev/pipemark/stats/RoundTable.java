package dev.pipemark.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The logarithms of the costs of some cells, round by round, to which a model is fitted. A fork that failed leaves a gap.
 *
 * @param <K> the type of a cell
 */
public final class RoundTable<K> {
    private final List<K> columns;
    private final double[][] logs;

    private RoundTable(List<K> columns, double[][] logs) {
        this.columns = List.copyOf(columns);
        this.logs = logs;
    }

    /**
     * Makes a table.
     *
     * @param costs costs by cell and round, in one unit. A cell with a cost that is not positive and finite is left out,
     *     since its mean is not known
     */
    public static <K> RoundTable<K> of(Map<K, ? extends Map<Integer, Double>> costs) {
        SortedSet<Integer> rounds = new TreeSet<>();
        List<K> columns = new ArrayList<>();
        costs.forEach((cell, byRound) -> {
            if (!byRound.isEmpty() && byRound.values().stream().allMatch(RoundTable::usable)) {
                columns.add(cell);
                rounds.addAll(byRound.keySet());
            }
        });
        List<Integer> order = List.copyOf(rounds);
        double[][] logs = new double[columns.size()][order.size()];
        for (int column = 0; column < logs.length; column++) {
            Map<Integer, Double> byRound = costs.get(columns.get(column));
            for (int round = 0; round < order.size(); round++) {
                Double cost = byRound == null ? null : byRound.get(order.get(round));
                logs[column][round] = cost == null ? Double.NaN : Math.log(cost);
            }
        }
        return new RoundTable<>(columns, logs);
    }

    /** Returns the cells with costs, in the given order. */
    public List<K> columns() {
        return columns;
    }

    /** Returns a table of the cells that have at least so many forks. */
    RoundTable<K> withForks(int least) {
        List<K> kept = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int column = 0; column < logs.length; column++) {
            if (forks(column) >= least) {
                kept.add(columns.get(column));
                rows.add(logs[column]);
            }
        }
        return new RoundTable<>(kept, rows.toArray(double[][]::new));
    }

    int forks(int column) {
        return Gaps.present(logs[column]);
    }

    /** Returns the logarithms by column and round, NaN where there is none. */
    double[][] logs() {
        return logs;
    }

    private static boolean usable(double cost) {
        return cost > 0 && cost < Double.POSITIVE_INFINITY;
    }
}
