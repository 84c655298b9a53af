package dev.pipemark.pool;

import java.time.Duration;

/** The task exceeded its time limit. Its worker was killed, because a running thread cannot be stopped otherwise. */
public final class TaskTimeoutException extends PoolException {
    private static final long serialVersionUID = 1L;

    TaskTimeoutException(Duration timeout, long pid, String lastWords) {
        super("no answer within " + timeout.toMillis() + " ms: worker " + pid + " was killed" + lastWords);
    }
}
