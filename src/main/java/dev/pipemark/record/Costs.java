package dev.pipemark.record;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cost of one operation in each fork, whatever the unit of its scores. */
public final class Costs {
    private Costs() {}

    /**
     * Returns nanoseconds per operation by round, for forks of one cell. A fork that failed has no cost, and neither has
     * a fork whose unit is neither a time nor a rate. If a round was run twice, the later fork counts.
     */
    public static SortedMap<Integer, Double> byRound(List<Fork> forks) {
        SortedMap<Integer, Double> costs = new TreeMap<>();
        for (Fork fork : forks) {
            if (fork.failure() == null && !Double.isNaN(fork.cost())) {
                costs.put(fork.round(), fork.cost());
            }
        }
        return costs;
    }
}
