package dev.pipemark.proof;

import dev.pipemark.stats.Stats;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * So many of so many.
 *
 * @param of 0 where nothing could be tried
 */
public record Count(int found, int of) {
    static final Count NONE = new Count(0, 0);

    /** How often a method with intervals of 95 % may be wrong. */
    private static final double WRONG = 1 - Stats.CONFIDENCE;

    private static final double CERTAIN = 0.99;

    Count plus(Count other) {
        return new Count(found + other.found, of + other.of);
    }

    /** One more trial. */
    Count with(boolean hit) {
        return new Count(found + (hit ? 1 : 0), of + 1);
    }

    /** NaN of none. */
    public double share() {
        return of == 0 ? Double.NaN : (double) found / of;
    }

    /**
     * The most that may be found of independent trials that each go wrong 5 % of the time: the 99 % quantile of the
     * binomial. A correct method exceeds it less often than one time in a hundred.
     */
    public int allowed() {
        return of == 0 ? 0 : BinomialDistribution.of(of, WRONG).inverseCumulativeProbability(CERTAIN);
    }

    boolean withinBound() {
        return found <= allowed();
    }

    /** Whether there are trials enough to exceed the bound: one trial alone never does. */
    boolean canFail() {
        return allowed() < of;
    }

    /**
     * The rate above which so few would be found in one case of twenty at most: what the trials rule out. C. J. Clopper and
     * E. S. Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial", Biometrika 26,
     * 1934; the one-sided limit of 95 %.
     */
    double below() {
        return found >= of
                ? 1
                : BetaDistribution.of(found + 1.0, of - found).inverseCumulativeProbability(Stats.CONFIDENCE);
    }
}
