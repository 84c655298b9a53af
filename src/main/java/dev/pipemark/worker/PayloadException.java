package dev.pipemark.worker;

/**
 * A payload itself failed: what it could not make or compare is no fault of a codec. The message names the payload.
 * What the payload threw is in it as text: its class may be known to no other process.
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
