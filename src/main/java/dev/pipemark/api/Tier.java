package dev.pipemark.api;

/** The first preset that times a codec for a use. Each preset also times everything that the shorter presets time. */
public enum Tier {
    /** Timed from the quick preset on, which gives a first look in some minutes. Few codecs may have this tier. */
    QUICK,
    /** Timed from the standard preset on, which is enough for a choice between codecs. */
    STANDARD,
    /** Timed in the full preset only, which times every pair. */
    FULL;

    /** Returns whether the preset of this tier times codecs of the other tier. */
    public boolean times(Tier other) {
        return other.compareTo(this) <= 0;
    }
}
