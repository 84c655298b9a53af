package dev.pipemark.codecs;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import java.io.IOException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.core.buffer.ArrayBufferInput;
import org.msgpack.core.buffer.MessageBuffer;
import org.msgpack.core.buffer.MessageBufferOutput;

/**
 * One packer and one unpacker of msgpack-core that work on a frame's own array, so that nothing is copied from a
 * buffer of theirs. Both are reused through their {@code reset}, as their documentation asks. Confined to one thread.
 */
final class MessagePackFrames {
    private final FrameOutput output = new FrameOutput();
    private final ArrayBufferInput input = new ArrayBufferInput(new byte[0]);
    private final MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(input);
    private MessagePacker packer = MessagePack.newDefaultPacker(output);

    /**
     * Appends to the message in {@code out} what {@code body} packs.
     *
     * @throws IOException what the body throws; what it packed until then may be in the message
     */
    <T> void pack(T value, Frame out, Body<? super T> body) throws IOException {
        output.frame = out;
        boolean finished = false;
        try {
            body.pack(value, packer);
            packer.flush();
            finished = true;
        } finally {
            if (!finished) {
                // A packer keeps the buffer it was filling, and only writing that buffer makes it let go.
                packer = MessagePack.newDefaultPacker(output);
            }
        }
    }

    /** The unpacker, at the beginning of the message in {@code in}. */
    MessageUnpacker unpack(Frame in) throws IOException {
        input.reset(in.array(), in.offset(), in.length());
        unpacker.reset(input);
        return unpacker;
    }

    /**
     * Checks a count that a message states against what the message can hold, before anything is allocated for it.
     *
     * @return the count
     * @throws IOException when fewer bytes than elements are left
     */
    static int within(Frame in, MessageUnpacker from, int count) throws IOException {
        if (count > in.length() - from.getTotalReadBytes()) {
            throw new IOException(
                    "a message of " + in.length() + " bytes states a length of " + count + ", which it cannot hold");
        }
        return count;
    }

    @FunctionalInterface
    interface Body<T> {
        void pack(T value, MessagePacker to) throws IOException;
    }

    private static final class FrameOutput implements MessageBufferOutput {
        /** Room asked for at least, so that an array that is nearly full does not cost a buffer per field. */
        private static final int LEAST = 64;

        private Frame frame = new Frame();

        @Override
        public MessageBuffer next(int minimumSize) throws FrameTooLargeException {
            frame.reserve(Math.max(minimumSize, LEAST));
            byte[] array = frame.array();
            return MessageBuffer.wrap(array, frame.end(), array.length - frame.end());
        }

        @Override
        public void writeBuffer(int length) throws FrameTooLargeException {
            frame.adopt(frame.array(), frame.offset(), frame.end() + length);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws FrameTooLargeException {
            frame.write(buffer, offset, length);
        }

        @Override
        public void add(byte[] buffer, int offset, int length) throws FrameTooLargeException {
            frame.write(buffer, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
