package dev.pipemark.codecs.bson;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bson.ByteBuf;
import org.bson.ByteBufNIO;
import org.bson.io.OutputBuffer;

/** Lets a BSON writer write into the array of a frame. A position counts from the first byte of the document. */
final class FrameOutput extends OutputBuffer {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Frame frame = new Frame();
    private int start;

    /** Starts behind the bytes that are in this frame. */
    void begin(Frame out) {
        frame = out;
        start = out.end();
    }

    @Override
    public int getPosition() {
        return frame.end() - start;
    }

    @Override
    public int getSize() {
        return getPosition();
    }

    @Override
    public void writeByte(int value) {
        try {
            frame.write(value);
        } catch (FrameTooLargeException e) {
            throw new Full(e);
        }
    }

    @Override
    public void writeBytes(byte[] bytes, int offset, int length) {
        try {
            frame.write(bytes, offset, length);
        } catch (FrameTooLargeException e) {
            throw new Full(e);
        }
    }

    @Override
    public void writeInt32(int value) {
        int at = extend(Integer.BYTES);
        INT.set(frame.array(), at, value);
    }

    /** Writes a length that was unknown until the value behind it was written. */
    @Override
    public void writeInt32(int position, int value) {
        INT.set(frame.array(), start + position, value);
    }

    /** Writes doubles too, as their bits. */
    @Override
    public void writeInt64(long value) {
        int at = extend(Long.BYTES);
        LONG.set(frame.array(), at, value);
    }

    /** Adds this number of bytes to the document, and returns the index of the first. */
    private int extend(int bytes) {
        try {
            frame.reserve(bytes);
            int first = frame.end();
            frame.adopt(frame.array(), frame.offset(), first + bytes);
            return first;
        } catch (FrameTooLargeException e) {
            throw new Full(e);
        }
    }

    @Override
    protected void write(int position, int value) {
        frame.array()[start + position] = (byte) value;
    }

    @Override
    public void truncateToPosition(int position) {
        try {
            frame.adopt(frame.array(), frame.offset(), start + position);
        } catch (FrameTooLargeException e) {
            throw new Full(e);
        }
    }

    @Override
    public int pipe(OutputStream out) throws IOException {
        out.write(frame.array(), start, getPosition());
        return getPosition();
    }

    @Override
    public List<ByteBuf> getByteBuffers() {
        return List.of(new ByteBufNIO(ByteBuffer.wrap(frame.array(), start, getPosition())));
    }

    /** The frame stays open for the next message. */
    @Override
    public void close() {}

    /** Thrown if the frame may not grow, because the methods of an output declare no exception. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final FrameTooLargeException reason;

        Full(FrameTooLargeException reason) {
            super(reason);
            this.reason = reason;
        }

        FrameTooLargeException reason() {
            return reason;
        }
    }
}
