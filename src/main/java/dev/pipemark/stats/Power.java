package dev.pipemark.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The power of Student's t test, from its noncentral distribution (J. Cohen, "Statistical Power Analysis for the Behavioral
 * Sciences", 2nd edition, 1988, chapter 2): the size of a difference that the test finds. {@code S} is the estimated
 * standard deviation divided by the true one. Then {@code P(T > c) = E Φ(λ - c·S)}, integrated by Simpson's rule.
 */
final class Power {
    /** The probability with which a difference must be found. */
    static final double WANTED = 0.8;

    private static final int STEPS = 200;
    private static final int HALVINGS = 40;
    private static final double TAIL = 1e-10;

    private final double[] deviations = new double[STEPS + 1];
    private final double[] weights = new double[STEPS + 1];

    private Power(double freedom) {
        ChiSquaredDistribution squares = ChiSquaredDistribution.of(freedom);
        double from = Math.sqrt(squares.inverseCumulativeProbability(TAIL) / freedom);
        double to = Math.sqrt(squares.inverseSurvivalProbability(TAIL) / freedom);
        double total = 0;
        for (int i = 0; i <= STEPS; i++) {
            double deviation = from + i * (to - from) / STEPS;
            double simpson = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            deviations[i] = deviation;
            weights[i] = simpson * squares.density(freedom * deviation * deviation) * deviation;
            total += weights[i];
        }
        for (int i = 0; i <= STEPS; i++) {
            weights[i] /= total;
        }
    }

    /**
     * Returns the true difference, in standard errors, that is found with a probability of {@link #WANTED}.
     *
     * @param critical the critical value of the test, in estimated standard errors
     * @param freedom the degrees of freedom of the estimated error
     */
    static double needed(double critical, double freedom) {
        Power power = new Power(freedom);
        double low = 0;
        double high = 4 * critical + 4;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (power.of(middle, critical) < WANTED) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double of(double difference, double critical) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double found = 0;
        for (int i = 0; i <= STEPS; i++) {
            found += weights[i] * normal.cumulativeProbability(difference - critical * deviations[i]);
        }
        return found;
    }
}
