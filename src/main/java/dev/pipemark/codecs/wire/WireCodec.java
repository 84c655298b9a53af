package dev.pipemark.codecs.wire;

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

/**
 * Classes that Wire generated from {@code pipemark.proto}, converted from and to the domain classes. The messages are
 * those of Protocol Buffers.
 *
 * @see <a href="https://square.github.io/wire/">Wire's documentation</a>
 */
public final class WireCodec implements Codec {
    @Override
    public String id() {
        return "wire";
    }

    @Override
    public Badge badge() {
        return Badge.SCHEMA;
    }

    @Override
    public String givesUp() {
        return "every class needs a schema and a mapping, and each value is built twice; instants outside of the years 1 to 9999;"
                + " an enum constant that the"
                + " reader lacks arrives as the first one";
    }

    @Override
    public String library() {
        return "com.squareup.wire:wire-runtime-jvm";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.RECORDS, Tier.FULL);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.CROSS_LANGUAGE,
                        "yes: from the same schema",
                        "https://protobuf.dev/programming-guides/encoding/"),
                new Declaration("a field added", "yes", "https://protobuf.dev/programming-guides/proto3/#updating"),
                new Declaration(
                        "a field removed",
                        "yes, if its number is not used again",
                        "https://protobuf.dev/programming-guides/proto3/#updating"),
                new Declaration(
                        "a field renamed",
                        "yes: numbers travel, no names",
                        "https://protobuf.dev/programming-guides/encoding/"),
                new Declaration(
                        "a field widened (int to long)",
                        "yes: int32 and int64 are compatible",
                        "https://protobuf.dev/programming-guides/proto3/#updating"));
    }

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return Mapped.find(shape).map(Mapped::message).map(WireFormat::protobuf);
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return WireCoder.open(Mapped.of(shape, "schema"));
    }
}
