package dev.pipemark.record;

import dev.pipemark.stats.Judgement;
import java.util.ArrayList;
import java.util.List;

/**
 * The margin of a tie for one benchmark, from pairs of equal cells. Smaller differences mean nothing.
 *
 * @param delta the margin as a fraction: {@link #LEAST}, or the 95th percentile of the differences of A/A pairs if that
 *     is larger and there are {@link #ENOUGH_PAIRS}
 * @param pairs the number of A/A pairs
 * @param widest the largest difference of an A/A pair, as a fraction; NaN if there is none
 */
public record Resolution(double delta, int pairs, double widest) {
    /** The smallest margin. A smaller difference is not a reason to choose a codec, even if it is certain. */
    public static final double LEAST = 0.03;

    /** The minimum number of A/A pairs for a measured margin. With fewer pairs, the margin is {@link #LEAST}. */
    public static final int ENOUGH_PAIRS = 3;

    private static final double PERCENTILE = 0.95;

    /**
     * Computes the margin of a benchmark. The percentile is the smallest value that 95 % of the pairs do not exceed
     * (definition 1 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician
     * 50, 1996). Below twenty pairs it is the widest pair. A pair counts if each copy has three forks. If a cell has
     * more than two copies, every pair of them counts. With fewer than {@link #ENOUGH_PAIRS} the percentile is not used:
     * one pair that differs much by chance must not make everything a tie.
     */
    public static Resolution of(Run run, String benchmark) {
        List<Double> distances = new ArrayList<>();
        for (Judgement apart : Copies.pairs(run, benchmark, LEAST)) {
            if (apart.verdict() != null) {
                distances.add(Math.abs(Math.log(apart.ratio().value())));
            }
        }
        if (distances.isEmpty()) {
            return new Resolution(LEAST, 0, Double.NaN);
        }
        List<Double> sorted = distances.stream().sorted().toList();
        double percentile = sorted.get((int) Math.ceil(PERCENTILE * sorted.size()) - 1);
        double seen = sorted.size() < ENOUGH_PAIRS ? 0 : Math.expm1(percentile);
        return new Resolution(Math.max(LEAST, seen), sorted.size(), Math.expm1(sorted.get(sorted.size() - 1)));
    }

    /** Returns the margin of a tie for a benchmark of this run, as a fraction: 0.03 for 3 %. */
    public static double delta(Run run, String benchmark) {
        return of(run, benchmark).delta;
    }

    /** Returns whether there are enough A/A pairs for a margin. */
    public boolean established() {
        return pairs >= ENOUGH_PAIRS;
    }
}
