package dev.pipemark.bench;

import dev.pipemark.worker.Refusal;

/**
 * Thrown if a value arrives wrong when it is checked again after the measured part. The fork has then measured nothing.
 */
public final class WrongValueException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongValueException(String message) {
        super(message);
    }

    /** Makes an exception that has the reason as text, since no class of a user's jar may leave the fork. */
    WrongValueException(String message, Throwable thrown) {
        super(message + ": " + Refusal.of(Refusal.Stage.DECODE, thrown).error());
        setStackTrace(thrown.getStackTrace());
    }
}
