package dev.pipemark.stats;

import java.util.List;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Statistics over forks. The fork is the unit of replication, since the iterations of a fork have its compilation and its
 * placement in common. Times are positive and skewed, so means and intervals are those of their logarithms.
 *
 * <p>Sources: A. Georges, D. Buytaert, L. Eeckhout, "Statistically Rigorous Java Performance Evaluation", OOPSLA 2007,
 * sections 3.2 (interval of a mean of VM invocations from Student's t) and 3.3 (two alternatives); T. Kalibera,
 * R. Jones, "Rigorous Benchmarking in Reasonable Time", ISMM 2013 (replicate at the highest level that varies; report
 * the ratio of means with its interval).
 */
public final class Stats {
    /** The confidence of every interval. */
    public static final double CONFIDENCE = 0.95;

    /** The fewest forks that have an interval: the scatter of two forks is almost unknown. */
    public static final int FORKS_FOR_INTERVAL = 3;

    private Stats() {}

    /**
     * Returns the geometric mean of fork means, with a t interval from three forks on.
     *
     * @param forkMeans positive values in one unit. The estimate is not known if one of them is not positive and finite
     */
    public static Estimate estimate(List<Double> forkMeans) {
        if (forkMeans.isEmpty()) {
            return Estimate.NONE;
        }
        Logs logs = Logs.of(forkMeans);
        double half = logs.n() < FORKS_FOR_INTERVAL
                ? Double.NaN
                : quantile(logs.n() - 1) * Math.sqrt(logs.variance() / logs.n());
        return exp(logs.mean(), half, logs.n());
    }

    /**
     * Returns the exponential of the mean of logarithms, with a t interval from a scatter that they share with others.
     *
     * @param logs at least one value
     * @param scatter the scatter of single values, from all groups that share it
     * @param intervals the number of intervals that hold together with 95 %, by Bonferroni's inequality
     * @return an estimate without an interval if the scatter is known less well than from three values
     */
    public static Estimate estimate(List<Double> logs, Scatter scatter, int intervals) {
        double mean = logs.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double half = scatter.freedom() < FORKS_FOR_INTERVAL - 1
                ? Double.NaN
                : TDistribution.of(scatter.freedom()).inverseSurvivalProbability((1 - CONFIDENCE) / 2 / intervals)
                        * Math.sqrt(scatter.squares() / scatter.freedom() / logs.size());
        return exp(mean, half, logs.size());
    }

    /** Returns the median, NaN of no values. */
    public static double median(List<Double> values) {
        return Median.withDefaults()
                .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Estimate exp(double mean, double half, int forks) {
        return new Estimate(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half), forks);
    }

    private static double quantile(double freedom) {
        return TDistribution.of(freedom).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);
    }
}
