package dev.pipemark.api;

/** How early the presets time something: each preset times what the shorter ones do, and more. */
public enum Tier {
    /** From the quick preset on: a first look of some minutes. Few codecs may be of this tier. */
    QUICK,
    /** From the standard preset on: what a choice rests on. */
    STANDARD,
    /** In the full preset only, which times every pair. */
    FULL;

    /** Whether a preset of this tier times what is of another. */
    public boolean times(Tier other) {
        return other.compareTo(this) <= 0;
    }
}
