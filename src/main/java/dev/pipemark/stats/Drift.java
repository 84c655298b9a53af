package dev.pipemark.stats;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rounds did to all cells alike.
 *
 * @param effects how much more a round cost than the mean round, as a fraction, by round
 * @param within how forks of one cell scatter, rounds included
 */
public record Drift(SortedMap<Integer, Double> effects, Scatter within) {
    /**
     * The mean over cells of how far each fork lies from its cell's mean, on logarithms: the round effects of the additive
     * model where no fork is missing, which is why cells that lack one are left out of them.
     *
     * @param cells costs by round
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

    /** The round that lies farthest from the mean, or 0 when there are no rounds to compare. */
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

    /** How much more the farthest round cost than the mean round, as a fraction; NaN when there are none to compare. */
    public double largest() {
        return effects.getOrDefault(farthest(), Double.NaN);
    }

    /** How much more the last round cost than the first by the straight line through all, as a fraction. */
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
