package dev.pipemark.codecs;

import dev.pipemark.api.Frame;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageUnpacker;

/** Fields read from one message; no count in it makes room for more than the message can hold. */
final class MessagePackFields {
    private final MessagePackFrames frames;
    private MessageUnpacker unpacker;
    private Frame frame = new Frame();

    MessagePackFields(MessagePackFrames frames) throws IOException {
        this.frames = frames;
        unpacker = frames.unpack(frame);
    }

    /** Goes to the beginning of a message. */
    MessagePackFields at(Frame in) throws IOException {
        frame = in;
        unpacker = frames.unpack(in);
        return this;
    }

    /** Begins a class of so many fields. */
    void begin(int fields) throws IOException {
        int found = unpacker.unpackArrayHeader();
        if (found != fields) {
            throw new IOException("expected a class of " + fields + " fields and found " + found);
        }
    }

    int count() throws IOException {
        return MessagePackFrames.within(frame, unpacker, unpacker.unpackArrayHeader());
    }

    boolean bool() throws IOException {
        return unpacker.unpackBoolean();
    }

    int int32() throws IOException {
        return unpacker.unpackInt();
    }

    long int64() throws IOException {
        return unpacker.unpackLong();
    }

    double float64() throws IOException {
        return unpacker.unpackDouble();
    }

    String string() throws IOException {
        return unpacker.unpackString();
    }

    @Nullable
    String nullableString() throws IOException {
        return unpacker.tryUnpackNil() ? null : unpacker.unpackString();
    }

    <E extends Enum<E>> E oneOf(List<E> constants) throws IOException {
        int ordinal = unpacker.unpackInt();
        if (ordinal < 0 || ordinal >= constants.size()) {
            throw new IOException("no constant has the ordinal " + ordinal + " among " + constants);
        }
        return constants.get(ordinal);
    }

    Instant instant() throws IOException {
        return unpacker.unpackTimestamp();
    }

    BigDecimal decimal() throws IOException {
        byte[] unscaled =
                unpacker.readPayload(MessagePackFrames.within(frame, unpacker, unpacker.unpackBinaryHeader()));
        return new BigDecimal(new BigInteger(unscaled), unpacker.unpackInt());
    }
}
