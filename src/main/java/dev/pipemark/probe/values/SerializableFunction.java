package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.function.Function;

/**
 * A function as those declare it who want to send it.
 *
 * @param <A> what it takes
 * @param <B> what it gives
 */
@FunctionalInterface
public interface SerializableFunction<A, B> extends Function<A, B>, Serializable {}
