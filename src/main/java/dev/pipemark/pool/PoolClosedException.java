package dev.pipemark.pool;

/** The pool takes no tasks any more: it was closed or terminated, or its workers could not be started; the message says. */
public final class PoolClosedException extends PoolException {
    private static final long serialVersionUID = 1L;

    PoolClosedException(String reason) {
        super(reason);
    }
}
