package dev.pipemark.worker;

import java.io.Serializable;

/** A function without arguments that a pool's worker runs; like any function, it travels where the codec carries it. */
@FunctionalInterface
public interface Work0<R> extends Serializable {
    R run() throws Exception;
}
