package dev.pipemark.stats;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The effects of the rounds on all cells alike.
 *
 * @param effects the cost of each round relative to the mean round, as a fraction: 0.03 for 3 % more
 * @param within the scatter of the forks of one cell, effects of rounds included
 */
public record Drift(SortedMap<Integer, Double> effects, Scatter within) {
    /**
     * Computes the effects of rounds: the mean over cells of the distance of each fork from the mean of its cell, on
     * logarithms. These are the effects of the additive model if no fork is missing. Cells that lack a fork are left out.
     *
     * @param cells the costs of each cell, by round
     */
    public static Drift of(Collection<? extends SortedMap<Integer, Double>> cells) {
        SortedSet<Integer> rounds = new TreeSet<>();
        cells.forEach(cell -> rounds.addAll(cell.keySet()));
        List<Integer> order = List.copyOf(rounds);
        double[] sums = new double[order.size()];
        Scatter within = Scatter.NONE;
        int whole = 0;
        for (SortedMap<Integer, Double> cell : cells) {
            double[] logs = cell.values().stream().mapToDouble(Math::log).toArray();
            double mean = Gaps.mean(logs);
            if (!Double.isFinite(mean) || Gaps.present(logs) < logs.length) {
                continue;
            }
            within = within.plus(new Scatter(Gaps.squares(logs), logs.length - 1));
            if (logs.length == order.size()) {
                whole++;
                for (int round = 0; round < logs.length; round++) {
                    sums[round] += logs[round] - mean;
                }
            }
        }
        SortedMap<Integer, Double> effects = new TreeMap<>();
        for (int round = 0; round < sums.length && whole > 0 && sums.length > 1; round++) {
            effects.put(order.get(round), Math.expm1(sums[round] / whole));
        }
        return new Drift(effects, within);
    }

    /** Returns the round that lies farthest from the mean, or 0 if there are no rounds to compare. */
    public int farthest() {
        int farthest = 0;
        double distance = -1;
        for (var effect : effects.entrySet()) {
            if (Math.abs(Math.log1p(effect.getValue())) > distance) {
                distance = Math.abs(Math.log1p(effect.getValue()));
                farthest = effect.getKey();
            }
        }
        return farthest;
    }

    /** Returns the effect of the farthest round, as a fraction; NaN if there are no rounds to compare. */
    public double largest() {
        return effects.getOrDefault(farthest(), Double.NaN);
    }

    /** Returns the change from the first round to the last by a straight line through all, as a fraction. */
    public double trend() {
        if (effects.isEmpty()) {
            return Double.NaN;
        }
        double mean =
                effects.keySet().stream().mapToInt(Integer::intValue).average().orElse(0);
        double products = 0;
        double squares = 0;
        for (var effect : effects.entrySet()) {
            products += (effect.getKey() - mean) * Math.log1p(effect.getValue());
            squares += (effect.getKey() - mean) * (effect.getKey() - mean);
        }
        return Math.expm1(products / squares * (effects.lastKey() - effects.firstKey()));
    }
}
