package dev.pipemark.record;

import java.util.Map;

/** The result of a probe in its results folder. It is valid only for the code and the Java that made it. */
interface Probed {
    /** Returns the code and the Java that the result is valid for, by dotted name. */
    Map<String, String> identity();

    /** Returns whether every value was tried. */
    boolean hasAllValues();
}
