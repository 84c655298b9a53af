package dev.pipemark.pool;

import org.jspecify.annotations.Nullable;

/**
 * What became of one task of many.
 *
 * @param index the place of its argument among those given, from 0
 * @param value what it returned; {@code null} where it returned that, or failed
 * @param failure why there is no value; {@code null} where there is one
 */
public record TaskOutcome<R>(
        long index, @Nullable R value, @Nullable PoolException failure) {
    /**
     * The value.
     *
     * @throws PoolException the failure, where it failed
     */
    public @Nullable R get() throws PoolException {
        if (failure != null) {
            throw failure;
        }
        return value;
    }
}
