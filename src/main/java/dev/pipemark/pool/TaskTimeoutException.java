package dev.pipemark.pool;

import java.time.Duration;

/** The task ran longer than it was allowed to. Its worker was killed, since nothing else stops what a thread does. */
public final class TaskTimeoutException extends PoolException {
    private static final long serialVersionUID = 1L;

    TaskTimeoutException(Duration timeout, long pid, String lastWords) {
        super("no answer within " + timeout.toMillis() + " ms: worker " + pid + " was killed" + lastWords);
    }
}
