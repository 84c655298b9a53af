package dev.pipemark.codecs.fory;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import org.apache.fory.Fory;
import org.apache.fory.memory.MemoryBuffer;
import org.apache.fory.memory.MemoryUtils;

/** Fory on a frame: its buffer is pointed at the frame's array, so that a message that fits is written in place. */
final class ForyCoder<T> implements Coder<T> {
    private final Fory fory;
    private final MemoryBuffer buffer = MemoryUtils.wrap(new byte[0]);

    ForyCoder(Fory fory) {
        this.fory = fory;
        // Generated code is compiled here, not within the first message.
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
            // Fory grew an array of its own, without the messages before this one and past any limit. The frame
            // grows by this copy, so that the next message of the size is written in place.
            out.write(written, 0, length);
        }
    }

    // The bytes name the class, so that T is the caller's word.
    @SuppressWarnings("unchecked")
    @Override
    public T decode(Frame in) {
        buffer.pointTo(in.array(), in.offset(), in.length());
        buffer.readerIndex(0);
        return (T) fory.deserialize(buffer);
    }
}
