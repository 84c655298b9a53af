package dev.pipemark.codecs;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;

/** Classes generated from {@code pipemark.proto}, mapped to and from the domain's own. */
final class ProtobufCodec implements Codec {
    @Override
    public String id() {
        return "protobuf";
    }

    @Override
    public Badge badge() {
        return Badge.SCHEMA;
    }

    @Override
    public String givesUp() {
        return "every class needs a schema and a mapping, and each value is built twice: as a message and as itself";
    }

    @Override
    public String library() {
        return "com.google.protobuf:protobuf-java";
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return ProtobufCoder.open(Mapped.of(shape, "schema"));
    }
}
