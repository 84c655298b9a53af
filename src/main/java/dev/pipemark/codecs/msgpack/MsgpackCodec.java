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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MessagePack by msgpack-core: a packer and an unpacker for plain data. The declared type selects the form. */
public final class MsgpackCodec implements Codec {
    static final List<Declaration> DECLARATIONS = List.of(
            new Declaration(
                    Declaration.THREADS,
                    "not stated; packers and unpackers hold buffers",
                    "https://javadoc.io/doc/org.msgpack/msgpack-core"),
            new Declaration(Declaration.CROSS_LANGUAGE, "yes: MessagePack", "https://msgpack.org"));

    @Override
    public String id() {
        return "msgpack";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public String givesUp() {
        return "classes and functions: plain data only, and a whole number declared as Object comes back as the"
                + " smallest of int, long and BigInteger";
    }

    @Override
    public String library() {
        return "org.msgpack:msgpack-core";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.QUICK);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        return DECLARATIONS;
    }

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return Optional.of(WireFormat.MSGPACK);
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        // The form was chosen by the shape's type, so it fits T.
        @SuppressWarnings("unchecked")
        MsgpackForm<T> form = (MsgpackForm<T>) MsgpackForms.of(shape.type());
        return new MsgpackCoder<>(form);
    }
}
