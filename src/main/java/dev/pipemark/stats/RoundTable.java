package dev.pipemark.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The logarithms of the costs of some cells, sitting by sitting, to which a model is fitted. A cell has a gap where a fork
 * failed, and in the sittings of other groups.
 *
 * @param <K> the type of a cell
 */
public final class RoundTable<K> {
    private final List<K> columns;
    private final List<Sitting> sittings;
    private final double[][] logs;

    /**
     * Forks of one table that were measured together.
     *
     * @param round the number of the round, from 1
     * @param group the number of the group in this round, from 1; {@link #WHOLE} if all cells of the table sat together
     */
    public record Sitting(int round, int group) implements Comparable<Sitting> {
        /** The group of a sitting of all cells of a table. */
        public static final int WHOLE = 0;

        @Override
        public int compareTo(Sitting other) {
            return Comparator.comparingInt(Sitting::round)
                    .thenComparingInt(Sitting::group)
                    .compare(this, other);
        }
    }

    private RoundTable(List<K> columns, List<Sitting> sittings, double[][] logs) {
        this.columns = List.copyOf(columns);
        this.sittings = List.copyOf(sittings);
        this.logs = logs;
    }

    /**
     * Makes a table whose rounds are one sitting each.
     *
     * @param costs as in {@link #ofSittings}, but by round
     */
    public static <K> RoundTable<K> of(Map<K, ? extends Map<Integer, Double>> costs) {
        Map<K, SortedMap<Sitting, Double>> sittings = new LinkedHashMap<>();
        costs.forEach((cell, byRound) -> {
            SortedMap<Sitting, Double> own = new TreeMap<>();
            byRound.forEach((round, cost) -> own.put(new Sitting(round, Sitting.WHOLE), cost));
            sittings.put(cell, own);
        });
        return ofSittings(sittings);
    }

    /**
     * Makes a table.
     *
     * @param costs costs by cell and sitting, in one unit. A cell with a cost that is not positive and finite is left out,
     *     since its mean is not known
     */
    public static <K> RoundTable<K> ofSittings(Map<K, ? extends Map<Sitting, Double>> costs) {
        SortedSet<Sitting> sittings = new TreeSet<>();
        List<K> columns = new ArrayList<>();
        costs.forEach((cell, own) -> {
            if (!own.isEmpty() && own.values().stream().allMatch(RoundTable::usable)) {
                columns.add(cell);
                sittings.addAll(own.keySet());
            }
        });
        List<Sitting> order = List.copyOf(sittings);
        double[][] logs = new double[columns.size()][order.size()];
        for (int column = 0; column < logs.length; column++) {
            Map<Sitting, Double> own = costs.get(columns.get(column));
            for (int sitting = 0; sitting < order.size(); sitting++) {
                Double cost = own == null ? null : own.get(order.get(sitting));
                logs[column][sitting] = cost == null ? Double.NaN : Math.log(cost);
            }
        }
        return new RoundTable<>(columns, order, logs);
    }

    /** Returns the cells with costs, in the given order. */
    public List<K> columns() {
        return columns;
    }

    /** Returns a table of the cells that have forks in at least this number of rounds. */
    RoundTable<K> withRounds(int least) {
        List<K> kept = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int column = 0; column < logs.length; column++) {
            if (rounds(logs[column]) >= least) {
                kept.add(columns.get(column));
                rows.add(logs[column]);
            }
        }
        return new RoundTable<>(kept, sittings, rows.toArray(double[][]::new));
    }

    /** Returns whether there are sittings of only some of the cells. */
    boolean divided() {
        return sittings.stream().anyMatch(sitting -> sitting.group() != Sitting.WHOLE);
    }

    /**
     * Returns the number of rounds in which a value is present. A cell that joins groups has several in a round.
     *
     * @param values by sitting, NaN where missing
     */
    int rounds(double[] values) {
        SortedSet<Integer> rounds = new TreeSet<>();
        for (int sitting = 0; sitting < values.length; sitting++) {
            if (!Double.isNaN(values[sitting])) {
                rounds.add(sittings.get(sitting).round());
            }
        }
        return rounds.size();
    }

    /** Returns the logarithms by column and sitting, NaN where there is none. */
    double[][] logs() {
        return logs;
    }

    private static boolean usable(double cost) {
        return cost > 0 && cost < Double.POSITIVE_INFINITY;
    }
}
