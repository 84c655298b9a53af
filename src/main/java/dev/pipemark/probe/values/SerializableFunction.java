package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.function.Function;

/**
 * A function that is declared serializable.
 *
 * @param <A> the type of the argument
 * @param <B> the type of the result
 */
@FunctionalInterface
public interface SerializableFunction<A, B> extends Function<A, B>, Serializable {}
