package dev.pipemark.codecs.moshi;

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
 * Moshi with its adapters for Java, which use reflection. Its users write adapters for classes of the JDK that it does
 * not know (<a href="https://square.github.io/moshi/1.x/">documentation</a>).
 */
public final class MoshiCodec implements Codec {
    @Override
    public String id() {
        return "moshi";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL);
    }

    @Override
    public String givesUp() {
        return "interfaces and classes of the JDK without an adapter of the user; types that no declaration names"
                + " (a Long in a Map<String, Object> arrives as an Integer); NaN and infinity are refused; no graphs";
    }

    @Override
    public String library() {
        return "com.squareup.moshi:moshi";
    }

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return Optional.of(WireFormat.JSON);
    }

    /** Messages contain no class names. The declared type decides which classes are instantiated. */
    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "yes",
                        "https://square.github.io/moshi/1.x/moshi/moshi/com.squareup.moshi/-json-adapter/index.html"),
                new Declaration(Declaration.CROSS_LANGUAGE, "yes: JSON", "https://www.rfc-editor.org/rfc/rfc8259"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return MoshiCoder.open(shape);
    }
}
