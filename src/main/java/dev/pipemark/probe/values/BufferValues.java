package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Byte buffers: their bytes and their position. */
final class BufferValues {
    private BufferValues() {}

    static List<Value<?>> values() {
        return List.of(
                buffer(
                        "byte-buffer-heap",
                        "ByteBuffer.allocate(8), position 2, limit 5, LITTLE_ENDIAN",
                        () -> filled(ByteBuffer.allocate(8)),
                        ByteBuffer.allocate(0)),
                buffer(
                        "byte-buffer-direct",
                        "ByteBuffer.allocateDirect(8), position 2, limit 5",
                        () -> filled(ByteBuffer.allocateDirect(8)),
                        ByteBuffer.allocateDirect(0)),
                buffer(
                        "byte-buffer-read-only",
                        "ByteBuffer.allocate(8).asReadOnlyBuffer()",
                        () -> filled(ByteBuffer.allocate(8)).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN),
                        ByteBuffer.allocate(0).asReadOnlyBuffer()));
    }

    // Uses questions, because toString() names the class: the right bytes in another class would look different.
    private static Value<ByteBuffer> buffer(
            String id, String summary, Value.Plain<ByteBuffer> maker, ByteBuffer ofItsClass) {
        return Value.of(id, Group.JDK, summary, Shape.of(ByteBuffer.class, ofItsClass.getClass()), maker)
                .byAnswers()
                .asks("the remaining bytes", BufferValues::remaining)
                .asks("order()", buffer -> buffer.order().toString())
                .notes("position()", ByteBuffer::position)
                .notes("capacity()", ByteBuffer::capacity)
                .notes("isReadOnly()", ByteBuffer::isReadOnly)
                .notes("isDirect()", ByteBuffer::isDirect);
    }

    private static ByteBuffer filled(ByteBuffer buffer) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
                .limit(5)
                .position(2);
    }

    private static byte[] remaining(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
