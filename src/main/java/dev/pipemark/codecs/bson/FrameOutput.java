package dev.pipemark.codecs.bson;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.bson.ByteBuf;
import org.bson.ByteBufNIO;
import org.bson.io.OutputBuffer;

/** Lets a BSON writer write into the array of a frame. A position counts from the first byte of the document. */
final class FrameOutput extends OutputBuffer {
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

    /** Writes a length that was unknown until the value behind it was written. */
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
