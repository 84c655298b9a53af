package dev.pipemark.codecs.wire;

import com.squareup.wire.ProtoReader32Kt;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.codecs.shared.Mapped;
import java.io.IOException;

final class WireCoder<T, M> implements Coder<T> {
    private final WireMapping<T, M> mapping;

    private WireCoder(WireMapping<T, M> mapping) {
        this.mapping = mapping;
    }

    /** The cast is safe because {@code shape} stands for the shape of {@code T}. */
    @SuppressWarnings("unchecked")
    static <T> Coder<T> open(Mapped shape) {
        return new WireCoder<>((WireMapping<T, Object>) WireMappings.of(shape));
    }

    /** Wire writes a message from its end, into buffers of its own. From there it copies them to the frame. */
    @Override
    public void encode(T value, Frame out) throws IOException {
        mapping.adapter().encode(out, mapping.toMessage(value));
    }

    @Override
    public T decode(Frame in) throws IOException {
        return mapping.fromMessage(
                mapping.adapter().decode(ProtoReader32Kt.ProtoReader32(in.array(), in.offset(), in.end())));
    }
}
