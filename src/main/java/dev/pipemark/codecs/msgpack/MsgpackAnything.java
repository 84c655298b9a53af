package dev.pipemark.codecs.msgpack;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageSizeException;
import org.msgpack.core.MessageUnpacker;

/** The form of values declared as {@code Object}. The message gives the type of each value, at any depth. */
final class MsgpackAnything implements MsgpackForm<@Nullable Object> {
    /** The maximum depth of nesting. Without it, a short message could exhaust the stack. */
    private static final int MAX_DEPTH = 500;

    /** The maximum capacity reserved before items arrive. A message may announce any number, at each nesting level. */
    private static final int BELIEVED = 1024;

    @Override
    public void pack(MessagePacker packer, @Nullable Object value) throws IOException {
        pack(packer, value, MAX_DEPTH);
    }

    @Override
    public @Nullable Object unpack(MsgpackSource source) throws IOException {
        return unpack(source, MAX_DEPTH);
    }

    private static void pack(MessagePacker packer, @Nullable Object value, int levels) throws IOException {
        if (value == null) {
            packer.packNil();
        } else if (value instanceof String text) {
            packer.packString(text);
        } else if (value instanceof Integer number) {
            packer.packInt(number);
        } else if (value instanceof Long number) {
            packer.packLong(number);
        } else if (value instanceof Double number) {
            packer.packDouble(number);
        } else if (value instanceof Boolean truth) {
            packer.packBoolean(truth);
        } else if (value instanceof Map<?, ?> map) {
            int left = descend(levels);
            packer.packMapHeader(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                pack(packer, entry.getKey(), left);
                pack(packer, entry.getValue(), left);
            }
        } else if (value instanceof List<?> list) {
            int left = descend(levels);
            packer.packArrayHeader(list.size());
            for (Object each : list) {
                pack(packer, each, left);
            }
        } else if (value instanceof Float number) {
            packer.packFloat(number);
        } else if (value instanceof BigInteger number) {
            packer.packBigInteger(number);
        } else if (value instanceof byte[] bytes) {
            packer.packBinaryHeader(bytes.length).writePayload(bytes);
        } else if (value instanceof Instant instant) {
            packer.packTimestamp(instant);
        } else {
            // A set or an array would arrive as a list, and a short as an int. Such values are refused.
            throw new IllegalArgumentException(
                    "MessagePack has no form of its own for " + value.getClass().getName() + " declared as Object");
        }
    }

    private static @Nullable Object unpack(MsgpackSource source, int levels) throws IOException {
        MessageUnpacker unpacker = source.unpacker();
        return switch (unpacker.getNextFormat().getValueType()) {
            case NIL -> {
                unpacker.unpackNil();
                yield null;
            }
            case BOOLEAN -> unpacker.unpackBoolean();
            case INTEGER -> wholeNumber(unpacker);
            case FLOAT -> floatingPoint(unpacker);
            case STRING -> unpacker.unpackString();
            case BINARY -> unpacker.readPayload(source.checked(unpacker.unpackBinaryHeader()));
            case ARRAY -> list(source, descend(levels));
            case MAP -> map(source, descend(levels));
            case EXTENSION -> unpacker.unpackTimestamp();
        };
    }

    private static Object wholeNumber(MessageUnpacker unpacker) throws IOException {
        switch (unpacker.getNextFormat()) {
            case UINT64:
                BigInteger number = unpacker.unpackBigInteger();
                return number.bitLength() < Long.SIZE ? (Object) number.longValueExact() : number;
            case INT64:
            case UINT32:
                long wide = unpacker.unpackLong();
                return wide == (int) wide ? (Object) (int) wide : (Object) wide;
            default:
                return unpacker.unpackInt();
        }
    }

    private static Object floatingPoint(MessageUnpacker unpacker) throws IOException {
        return switch (unpacker.getNextFormat()) {
            case FLOAT32 -> (Object) unpacker.unpackFloat();
            default -> (Object) unpacker.unpackDouble();
        };
    }

    private static List<@Nullable Object> list(MsgpackSource source, int levels) throws IOException {
        int size = source.checked(source.unpacker().unpackArrayHeader());
        List<@Nullable Object> list = new ArrayList<>(Math.min(size, BELIEVED));
        for (int i = 0; i < size; i++) {
            list.add(unpack(source, levels));
        }
        return list;
    }

    private static Map<@Nullable Object, @Nullable Object> map(MsgpackSource source, int levels) throws IOException {
        int size = source.checked(source.unpacker().unpackMapHeader());
        Map<@Nullable Object, @Nullable Object> map = MsgpackForms.linkedHashMap(Math.min(size, BELIEVED));
        for (int i = 0; i < size; i++) {
            Object key = unpack(source, levels);
            map.put(key, unpack(source, levels));
        }
        return map;
    }

    private static int descend(int levels) throws MessageSizeException {
        if (levels == 0) {
            throw new MessageSizeException("nested deeper than " + MAX_DEPTH + " levels", MAX_DEPTH);
        }
        return levels - 1;
    }
}
