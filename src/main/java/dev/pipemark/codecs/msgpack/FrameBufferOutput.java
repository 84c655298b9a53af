package dev.pipemark.codecs.msgpack;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.buffer.MessageBuffer;
import org.msgpack.core.buffer.MessageBufferOutput;

/** Lets a packer write into the array of a frame, so that the message needs no copy. */
final class FrameBufferOutput implements MessageBufferOutput {
    private Frame frame = new Frame();
    private @Nullable MessageBuffer lent;
    private int lentFrom;

    /** Starts behind the message in this frame. */
    void begin(Frame out) {
        frame = out;
    }

    @Override
    public MessageBuffer next(int minimumSize) throws FrameTooLargeException {
        // The packer requests another buffer when it has filled one to its last byte.
        frame.reserve(minimumSize + 1);
        byte[] array = frame.array();
        MessageBuffer buffer = lent;
        // Frames are reused, so the last message's buffer can mostly be used again.
        if (buffer == null || buffer.array() != array || lentFrom != frame.end()) {
            lentFrom = frame.end();
            buffer = MessageBuffer.wrap(array, lentFrom, array.length - lentFrom);
            lent = buffer;
        }
        return buffer;
    }

    @Override
    public void writeBuffer(int length) throws FrameTooLargeException {
        frame.adopt(frame.array(), frame.offset(), frame.end() + length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws FrameTooLargeException {
        frame.write(bytes, offset, length);
    }

    @Override
    public void add(byte[] bytes, int offset, int length) throws FrameTooLargeException {
        frame.write(bytes, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
