package dev.pipemark.worker;

/** A payload itself failed: what it could not make or compare is no fault of a codec. The message names the payload. */
public final class PayloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PayloadException(String message, Throwable thrown) {
        super(message, thrown);
    }
}
