package dev.pipemark.codecs;

import dev.pipemark.api.Shape;
import dev.pipemark.api.Use;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A value with its shape.
 *
 * @param promisedBy the uses of the value. A codec that claims all of them must carry it. Other codecs may refuse it.
 */
record Sample<T>(String name, Shape<T> shape, T value, BiPredicate<T, Object> same, Set<Use> promisedBy) {
    static <T> Sample<T> data(String name, Shape<T> shape, T value) {
        return new Sample<>(name, shape, value, Object::equals, Set.of(Use.DATA));
    }

    /** An object for whose class some codecs have code or a schema. */
    static <T> Sample<T> record(String name, Shape<T> shape, T value) {
        return new Sample<>(name, shape, value, Object::equals, Set.of(Use.RECORDS));
    }

    /**
     * An object of a class without a mapping. Codecs that need no code per class carry it, and claim data and records.
     */
    static <T> Sample<T> anyClass(String name, Shape<T> shape, T value) {
        return new Sample<>(name, shape, value, Object::equals, Set.of(Use.DATA, Use.RECORDS));
    }

    static <T> Sample<T> hierarchy(String name, Shape<T> shape, T value) {
        return new Sample<>(name, shape, value, Object::equals, Set.of(Use.HIERARCHIES));
    }

    /** A codec for sweeps is timed on data and records there, so it claims these too. */
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
