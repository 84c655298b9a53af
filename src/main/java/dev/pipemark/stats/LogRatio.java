package dev.pipemark.stats;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The logarithm of the ratio of two geometric means of forks, which is a difference of means.
 *
 * <p>Source: B. L. Welch, "The generalization of 'Student's' problem when several different population variances are
 * involved", Biometrika 34, 1947; the degrees of freedom are Welch's and Satterthwaite's.
 *
 * @param difference the logarithm of the ratio; NaN if a fork has no logarithm
 * @param error the standard error of the difference; NaN if a side has fewer than {@link Stats#FORKS_FOR_INTERVAL} forks
 * @param freedom the degrees of freedom of the error; NaN if the error is 0 or NaN
 * @param forks the number of forks of the side that has fewer
 */
public record LogRatio(double difference, double error, double freedom, int forks) {
    /**
     * Compares two lists of forks.
     *
     * @param a positive fork means of the first side
     * @param b positive fork means of the second side, in the same unit
     */
    public static LogRatio of(List<Double> a, List<Double> b) {
        int forks = Math.min(a.size(), b.size());
        Logs one = Logs.of(a);
        Logs other = Logs.of(b);
        double difference = one.mean() - other.mean();
        if (forks < Stats.FORKS_FOR_INTERVAL) {
            return new LogRatio(difference, Double.NaN, Double.NaN, forks);
        }
        double x = one.variance() / one.n();
        double y = other.variance() / other.n();
        double freedom = (x + y) * (x + y) / (x * x / (one.n() - 1) + y * y / (other.n() - 1));
        return new LogRatio(difference, Math.sqrt(x + y), freedom, forks);
    }

    /** Returns the same ratio without an interval. */
    public LogRatio untested() {
        return new LogRatio(difference, Double.NaN, Double.NaN, forks);
    }

    /** Returns whether the ratio has an interval. */
    public boolean testable() {
        return !Double.isNaN(difference) && !Double.isNaN(error);
    }

    /** Returns the ratio with its two-sided interval of this confidence, if it is {@linkplain #testable testable}. */
    public Estimate estimate(double confidence) {
        double half = error == 0
                ? 0
                : testable()
                        ? TDistribution.of(freedom).inverseSurvivalProbability((1 - confidence) / 2) * error
                        : Double.NaN;
        return new Estimate(Math.exp(difference), Math.exp(difference - half), Math.exp(difference + half), forks);
    }
}
