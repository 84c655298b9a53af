package dev.pipemark.pool;

import dev.pipemark.worker.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The task ran in a worker, and threw. The cause is what it threw, with its own type and stack, where that could travel;
 * it does so by Java's own serialization, whatever the pool's codec. {@link #remoteStack} is there always.
 */
public final class TaskException extends PoolException {
    private static final long serialVersionUID = 1L;

    private final String remoteStack;

    TaskException(Refusal refusal, @Nullable Throwable thrown, String whyNot, long pid) {
        super("the task threw " + refusal.error() + ", in worker " + pid
                + (thrown == null
                        ? "; the exception itself could not travel (" + whyNot + "), its stack there was:\n"
                                + refusal.stack().strip()
                        : ""));
        if (thrown != null) {
            initCause(thrown);
        }
        remoteStack = refusal.stack();
    }

    /** The stack trace, with its causes, as the worker would have printed it. */
    public String remoteStack() {
        return remoteStack;
    }
}
