package dev.pipemark.codecs.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Writes one class as a table, and reads it. The reader holds the place in a message, so a mapping belongs to one coder.
 *
 * @param <T> the class
 */
interface FlatbuffersMapping<T> {
    /** Returns the offset of the table that was written. */
    int write(T value, FlatBufferBuilder to);

    /**
     * Creates the object from the table at the buffer's position.
     *
     * @throws IndexOutOfBoundsException if an offset or a length leads out of the message
     * @throws IOException if the table lacks a required field, or if a field has a value that the class cannot hold
     */
    T read(ByteBuffer from) throws IOException;
}
