package dev.pipemark.worker;

import java.io.Serializable;

/** A function of two arguments that a pool's worker runs. */
@FunctionalInterface
public interface Work2<A, B, R> extends Serializable {
    R run(A first, B second) throws Exception;
}
