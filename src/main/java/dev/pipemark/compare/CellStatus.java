package dev.pipemark.compare;

import dev.pipemark.stats.Verdict;

/** The change of a cell from one run to the next. Each cell that either run planned has exactly one status. */
public enum CellStatus {
    /** Slower: the whole interval of the ratio is above 1, and it is not within ±δ. */
    REGRESSED("regressed"),
    /** Measured before. Now no fork finishes, or the value no longer arrives. */
    NEW_FAILURE("new failure"),
    /** Faster: the whole interval of the ratio is below 1, and it is not within ±δ. */
    IMPROVED("improved"),
    /** Failed or refused before. Measured now. */
    FIXED("fixed"),
    /** No other status is supported by the measurements. */
    INCONCLUSIVE("inconclusive"),
    /** The whole interval is within ±δ. */
    EQUIVALENT("equivalent"),
    /** Not planned or not reached in the new run. */
    ONLY_IN_BASE("only in base"),
    /** Not planned or not reached in the base run. */
    ONLY_IN_NEW("only in new"),
    /** Planned in both runs and measured in neither. */
    NO_SCORE("no score in either"),
    /** The cell is in both runs, but its conditions differ, such as the mode or the number of threads. */
    NOT_COMPARABLE("not comparable");

    private final String label;

    CellStatus(String label) {
        this.label = label;
    }

    /** Returns the status for a verdict on the new run. */
    static CellStatus of(Verdict verdict) {
        return switch (verdict) {
            case TIED -> EQUIVALENT;
            case SLOWER -> REGRESSED;
            case FASTER -> IMPROVED;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }

    /** Returns whether the cell is in both runs. */
    public boolean both() {
        return this != ONLY_IN_BASE && this != ONLY_IN_NEW;
    }

    /** Returns the status as reports and files print it. */
    public String label() {
        return label;
    }
}
