package dev.pipemark.compare;

/** A fact that differs between two runs. It is {@code not recorded} in a run that lacks it. */
public record EnvironmentDifference(String what, String base, String candidate) {
    static final String MISSING = "not recorded";

    /** Returns whether both runs have recorded the fact. */
    public boolean both() {
        return !base.equals(MISSING) && !candidate.equals(MISSING);
    }
}
