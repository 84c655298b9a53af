package dev.pipemark.codecs;

import dev.pipemark.api.Shape;
import dev.pipemark.api.Use;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A value with its shape.
 *
 * @param promisedBy a codec that says it stands for all of these must carry the value; one that does not may refuse it
 */
record Sample<T>(String name, Shape<T> shape, T value, BiPredicate<T, Object> same, Set<Use> promisedBy) {
    static <T> Sample<T> data(String name, Shape<T> shape, T value) {
        return new Sample<>(name, shape, value, Object::equals, Set.of(Use.DATA));
    }

    /** An object whose classes some codecs have code or a schema for. */
    static <T> Sample<T> record(String name, Shape<T> shape, T value) {
        return new Sample<>(name, shape, value, Object::equals, Set.of(Use.RECORDS));
    }

    /** An object that a codec carries which needs no code for a class. Such a codec stands for data and records. */
    static <T> Sample<T> anyClass(String name, Shape<T> shape, T value) {
        return new Sample<>(name, shape, value, Object::equals, Set.of(Use.DATA, Use.RECORDS));
    }

    static <T> Sample<T> hierarchy(String name, Shape<T> shape, T value) {
        return new Sample<>(name, shape, value, Object::equals, Set.of(Use.HIERARCHIES));
    }

    /** What stands for others in tables of its own is timed on data and records there. */
    boolean isPromisedBy(Set<Use> claimed) {
        Set<Use> all = EnumSet.noneOf(Use.class);
        all.addAll(claimed);
        if (claimed.contains(Use.SWEEPS)) {
            all.addAll(Set.of(Use.DATA, Use.RECORDS));
        }
        return all.containsAll(promisedBy);
    }

    @Override
    public String toString() {
        return name;
    }
}
