package dev.pipemark.record;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one operation cost, fork by fork, whatever the unit of its scores. */
public final class Costs {
    private Costs() {}

    /**
     * Nanoseconds per operation by round, of forks of one cell; those that failed have none, and those whose unit is neither
     * a time nor a rate. Of a round that was run twice the later fork counts.
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
