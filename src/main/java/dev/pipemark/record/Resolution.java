package dev.pipemark.record;

import dev.pipemark.stats.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The difference below which the numbers of one benchmark mean nothing, from pairs of equal cells.
 *
 * @param delta the margin of a tie, as a fraction: the larger of {@link #LEAST} and the 95th percentile of how far apart
 *     A/A pairs came out, if there are {@link #ENOUGH_PAIRS}
 * @param pairs how many A/A pairs are behind it
 * @param widest how far apart the widest of them came out, as a fraction; NaN when there is none
 */
public record Resolution(double delta, int pairs, double widest) {
    /** Smaller differences are no reason to choose a codec, however sure they are. */
    public static final double LEAST = 0.03;

    /** A/A pairs below which the margin is a convention, not a finding. */
    public static final int ENOUGH_PAIRS = 3;

    private static final double PERCENTILE = 0.95;

    /**
     * The percentile is the smallest value that 95 % of the pairs do not exceed (definition 1 of R. J. Hyndman and
     * Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50, 1996): the widest one, below
     * twenty pairs. A pair counts from three forks of each copy on, and of more than two copies of a cell every pair. Fewer
     * than {@link #ENOUGH_PAIRS} say nothing: one that came out far apart by chance must not make everything a tie.
     */
    public static Resolution of(Run run, String benchmark) {
        List<Double> distances = new ArrayList<>();
        for (List<SortedMap<Integer, Double>> copies : Copies.of(run, benchmark)) {
            for (int a = 0; a < copies.size(); a++) {
                for (int b = a + 1; b < copies.size(); b++) {
                    Judgement apart = Judgement.of(copies.get(a), copies.get(b), LEAST);
                    if (apart.verdict() != null) {
                        distances.add(Math.abs(Math.log(apart.ratio().value())));
                    }
                }
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

    /** The margin of a tie for a benchmark of this run, as a fraction: 0.03 for 3 %. */
    public static double delta(Run run, String benchmark) {
        return of(run, benchmark).delta;
    }

    /** Whether A/A pairs enough stand behind the margin. */
    public boolean established() {
        return pairs >= ENOUGH_PAIRS;
    }
}
