package dev.pipemark.codecs.eclipse;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.eclipse.serializer.Serializer;
import org.eclipse.serializer.SerializerFoundation;
import org.eclipse.serializer.persistence.binary.types.Binary;
import org.eclipse.serializer.persistence.binary.types.ChunksWrapper;

/**
 * Eclipse Serializer on a frame. It writes to memory outside of the heap, which is copied into the frame once. It reads
 * from such memory too, so each message is copied there.
 */
final class EclipseCoder<T> implements Coder<T> {
    /** The bytes in front of each object: its length with this header, its class, its number. */
    private static final int HEADER = 3 * Long.BYTES;

    private final Registered registered;
    private SerializerFoundation<?> foundation;
    private Serializer<Frame> serializer;
    private long lastNumber;
    private Frame target = new Frame();
    private ByteBuffer memory = ByteBuffer.allocateDirect(1024);

    EclipseCoder(Registered registered) {
        this.registered = registered;
        foundation = registered.foundation();
        serializer = newSerializer();
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        target = out;
        int start = out.end();
        boolean whole = false;
        try {
            serializer.serialize(value);
            if (foundation.getTypeIdProvider().currentTypeId() != lastNumber) {
                throw new IOException("the value has an array of a class that is not registered");
            }
            whole = true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (!whole) {
                foundation = registered.foundation();
                serializer = newSerializer();
                // Add the complete message at once, or nothing.
                out.adopt(out.array(), out.offset(), start);
            }
        }
    }

    // The message determines the class. The caller must know that it matches T.
    @Override
    public T decode(Frame in) throws IOException {
        boolean whole = false;
        try {
            T value = serializer.deserialize(in);
            whole = true;
            return value;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (!whole) {
                foundation = registered.foundation();
                serializer = newSerializer();
            }
        }
    }

    private Serializer<Frame> newSerializer() {
        Serializer<Frame> fresh = Serializer.New(foundation, this::toFrame, this::toBinary);
        lastNumber = foundation.getTypeIdProvider().currentTypeId();
        return fresh;
    }

    private Frame toFrame(Binary written) {
        try {
            for (ByteBuffer each : written.buffers()) {
                int length = each.remaining();
                target.reserve(length);
                each.get(target.array(), target.end(), length);
                target.adopt(target.array(), target.offset(), target.end() + length);
            }
        } catch (FrameTooLargeException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }

    private Binary toBinary(Frame in) {
        int length = in.length();
        if (memory.capacity() < length) {
            memory = ByteBuffer.allocateDirect(Math.max(length, 2 * memory.capacity()));
        }
        ByteBuffer message = memory.slice(0, length).order(ByteOrder.nativeOrder());
        message.put(in.array(), in.offset(), length).flip();
        check(message);
        return ChunksWrapper.New(message);
    }

    /** Refuses a message that ends inside of an object. The serializer would read the memory behind it. */
    private static void check(ByteBuffer message) {
        long position = 0;
        do {
            long left = message.limit() - position;
            long length = left < HEADER ? 0 : message.getLong((int) position);
            if (length < HEADER || length > left) {
                throw new UncheckedIOException(
                        new EOFException("an object of " + length + " in the " + left + " bytes left of a message"));
            }
            position += length;
        } while (position < message.limit());
    }
}
