package dev.pipemark.bench;

import dev.pipemark.worker.Refusal;

/** A value did not arrive as it was sent when it was tried again behind the measured part: the fork measured nothing. */
public final class WrongValueException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongValueException(String message) {
        super(message);
    }

    /** It keeps the reason as text: no class of a user's jar may leave the fork with it. */
    WrongValueException(String message, Throwable thrown) {
        super(message + ": " + Refusal.of(Refusal.Stage.DECODE, thrown).error());
        setStackTrace(thrown.getStackTrace());
    }
}
