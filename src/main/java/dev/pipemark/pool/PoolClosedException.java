package dev.pipemark.pool;

/**
 * The pool accepts no more tasks: it was closed or terminated, or its workers could not be started. The message has the
 * reason.
 */
public final class PoolClosedException extends PoolException {
    private static final long serialVersionUID = 1L;

    PoolClosedException(String reason) {
        super(reason);
    }
}
