package dev.pipemark.bench;

/** A value did not arrive as it was sent when it was tried again behind the measured part: the fork measured nothing. */
final class WrongValueException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongValueException(String message) {
        super(message);
    }

    WrongValueException(String message, Exception thrown) {
        super(message, thrown);
    }
}
