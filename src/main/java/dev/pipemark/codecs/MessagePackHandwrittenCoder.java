package dev.pipemark.codecs;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.msgpack.core.MessagePacker;

final class MessagePackHandwrittenCoder<T> implements Coder<T> {
    private final Mapping<T, MessagePacker, MessagePackFields> mapping;
    private final MessagePackFrames.Body<T> body;
    private final MessagePackFrames frames;
    private final MessagePackFields fields;

    private MessagePackHandwrittenCoder(Mapping<T, MessagePacker, MessagePackFields> mapping) throws IOException {
        this.mapping = mapping;
        body = mapping::write;
        frames = new MessagePackFrames();
        fields = new MessagePackFields(frames);
    }

    /** The cast is sound because {@code shape} was found from the shape of {@code T}. */
    @SuppressWarnings("unchecked")
    static <T> Coder<T> open(Mapped shape) {
        try {
            return new MessagePackHandwrittenCoder<>(
                    (Mapping<T, MessagePacker, MessagePackFields>) MessagePackMappings.of(shape));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        frames.pack(value, out, body);
    }

    @Override
    public T decode(Frame in) throws IOException {
        return mapping.read(fields.at(in));
    }
}
