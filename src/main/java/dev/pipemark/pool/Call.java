package dev.pipemark.pool;

import org.jspecify.annotations.Nullable;

/**
 * Tasks that were requested together: their arguments, and the receiver of each outcome. Each task is completed exactly
 * once, by any thread of the pool.
 */
abstract class Call {
    final Terms terms;
    final int size;

    Call(Terms terms, int size) {
        this.terms = terms;
        this.size = size;
    }

    /** Returns the argument of a task: a single argument, or {@link Arguments}. */
    abstract Object argument(int index);

    abstract void succeed(int index, @Nullable Object result);

    abstract void fail(int index, PoolException failure);

    /** Called after a group of tasks was completed. */
    void settled(int tasks) {}

    /** Returns whether no caller waits for the remaining outcomes. Tasks that are not sent yet need not be sent. */
    boolean cancelled() {
        return false;
    }

    /** Whether the call is cancelled and its running task must be ended as well. */
    boolean unwanted() {
        return false;
    }
}
