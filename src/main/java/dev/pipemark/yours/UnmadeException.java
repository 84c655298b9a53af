package dev.pipemark.yours;

/** A value of a user's class cannot be made. The user reads the message. */
final class UnmadeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnmadeException(String message) {
        super(message);
    }

    UnmadeException(String message, Throwable cause) {
        super(message, cause);
    }
}
