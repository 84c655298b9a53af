package dev.pipemark.api;

import java.util.Locale;

/** How a codec was set up: what its author had to write for a class before it could travel. */
public enum Badge {
    /** The library as its documentation shows it first. */
    IDIOMATIC,
    /** The library with the options its documentation offers for speed or reach. */
    TUNED,
    /** A schema is written first and code is generated from it. */
    SCHEMA,
    /** Every field is written and read by code made for the class. */
    HAND_WRITTEN,
    /** Not a choice: a floor that the others are held against. */
    CONTROL;

    /** The badge in words, as reports print it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
