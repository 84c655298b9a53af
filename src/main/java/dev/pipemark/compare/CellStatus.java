package dev.pipemark.compare;

import dev.pipemark.stats.Verdict;

/** What became of a cell from one run to the next. Every cell that either run planned has exactly one. */
public enum CellStatus {
    /** Slower: the whole interval of the ratio is above 1, and not all of it within ±δ. */
    REGRESSED("regressed"),
    /** Measured before, and now no fork finishes or the value no longer arrives. */
    NEW_FAILURE("new failure"),
    /** Faster: the whole interval of the ratio is below 1, and not all of it within ±δ. */
    IMPROVED("improved"),
    /** Failed or refused before, and measured now. */
    FIXED("fixed"),
    /** None of the others can be said. */
    INCONCLUSIVE("inconclusive"),
    /** The whole interval is within ±δ. */
    EQUIVALENT("equivalent"),
    /** Not planned, or not reached, in the new run. */
    ONLY_IN_BASE("only in base"),
    /** Not planned, or not reached, in the base run. */
    ONLY_IN_NEW("only in new"),
    /** Planned in both and measured in neither. */
    NO_SCORE("no score in either"),
    /** In both, and measured so that their numbers mean different things: another mode, another number of threads. */
    NOT_COMPARABLE("not comparable");

    private final String label;

    CellStatus(String label) {
        this.label = label;
    }

    /** What a verdict on the new one says. */
    static CellStatus of(Verdict verdict) {
        return switch (verdict) {
            case TIED -> EQUIVALENT;
            case SLOWER -> REGRESSED;
            case FASTER -> IMPROVED;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }

    /** Whether the cell is in both runs. */
    public boolean both() {
        return this != ONLY_IN_BASE && this != ONLY_IN_NEW;
    }

    /** As reports and files say it. */
    public String label() {
        return label;
    }
}
