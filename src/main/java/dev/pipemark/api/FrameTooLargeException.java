package dev.pipemark.api;

import java.io.IOException;

/** Thrown if a frame would exceed {@link Frame#limit}. The limit protects the heap. */
public final class FrameTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param bytes the number of bytes that the frame needed
     * @param limit the maximum number of bytes in a frame
     */
    public FrameTooLargeException(long bytes, long limit) {
        super("a frame of " + bytes + " bytes exceeds the limit of " + limit
                + " bytes (the smaller of 1 GiB and a quarter of the heap): send less at a time, or raise -Xmx");
    }
}
