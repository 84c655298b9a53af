package dev.pipemark.stats;

import java.util.Locale;

/** What may be said of the cost of one cell against another's. */
public enum Verdict {
    /** It costs less, beyond the interval. */
    FASTER,
    /** It costs more, beyond the interval. */
    SLOWER,
    /** Whatever they differ by is smaller than what counts: a finding, not the lack of one. */
    TIED,
    /** The interval leaves it open. */
    INCONCLUSIVE;

    /**
     * Reads a verdict off an interval; the one that is printed. Inside the margin comes first, so that a difference which
     * is certain and too small to count is a tie: the two one-sided tests of D. J. Schuirmann (Journal of Pharmacokinetics
     * and Biopharmaceutics 15, 1987) in the form of an interval.
     *
     * @param ratio how many times the other's cost, with its interval
     * @param delta the margin as a fraction: ratios from 1 / (1 + delta) to 1 + delta do not count
     * @throws IllegalArgumentException when the ratio has no interval
     */
    public static Verdict of(Estimate ratio, double delta) {
        if (!ratio.hasInterval()) {
            throw new IllegalArgumentException("a verdict needs an interval");
        }
        if (ratio.lower() >= 1 / (1 + delta) && ratio.upper() <= 1 + delta) {
            return TIED;
        } else if (ratio.upper() < 1) {
            return FASTER;
        }
        return ratio.lower() > 1 ? SLOWER : INCONCLUSIVE;
    }

    /** The same seen from the other cell. */
    public Verdict turned() {
        return this == FASTER ? SLOWER : this == SLOWER ? FASTER : this;
    }

    /** In lower case, as files and tables carry it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
