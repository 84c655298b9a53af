package dev.pipemark.codecs.sbe;

import java.io.IOException;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Writes one class by a generated encoder, and reads it by a generated decoder. Both hold the place in a buffer, so a
 * mapping belongs to one coder.
 *
 * @param <T> the class
 */
interface SbeMapping<T> {
    /**
     * Writes a message with its header to the start of the buffer.
     *
     * @return the number of bytes written
     * @throws IndexOutOfBoundsException if the buffer is too short
     */
    int write(T value, MutableDirectBuffer to);

    /** Returns an upper bound of the bytes that {@link #write} needs for the value. */
    long bound(T value);

    /**
     * Reads a message that fills the buffer.
     *
     * @throws IndexOutOfBoundsException if the message is cut off
     * @throws IllegalArgumentException if a length leads out of the message, or if an enum has no such constant
     * @throws IllegalStateException if it is another message
     * @throws IOException if a field has a value that the class cannot hold
     */
    T read(DirectBuffer from) throws IOException;
}
