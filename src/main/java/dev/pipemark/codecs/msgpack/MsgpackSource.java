package dev.pipemark.codecs.msgpack;

import dev.pipemark.api.Frame;
import java.io.IOException;
import org.msgpack.core.MessageInsufficientBufferException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.core.buffer.ArrayBufferInput;

/** An unpacker on the message of a frame, reused for each. */
final class MsgpackSource {
    private static final byte[] NOTHING = {};

    private final ArrayBufferInput input = new ArrayBufferInput(NOTHING);
    private final MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(input);
    private int length;

    void begin(Frame in) throws IOException {
        input.reset(in.array(), in.offset(), in.length());
        unpacker.reset(input);
        length = in.length();
    }

    MessageUnpacker unpacker() {
        return unpacker;
    }

    /**
     * Checks a count that a message announces. Each item takes at least one byte, so a count larger than the remaining
     * bytes is wrong. Without this check, a short message could exhaust the heap.
     */
    int checked(int announced) throws MessageInsufficientBufferException {
        long left = length - unpacker.getTotalReadBytes();
        if (announced > left) {
            throw new MessageInsufficientBufferException(
                    "a message announces " + announced + " items but has only " + left + " more bytes");
        }
        return announced;
    }
}
