package dev.pipemark.pool;

/**
 * Why a task of a {@link Pool} has no result. There is one type for each thing that can be done about it: {@link
 * TaskException}, {@link TravelException}, {@link WorkerDiedException}, {@link TaskTimeoutException}, {@link
 * PoolClosedException}. No class of another package can extend it.
 */
public abstract class PoolException extends Exception {
    private static final long serialVersionUID = 1L;

    PoolException(String message) {
        super(message);
    }

    PoolException(String message, Throwable cause) {
        super(message, cause);
    }
}
