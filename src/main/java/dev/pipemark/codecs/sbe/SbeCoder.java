package dev.pipemark.codecs.sbe;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.codecs.shared.Mapped;
import java.io.IOException;
import org.agrona.concurrent.UnsafeBuffer;

/** One encoder and one decoder, which are moved to each message. */
final class SbeCoder<T> implements Coder<T> {
    private final SbeMapping<T> mapping;
    private final UnsafeBuffer room = new UnsafeBuffer();
    private final UnsafeBuffer message = new UnsafeBuffer();

    private SbeCoder(SbeMapping<T> mapping) {
        this.mapping = mapping;
    }

    /** The cast is safe because {@code shape} stands for the shape of {@code T}. */
    @SuppressWarnings("unchecked")
    static <T> Coder<T> open(Mapped shape) {
        return new SbeCoder<>((SbeMapping<T>) SbeMappings.of(shape));
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        int length;
        try {
            length = write(value, out);
        } catch (IndexOutOfBoundsException e) {
            long bound = mapping.bound(value);
            if (bound <= room.capacity()) {
                // The value itself threw it.
                throw e;
            }
            // A frame keeps its array, so this happens only until the array is large enough.
            out.reserve((int) Math.min(bound, Integer.MAX_VALUE));
            length = write(value, out);
        }
        out.adopt(out.array(), out.offset(), out.end() + length);
    }

    private int write(T value, Frame out) {
        room.wrap(out.array(), out.end(), out.array().length - out.end());
        return mapping.write(value, room);
    }

    @Override
    public T decode(Frame in) throws IOException {
        message.wrap(in.array(), in.offset(), in.length());
        return mapping.read(message);
    }
}
