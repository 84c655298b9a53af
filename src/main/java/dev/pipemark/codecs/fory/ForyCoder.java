package dev.pipemark.codecs.fory;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import org.apache.fory.Fory;
import org.apache.fory.memory.MemoryBuffer;
import org.apache.fory.memory.MemoryUtils;

/** Fory on a frame. Its buffer wraps the frame's array, so a message that fits is written in place. */
final class ForyCoder<T> implements Coder<T> {
    private final Fory fory;
    private final MemoryBuffer buffer = MemoryUtils.wrap(new byte[0]);

    ForyCoder(Fory fory) {
        this.fory = fory;
        // Compiles generated code now and not during the first message.
        fory.ensureSerializersCompiled();
    }

    @Override
    public void encode(T value, Frame out) throws FrameTooLargeException {
        int start = out.end();
        byte[] array = out.array();
        buffer.pointTo(array, start, array.length - start);
        buffer.writerIndex(0);
        fory.serialize(buffer, value);
        int length = buffer.writerIndex();
        byte[] written = buffer.getHeapMemory();
        if (written == array) {
            out.adopt(array, out.offset(), start + length);
        } else {
            // Fory replaced the array by a larger one of its own, which lacks the messages before this one and ignores
            // the limit. This copy grows the frame, so the next message of this size is written in place.
            out.write(written, 0, length);
        }
    }

    // The bytes name the class. The caller must know that it matches T.
    @SuppressWarnings("unchecked")
    @Override
    public T decode(Frame in) {
        buffer.pointTo(in.array(), in.offset(), in.length());
        buffer.readerIndex(0);
        return (T) fory.deserialize(buffer);
    }
}
