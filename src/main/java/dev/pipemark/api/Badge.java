package dev.pipemark.api;

import java.util.Locale;

/** How a codec is set up, and how much must be written for each class. */
public enum Badge {
    /** The library is set up as its documentation shows first. */
    IDIOMATIC,
    /** The library uses options that its documentation offers for speed or reach. */
    TUNED,
    /** A schema is written first. Code is generated from it. */
    SCHEMA,
    /** Code written for each class reads and writes every field. */
    HAND_WRITTEN,
    /** The codec is a lower bound for comparison, not a candidate. */
    CONTROL;

    /** Returns the badge in words, as reports print it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
