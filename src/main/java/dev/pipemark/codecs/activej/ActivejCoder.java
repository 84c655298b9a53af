package dev.pipemark.codecs.activej;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import io.activej.serializer.BinaryInput;
import io.activej.serializer.BinarySerializer;
import io.activej.serializer.CorruptedDataException;

/** A generated serializer on a frame. It writes in place and does not look where the array ends. */
final class ActivejCoder<T> implements Coder<T> {
    private final BinarySerializer<T> serializer;

    ActivejCoder(BinarySerializer<T> serializer) {
        this.serializer = serializer;
    }

    @Override
    public void encode(T value, Frame out) throws FrameTooLargeException {
        int end = -1;
        while (end < 0) {
            try {
                end = serializer.encode(out.array(), out.end(), value);
            } catch (ArrayIndexOutOfBoundsException full) {
                grow(out, full);
            }
        }
        out.adopt(out.array(), out.offset(), end);
    }

    private static void grow(Frame out, ArrayIndexOutOfBoundsException full) throws FrameTooLargeException {
        try {
            out.reserve(out.array().length - out.end() + 1);
        } catch (FrameTooLargeException e) {
            // The value itself may have thrown the exception that looked like a full array.
            e.addSuppressed(full);
            throw e;
        }
    }

    @Override
    public T decode(Frame in) {
        BinaryInput bytes = new BinaryInput(in.array(), in.offset());
        T value = serializer.decode(bytes);
        if (bytes.pos() != in.end()) {
            throw new CorruptedDataException(
                    "a value of " + (bytes.pos() - in.offset()) + " bytes in a message of " + in.length());
        }
        return value;
    }
}
