package dev.pipemark.compare;

/** A fact that is not the same in two runs; {@code not recorded} where one of them lacks it. */
public record EnvironmentDifference(String what, String base, String candidate) {
    static final String MISSING = "not recorded";

    /** Whether both runs have it on record. */
    public boolean both() {
        return !base.equals(MISSING) && !candidate.equals(MISSING);
    }
}
