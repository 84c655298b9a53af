package dev.pipemark.pool;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A function of three arguments that a pool's worker runs; for more, send a record. */
@FunctionalInterface
public interface Work3<A, B, C, R> extends Serializable {
    @Nullable
    R run(A first, B second, C third) throws Exception;
}
