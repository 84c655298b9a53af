package dev.pipemark.worker;

import java.io.Serializable;

/** A function of one argument that a pool's worker runs. It is sent once to each worker, and its arguments after it. */
@FunctionalInterface
public interface Work<A, R> extends Serializable {
    R run(A argument) throws Exception;
}
