package dev.pipemark.codecs.msgpack;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/** Methods for hand-written mappings beyond the packer's own. */
final class MsgpackFields {
    private MsgpackFields() {}

    static void packNullable(MessagePacker packer, @Nullable String text) throws IOException {
        if (text == null) {
            packer.packNil();
        } else {
            packer.packString(text);
        }
    }

    static @Nullable String unpackNullable(MessageUnpacker unpacker) throws IOException {
        return unpacker.tryUnpackNil() ? null : unpacker.unpackString();
    }

    /** Packs two fields: the bytes of {@link BigInteger#toByteArray}, and the scale. */
    static void packDecimal(MessagePacker packer, BigDecimal value) throws IOException {
        byte[] unscaled = value.unscaledValue().toByteArray();
        packer.packBinaryHeader(unscaled.length);
        packer.writePayload(unscaled);
        packer.packInt(value.scale());
    }

    static BigDecimal unpackDecimal(MsgpackSource source) throws IOException {
        MessageUnpacker unpacker = source.unpacker();
        byte[] unscaled = unpacker.readPayload(source.checked(unpacker.unpackBinaryHeader()));
        if (unscaled.length == 0) {
            throw new IOException("a message has a decimal without digits");
        }
        return new BigDecimal(new BigInteger(unscaled), unpacker.unpackInt());
    }

    /** Reads and checks the number of fields, with which each class begins. */
    static void unpackHeader(MessageUnpacker unpacker, int fields) throws IOException {
        int found = unpacker.unpackArrayHeader();
        if (found != fields) {
            throw new IOException("expected a class of " + fields + " fields and found " + found);
        }
    }

    static int unpackCount(MsgpackSource source) throws IOException {
        return source.checked(source.unpacker().unpackArrayHeader());
    }

    /** Reads an ordinal. */
    static <E extends Enum<E>> E unpackOneOf(MessageUnpacker unpacker, List<E> constants) throws IOException {
        int ordinal = unpacker.unpackInt();
        if (ordinal < 0 || ordinal >= constants.size()) {
            throw new IOException("no constant has the ordinal " + ordinal + " among " + constants);
        }
        return constants.get(ordinal);
    }
}
