package dev.pipemark.record;

import java.util.Map;
import java.util.stream.Stream;

/** The result of a probe in its results folder. It is valid only for the code and the Java that made it. */
interface Probed {
    /** Returns the code and the Java that the result is valid for, by dotted name. */
    Map<String, String> identity();

    /** Returns whether every value was tried. */
    boolean hasAllValues();

    /** Whether it was made with the code and the Java of a run. */
    default boolean holdsFor(Map<String, String> run) {
        return Stream.of(Matrix.CODE, Matrix.JDK)
                .allMatch(part ->
                        identity().containsKey(part) && identity().get(part).equals(run.get(part)));
    }
}
