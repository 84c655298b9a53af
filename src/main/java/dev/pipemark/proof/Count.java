package dev.pipemark.proof;

import dev.pipemark.stats.Stats;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The number of trials with a certain outcome.
 *
 * @param found the trials with this outcome
 * @param of all trials; 0 if there are none
 */
public record Count(int found, int of) {
    static final Count NONE = new Count(0, 0);

    /** The rate at which intervals of 95 % may be wrong. */
    private static final double WRONG = 1 - Stats.CONFIDENCE;

    /** The probability that a correct method exceeds any bound of a proof. */
    private static final double LEVEL = 0.01;

    Count plus(Count other) {
        return new Count(found + other.found, of + other.of);
    }

    /** Adds one trial. */
    Count with(boolean hit) {
        return new Count(found + (hit ? 1 : 0), of + 1);
    }

    /** Returns the share of trials found, NaN if there are none. */
    public double share() {
        return of == 0 ? Double.NaN : (double) found / of;
    }

    /**
     * Returns the bound: the highest number of found cases that is allowed in independent trials, if each trial goes wrong
     * with a probability of 5 %. It is a quantile of the binomial distribution. A correct method exceeds any of the bounds
     * of a proof with a probability of 1 % at most, by Bonferroni's inequality: each bound alone has 1 % divided by their
     * number.
     *
     * @param bounds the number of bounds of the proof
     */
    public int allowed(int bounds) {
        return of == 0 ? 0 : BinomialDistribution.of(of, WRONG).inverseCumulativeProbability(1 - LEVEL / bounds);
    }

    boolean withinBound(int bounds) {
        return found <= allowed(bounds);
    }

    /** Returns whether there are enough trials to exceed the bound. One trial alone never exceeds it. */
    boolean canFail(int bounds) {
        return allowed(bounds) < of;
    }

    /**
     * Returns the upper limit of 95 % for the true rate. At a higher rate, so few or fewer would be found with a
     * probability of 5 % at most. C. J. Clopper and E. S. Pearson, "The Use of Confidence or Fiducial Limits Illustrated in
     * the Case of the Binomial", Biometrika 26, 1934; the one-sided limit.
     */
    double below() {
        return found >= of
                ? 1
                : BetaDistribution.of(found + 1.0, of - found).inverseCumulativeProbability(Stats.CONFIDENCE);
    }
}
