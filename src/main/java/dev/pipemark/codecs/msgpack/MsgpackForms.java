package dev.pipemark.codecs.msgpack;

import dev.pipemark.api.UnsupportedShapeException;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** Finds the form of a declared type. */
final class MsgpackForms {
    private MsgpackForms() {}

    /**
     * Returns the form of a type. It accepts {@code null} values.
     *
     * @throws UnsupportedShapeException if MessagePack has no form for the type. The message names the type.
     */
    static MsgpackForm<?> of(Type type) throws UnsupportedShapeException {
        return new OrNil<>(ofValue(type));
    }

    private static MsgpackForm<?> ofValue(Type type) throws UnsupportedShapeException {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] arguments = generic.getActualTypeArguments();
            if (raw == Map.class || raw == HashMap.class) {
                return new MsgpackMap<>(form(arguments[0]), form(arguments[1]), MsgpackForms::hashMap);
            }
            if (raw == LinkedHashMap.class) {
                return new MsgpackMap<>(form(arguments[0]), form(arguments[1]), MsgpackForms::linkedHashMap);
            }
            IntFunction<Collection<@Nullable Object>> collection = collection(raw);
            if (collection != null) {
                return new MsgpackCollection<>(form(arguments[0]), collection);
            }
        } else if (type == Object.class) {
            return new MsgpackAnything();
        } else if (type instanceof Class<?> plain) {
            MsgpackForm<?> form = MsgpackArrays.of(plain);
            if (form == null && plain.isArray()) {
                form = new MsgpackArrays.OfObjects(plain.getComponentType(), form(plain.getComponentType()));
            }
            if (form == null) {
                form = scalar(plain);
            }
            if (form != null) {
                return form;
            }
        }
        throw new UnsupportedShapeException("MessagePack has no form for " + type.getTypeName()
                + ": msgpack-core carries null, boolean, whole and floating-point numbers, strings, byte[], instants,"
                + " and arrays, lists, sets and maps of these with their element types declared");
    }

    private static @Nullable MsgpackForm<?> scalar(Class<?> type) {
        if (type == Boolean.class) {
            return scalar(
                    MessagePacker::packBoolean, source -> source.unpacker().unpackBoolean());
        } else if (type == Byte.class) {
            return scalar(MessagePacker::packByte, source -> source.unpacker().unpackByte());
        } else if (type == Short.class) {
            return scalar(MessagePacker::packShort, source -> source.unpacker().unpackShort());
        } else if (type == Integer.class) {
            return scalar(MessagePacker::packInt, source -> source.unpacker().unpackInt());
        } else if (type == Long.class) {
            return scalar(MessagePacker::packLong, source -> source.unpacker().unpackLong());
        } else if (type == Float.class) {
            return scalar(MessagePacker::packFloat, source -> source.unpacker().unpackFloat());
        } else if (type == Double.class) {
            return scalar(MessagePacker::packDouble, source -> source.unpacker().unpackDouble());
        } else if (type == String.class) {
            return scalar(MessagePacker::packString, source -> source.unpacker().unpackString());
        } else if (type == BigInteger.class) {
            return scalar(
                    MessagePacker::packBigInteger, source -> source.unpacker().unpackBigInteger());
        } else if (type == Instant.class) {
            return scalar(
                    (MessagePacker packer, Instant value) -> packer.packTimestamp(value),
                    source -> source.unpacker().unpackTimestamp());
        }
        return null;
    }

    private static @Nullable IntFunction<Collection<@Nullable Object>> collection(Class<?> type) {
        if (type == List.class || type == Collection.class || type == ArrayList.class) {
            return ArrayList::new;
        } else if (type == Set.class || type == HashSet.class) {
            return size -> new HashSet<>(capacity(size));
        } else if (type == LinkedHashSet.class) {
            return size -> new LinkedHashSet<>(capacity(size));
        }
        return null;
    }

    static Map<@Nullable Object, @Nullable Object> hashMap(int size) {
        return new HashMap<>(capacity(size));
    }

    static Map<@Nullable Object, @Nullable Object> linkedHashMap(int size) {
        return new LinkedHashMap<>(capacity(size));
    }

    /** Returns the capacity with which a hash table holds this many entries without growing. */
    private static int capacity(int size) {
        return (int) Math.min(1 << 30, size / 0.75 + 1);
    }

    // Elements are handled as objects. The declared type determines their classes.
    @SuppressWarnings("unchecked")
    private static MsgpackForm<@Nullable Object> form(Type type) throws UnsupportedShapeException {
        return (MsgpackForm<@Nullable Object>) of(type);
    }

    private static <T> MsgpackForm<T> scalar(Packing<T> packing, Unpacking<T> unpacking) {
        return new Scalar<>(packing, unpacking);
    }

    @FunctionalInterface
    private interface Packing<T> {
        Object pack(MessagePacker packer, T value) throws IOException;
    }

    @FunctionalInterface
    private interface Unpacking<T> {
        T unpack(MsgpackSource source) throws IOException;
    }

    private record Scalar<T>(Packing<T> packing, Unpacking<T> unpacking) implements MsgpackForm<T> {
        @Override
        public void pack(MessagePacker packer, T value) throws IOException {
            packing.pack(packer, value);
        }

        @Override
        public T unpack(MsgpackSource source) throws IOException {
            return unpacking.unpack(source);
        }
    }

    /** A value or nil. */
    private record OrNil<T>(MsgpackForm<T> form) implements MsgpackForm<@Nullable T> {
        @Override
        public void pack(MessagePacker packer, @Nullable T value) throws IOException {
            if (value == null) {
                packer.packNil();
            } else {
                form.pack(packer, value);
            }
        }

        @Override
        public @Nullable T unpack(MsgpackSource source) throws IOException {
            return source.unpacker().tryUnpackNil() ? null : form.unpack(source);
        }
    }
}
