package dev.pipemark.pool;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of one of several tasks.
 *
 * @param index the index of its argument, from 0
 * @param value the returned value. {@code null} if the task returned {@code null} or failed.
 * @param failure the failure, or {@code null} if the task returned
 */
public record TaskOutcome<R>(
        long index, @Nullable R value, @Nullable PoolException failure) {
    /**
     * Returns the value.
     *
     * @throws PoolException the failure, if the task failed
     */
    public @Nullable R get() throws PoolException {
        if (failure != null) {
            throw failure;
        }
        return value;
    }
}
