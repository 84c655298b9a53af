package dev.pipemark.pool;

import org.jspecify.annotations.Nullable;

/**
 * Tasks that were asked for together: their arguments, and where what comes of each goes. Each task is told exactly once
 * what came of it; by which thread of the pool is not said.
 */
abstract class Call {
    final Terms terms;
    final int size;

    Call(Terms terms, int size) {
        this.terms = terms;
        this.size = size;
    }

    /** What a task is sent: its only argument, or {@link Arguments}. */
    abstract Object argument(int index);

    abstract void succeed(int index, @Nullable Object result);

    abstract void fail(int index, PoolException failure);

    /** Some more tasks have been told; once for each group of them. */
    void settled(int tasks) {}

    /** Nobody wants what is still to come: tasks that have not been sent need not be. */
    boolean cancelled() {
        return false;
    }

    /** It is cancelled, and is to end even where it runs already. */
    boolean unwanted() {
        return false;
    }
}
