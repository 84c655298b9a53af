package dev.pipemark.pool;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A function of two arguments that a pool's worker runs. */
@FunctionalInterface
public interface Work2<A, B, R> extends Serializable {
    @Nullable
    R run(A first, B second) throws Exception;
}
