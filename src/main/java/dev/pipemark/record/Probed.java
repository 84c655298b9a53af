package dev.pipemark.record;

import java.util.Map;
import java.util.stream.Stream;

/** What a probe leaves in its results folder. It holds for the code and the Java that it was made with. */
interface Probed {
    /** The code and the Java it holds for, by dotted name. */
    Map<String, String> identity();

    /** Whether every value was tried. */
    boolean hasAllValues();

    /** Whether it was made with the code and the Java of a run. */
    default boolean holdsFor(Map<String, String> run) {
        return Stream.of(Matrix.CODE, Matrix.JDK)
                .allMatch(part ->
                        identity().containsKey(part) && identity().get(part).equals(run.get(part)));
    }
}
