package dev.pipemark.codecs.avaje;

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

/**
 * Avaje Jsonb with adapters that its annotation processor generates for imported classes (<a
 * href="https://github.com/avaje/avaje-jsonb">README</a>).
 */
public final class AvajeJsonbCodec implements Codec {
    @Override
    public String id() {
        return "avaje-jsonb";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL, Use.HIERARCHIES, Tier.FULL);
    }

    @Override
    public String givesUp() {
        return "classes without an adapter from its annotation processor; types that no declaration names (a Long in a"
                + " Map<String, Object> arrives as an Integer); text of more than 32,000 characters and numbers of more than"
                + " 100 digits are refused; no graphs";
    }

    @Override
    public String library() {
        return "io.avaje:avaje-jsonb";
    }

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return Optional.of(WireFormat.JSON);
    }

    /** Messages contain no class names. The names of subtypes are those of the generated adapters. */
    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "not stated; its default instance is shared by all threads",
                        "https://github.com/avaje/avaje-jsonb"),
                new Declaration(Declaration.CROSS_LANGUAGE, "yes: JSON", "https://www.rfc-editor.org/rfc/rfc8259"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return AvajeJsonbCoder.open(shape);
    }
}
