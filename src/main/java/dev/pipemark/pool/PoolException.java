package dev.pipemark.pool;

/** Why a task of a {@link Pool} has no result. There is one type for each thing that can be done about it. */
public abstract sealed class PoolException extends Exception
        permits TaskException, TravelException, WorkerDiedException, TaskTimeoutException, PoolClosedException {
    private static final long serialVersionUID = 1L;

    PoolException(String message) {
        super(message);
    }

    PoolException(String message, Throwable cause) {
        super(message, cause);
    }
}
