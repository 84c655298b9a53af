package dev.pipemark.record;

import java.util.Map;

/** What a probe leaves in its results folder. It holds for the code and the Java that it was made with. */
interface Probed {
    /** The code and the Java it holds for, by dotted name. */
    Map<String, String> identity();

    /** Whether every value was tried. */
    boolean hasAllValues();
}
