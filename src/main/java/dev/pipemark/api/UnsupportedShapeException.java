package dev.pipemark.api;

/** A codec is known not to carry a shape. The message is printed as the row's reason. */
public final class UnsupportedShapeException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnsupportedShapeException(String reason) {
        super(reason);
    }
}
