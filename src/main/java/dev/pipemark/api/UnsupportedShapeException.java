package dev.pipemark.api;

/** Thrown by a codec that is known not to carry a shape. Reports print the message as the reason. */
public final class UnsupportedShapeException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param reason why the codec does not carry the shape, as reports print it
     */
    public UnsupportedShapeException(String reason) {
        super(reason);
    }
}
