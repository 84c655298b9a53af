package dev.pipemark.api;

import org.jspecify.annotations.Nullable;

/**
 * A named kind of value that is sent: its shape, seeded values of it, and how to tell that what arrived is what was
 * sent. Holds no state.
 *
 * @param <T> the declared type of the values
 */
public interface Payload<T> {
    /** Names this payload within its family: lower-case letters, digits and hyphens. */
    String id();

    Family family();

    Shape<T> shape();

    /**
     * Makes a value: content equal for equal seeds in every JVM, distinct for distinct seeds where the type has room. A run
     * tries that before it tries a codec: a payload whose values are not {@link #same} when they are made twice, or in two
     * processes, is told to be at fault, and measured with no codec.
     */
    T create(long seed);

    /**
     * Uses a value in the worker: data is returned as it is, a function is called with the argument and its result is
     * returned.
     *
     * @throws Exception what a function that is run throws
     */
    default @Nullable Object use(T arrived, long argument) throws Exception {
        return arrived;
    }

    /** What goes back, the shape of what {@link #use} returns. A pair is supported only if both shapes are. */
    default Shape<?> reply() {
        return shape();
    }

    /**
     * Whether what arrived is what was sent: by the contract of the declared type (two lists are equal whatever their
     * classes), and by identity where the payload is about identity.
     */
    boolean same(T sent, @Nullable Object arrived);

    /**
     * What differs between a value and what arrived that is not {@link #same}, in one line. A payload overrides this where
     * it knows the place in the value; by default nothing is said, and the suite holds against each other what the two print.
     */
    default String difference(T sent, @Nullable Object arrived) {
        return "";
    }
}
