package dev.pipemark.worker;

/**
 * Thrown if a payload cannot create or compare its values. The codec is not at fault. The message names the payload and
 * contains its exception as text, because other processes may not have the exception's class.
 */
public final class PayloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PayloadException(String message) {
        super(message);
    }

    PayloadException(String message, Throwable thrown) {
        super(message);
        setStackTrace(thrown.getStackTrace());
    }
}
