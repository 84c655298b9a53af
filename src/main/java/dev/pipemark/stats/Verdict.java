package dev.pipemark.stats;

import java.util.Locale;

/** The result of the comparison of one cell's cost with another's. */
public enum Verdict {
    /** The cell costs less: the whole interval is below 1. */
    FASTER,
    /** The cell costs more: the whole interval is above 1. */
    SLOWER,
    /** The difference is too small to count. This is a finding, and not the lack of one. */
    TIED,
    /** The interval allows more than one of these. */
    INCONCLUSIVE;

    /**
     * Reads a verdict from the printed interval. An interval inside the margin comes first, so a difference that is certain
     * and too small to count is a tie. These are the two one-sided tests of D. J. Schuirmann (Journal of Pharmacokinetics and
     * Biopharmaceutics 15, 1987), in the form of an interval.
     *
     * @param ratio the cost of the cell divided by that of the other, with its interval
     * @param delta the margin as a fraction: ratios from 1 / (1 + delta) to 1 + delta do not count
     * @throws IllegalArgumentException if the ratio has no interval
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

    /** Returns the verdict with the two cells exchanged. */
    public Verdict turned() {
        return this == FASTER ? SLOWER : this == SLOWER ? FASTER : this;
    }

    /** Returns the name in lower case, for files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
