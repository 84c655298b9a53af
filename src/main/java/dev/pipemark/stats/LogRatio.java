package dev.pipemark.stats;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The ratio of two geometric means of forks, on the logarithm's scale, where it is a difference of means.
 *
 * <p>Source: B. L. Welch, "The generalization of 'Student's' problem when several different population variances are
 * involved", Biometrika 34, 1947; the degrees of freedom are Welch's and Satterthwaite's.
 *
 * @param difference logarithm of the ratio; NaN where a fork has no logarithm
 * @param error standard error of the difference; NaN below {@link Stats#FORKS_FOR_INTERVAL} forks of either
 * @param freedom degrees of freedom of that error; NaN where it is zero or there is none
 * @param forks of the side that has fewer
 */
public record LogRatio(double difference, double error, double freedom, int forks) {
    /**
     * @param a fork means of the one, positive
     * @param b fork means of the other, in the same unit
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

    /** The same without an interval. */
    public LogRatio untested() {
        return new LogRatio(difference, Double.NaN, Double.NaN, forks);
    }

    /** Whether there is an interval to be had. */
    public boolean testable() {
        return !Double.isNaN(difference) && !Double.isNaN(error);
    }

    /** The ratio with its two-sided interval of this confidence; without one where it is not testable. */
    public Estimate estimate(double confidence) {
        double half = error == 0
                ? 0
                : testable()
                        ? TDistribution.of(freedom).inverseSurvivalProbability((1 - confidence) / 2) * error
                        : Double.NaN;
        return new Estimate(Math.exp(difference), Math.exp(difference - half), Math.exp(difference + half), forks);
    }
}
