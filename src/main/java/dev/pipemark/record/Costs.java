package dev.pipemark.record;

import dev.pipemark.stats.RoundTable.Sitting;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The cost of one operation in each fork, whatever the unit of its scores. */
public final class Costs {
    private Costs() {}

    /**
     * Returns nanoseconds per operation by sitting, for forks of one cell. A fork has no cost if it failed, or if its unit is
     * neither a time nor a rate. If a sitting was run twice, the later fork counts.
     */
    public static SortedMap<Sitting, Double> bySitting(List<Fork> forks) {
        SortedMap<Sitting, Double> costs = new TreeMap<>();
        for (Fork fork : forks) {
            if (fork.failure() == null && !Double.isNaN(fork.cost())) {
                costs.put(fork.sitting(), fork.cost());
            }
        }
        return costs;
    }

    /** Returns the same by round. A cell that joins the groups of its table has the geometric mean of its forks. */
    public static SortedMap<Integer, Double> byRound(List<Fork> forks) {
        return byRound(bySitting(forks));
    }

    /** Returns costs by round from costs by sitting. */
    public static SortedMap<Integer, Double> byRound(Map<Sitting, Double> costs) {
        SortedMap<Integer, List<Double>> rounds = new TreeMap<>();
        costs.forEach((sitting, cost) -> rounds.computeIfAbsent(sitting.round(), round -> new ArrayList<>())
                .add(cost));
        SortedMap<Integer, Double> byRound = new TreeMap<>();
        rounds.forEach((round, own) -> byRound.put(round, together(own)));
        return byRound;
    }

    /**
     * Returns a value of each fork of a cell. A cell that joins the groups of its table has one value for each round, so
     * that it does not count for more than the other cells.
     *
     * @param forks forks with scores
     */
    public static List<Double> each(List<Fork> forks, ToDoubleFunction<Fork> value) {
        List<Double> values = new ArrayList<>();
        SortedMap<Integer, List<Double>> rounds = new TreeMap<>();
        for (Fork fork : forks) {
            if (fork.group() == null) {
                values.add(value.applyAsDouble(fork));
            } else {
                rounds.computeIfAbsent(fork.round(), round -> new ArrayList<>()).add(value.applyAsDouble(fork));
            }
        }
        rounds.values().forEach(own -> values.add(together(own)));
        return values;
    }

    private static double together(List<Double> values) {
        return values.size() == 1 ? values.get(0) : Stats.estimate(values).value();
    }
}
