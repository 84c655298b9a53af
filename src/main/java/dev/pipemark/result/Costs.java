package dev.pipemark.result;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one operation cost, fork by fork, whatever the unit of its scores. */
public final class Costs {
    private Costs() {}

    /**
     * Nanoseconds per operation by round, of forks of one cell in {@code ns/op} or {@code ops/s}; those that failed have
     * none. Of a round that was run twice the later fork counts.
     */
    public static SortedMap<Integer, Double> byRound(List<Fork> forks) {
        SortedMap<Integer, Double> costs = new TreeMap<>();
        for (Fork fork : forks) {
            if (fork.failure() == null) {
                costs.put(fork.round(), fork.unit().startsWith("ops/") ? 1e9 / fork.mean() : fork.mean());
            }
        }
        return costs;
    }
}
