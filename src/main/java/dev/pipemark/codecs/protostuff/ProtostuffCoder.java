package dev.pipemark.codecs.protostuff;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import io.protostuff.ByteArrayInput;
import io.protostuff.LinkedBuffer;
import io.protostuff.ProtostuffIOUtil;
import io.protostuff.Schema;
import io.protostuff.runtime.IdStrategy;
import io.protostuff.runtime.RuntimeSchema;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Protostuff on a frame. The schema and the buffer are reused. The buffer is written into the frame each time it is
 * full.
 */
final class ProtostuffCoder<T> implements Coder<T> {
    private static final int BUFFER = 4096;

    /** Holds a value that is not a message by itself, such as a list, or a value whose class must be sent. */
    static final class Box {
        @Nullable
        Object value;
    }

    private final LinkedBuffer buffer = LinkedBuffer.allocate(BUFFER);
    private final boolean boxed;
    private final Schema<Object> schema;

    // The schema of a class reads and writes objects of this class only. The coder passes no others to it.
    @SuppressWarnings("unchecked")
    ProtostuffCoder(Class<?> type, IdStrategy strategy) {
        boxed = !isMessage(type);
        Class<?> message = boxed ? Box.class : type;
        schema = (Schema<Object>) RuntimeSchema.getSchema(message, strategy);
    }

    private static boolean isMessage(Class<?> type) {
        return Modifier.isFinal(type.getModifiers())
                && type.getClassLoader() != null
                && !type.isArray()
                && !type.isEnum()
                && !Collection.class.isAssignableFrom(type)
                && !Map.class.isAssignableFrom(type);
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        int start = out.end();
        boolean whole = false;
        try {
            ProtostuffIOUtil.writeTo(out, boxed ? box(value) : value, schema, buffer);
            whole = true;
        } finally {
            buffer.clear();
            if (!whole) {
                // Add the complete message at once, or nothing.
                out.adopt(out.array(), out.offset(), start);
            }
        }
    }

    // The bytes name the class. The caller must know that it matches T, as with every codec that sends class names.
    @SuppressWarnings({"unchecked", "NullAway"})
    @Override
    public T decode(Frame in) throws IOException {
        ByteArrayInput bytes = new ByteArrayInput(in.array(), in.offset(), in.length(), true);
        Object message = schema.newMessage();
        schema.mergeFrom(new WholeInput(bytes), message);
        bytes.checkLastTagWas(0);
        return (T) (boxed ? ((Box) message).value : message);
    }

    private static Box box(Object value) {
        Box box = new Box();
        box.value = value;
        return box;
    }
}
