package dev.pipemark.pool;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A function of one argument that a pool's worker runs. It is sent once to each worker, before its arguments. */
@FunctionalInterface
public interface Work<A, R> extends Serializable {
    @Nullable
    R run(A argument) throws Exception;
}
