package dev.pipemark.codecs.flatbuffers;

import com.google.flatbuffers.ByteBufferUtil;
import com.google.flatbuffers.Constants;
import com.google.flatbuffers.FlatBufferBuilder;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.codecs.shared.Mapped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One builder, reused for all messages. It writes a message from its end, so the start is known only when the message is
 * complete. The message is then copied to the frame.
 *
 * <p>A message begins with its size. Without it, nothing would show that the end of a message is missing.
 */
final class FlatbuffersCoder<T> implements Coder<T> {
    private final FlatbuffersMapping<T> mapping;
    private final FlatBufferBuilder builder = new FlatBufferBuilder();

    private FlatbuffersCoder(FlatbuffersMapping<T> mapping) {
        this.mapping = mapping;
    }

    /** The cast is safe because {@code shape} stands for the shape of {@code T}. */
    @SuppressWarnings("unchecked")
    static <T> Coder<T> open(Mapped shape) {
        return new FlatbuffersCoder<>((FlatbuffersMapping<T>) FlatbuffersMappings.of(shape));
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        builder.clear();
        builder.finishSizePrefixed(mapping.write(value, builder));
        // The builder's array has free space in front of the message. A frame begins with the message.
        ByteBuffer message = builder.dataBuffer();
        out.write(message.array(), message.arrayOffset() + message.position(), message.remaining());
    }

    /** Offsets in a message count from its first byte, so the buffer must begin there as well. */
    @Override
    public T decode(Frame in) throws IOException {
        ByteBuffer message =
                ByteBuffer.wrap(in.array(), in.offset(), in.length()).slice().order(ByteOrder.LITTLE_ENDIAN);
        int size = ByteBufferUtil.getSizePrefix(message);
        if (size != in.length() - Constants.SIZE_PREFIX_LENGTH) {
            throw new IOException("a message of " + in.length() + " bytes states a size of " + size);
        }
        message.position(Constants.SIZE_PREFIX_LENGTH);
        return mapping.read(message);
    }
}
