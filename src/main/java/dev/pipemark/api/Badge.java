package dev.pipemark.api;

import java.util.Locale;

/** How a codec is set up, and how much code it needs for each class. */
public enum Badge {
    /**
     * The library is set up as its documentation shows first. It may also have options that make it keep values
     * unchanged, such as an option to write fields that are {@code null}.
     */
    IDIOMATIC,
    /** The library uses options that its documentation offers for speed or reach. */
    TUNED,
    /**
     * The author writes a schema. The library's compiler generates code from it, or the library reads it when the program
     * starts.
     */
    SCHEMA,
    /** The author writes code for each class. The code reads and writes every field. */
    HAND_WRITTEN,
    /** The codec is a lower bound for comparison, not a candidate. */
    CONTROL;

    /** Returns the badge in words, as reports print it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
