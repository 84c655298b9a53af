package dev.pipemark.codecs.msgpack;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.api.WireFormat;
import dev.pipemark.codecs.shared.Mapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packer calls written for each class, field by field, with msgpack-core. */
public final class MsgpackHandwrittenCodec implements Codec {
    @Override
    public String id() {
        return "msgpack-handwritten";
    }

    @Override
    public Badge badge() {
        return Badge.HAND_WRITTEN;
    }

    @Override
    public String givesUp() {
        return "every class needs code of its own, and both sides need the same version of this code: fields have no names";
    }

    @Override
    public String library() {
        return "org.msgpack:msgpack-core";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.RECORDS, Tier.QUICK);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        return MsgpackCodec.DECLARATIONS;
    }

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return Optional.of(WireFormat.MSGPACK);
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        // The form was chosen by the shape's type, so it fits T.
        @SuppressWarnings("unchecked")
        MsgpackForm<T> form = (MsgpackForm<T>) MsgpackMappings.of(Mapped.of(shape, "hand-written"));
        return new MsgpackCoder<>(form);
    }
}
