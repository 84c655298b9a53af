package dev.pipemark.pool;

/**
 * Thrown if a task of a {@link Pool} has no result. Each subclass stands for one kind of remedy: {@link TaskException},
 * {@link TravelException}, {@link WorkerDiedException}, {@link TaskTimeoutException}, {@link PoolClosedException}.
 * Other packages cannot extend it.
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
