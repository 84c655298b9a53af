package dev.pipemark.pool;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A function without arguments that a pool's worker runs. Like every function, it can be sent only if the codec carries
 * it.
 */
@FunctionalInterface
public interface Work0<R> extends Serializable {
    @Nullable
    R run() throws Exception;
}
