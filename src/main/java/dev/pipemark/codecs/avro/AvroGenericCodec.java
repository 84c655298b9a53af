package dev.pipemark.codecs.avro;

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
 * Avro's generic records of the same schemas as {@link AvroSpecificCodec}, as
 * <a href="https://avro.apache.org/docs/1.12.0/getting-started-java/">Avro's guide</a> shows them for programs without
 * generated classes. The messages are the same.
 */
public final class AvroGenericCodec implements Codec {
    @Override
    public String id() {
        return "avro-generic";
    }

    @Override
    public Badge badge() {
        return Badge.SCHEMA;
    }

    @Override
    public String givesUp() {
        return "the same as avro-specific, and the compiler's check of the names and types of fields; no code is generated";
    }

    @Override
    public String library() {
        return "org.apache.avro:avro";
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
        return AvroSpecificCodec.DECLARATIONS;
    }

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return SchemaNames.format(shape);
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return AvroCoder.generic(Mapped.of(shape, "schema"));
    }
}
