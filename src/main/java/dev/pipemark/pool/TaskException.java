package dev.pipemark.pool;

import dev.pipemark.worker.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The task threw an exception in a worker. The cause is that exception, with its own type and stack, if it can be sent.
 * It is always sent by Java's own serialization, whatever the pool's codec. {@link #remoteStack} is always available.
 */
public final class TaskException extends PoolException {
    private static final long serialVersionUID = 1L;

    private final String remoteStack;

    TaskException(Refusal refusal, @Nullable Throwable thrown, String whyNot, long pid) {
        super("the task threw " + refusal.error() + ", in worker " + pid
                + (thrown == null
                        ? "; the exception itself could not travel (" + whyNot + "), stack trace in the worker:\n"
                                + refusal.stack().strip()
                        : ""));
        if (thrown != null) {
            initCause(thrown);
        }
        remoteStack = refusal.stack();
    }

    /** Returns the stack trace in the worker, with its causes. */
    public String remoteStack() {
        return remoteStack;
    }
}
