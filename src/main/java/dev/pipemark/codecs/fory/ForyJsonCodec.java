package dev.pipemark.codecs.fory;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.api.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fory's JSON, with generated code (<a
 * href="https://github.com/apache/fory/blob/v1.6.0/docs/json/object-mapping.md">Fory, JSON support</a>).
 */
public final class ForyJsonCodec implements Codec {
    private static final String GUIDE = "https://github.com/apache/fory/blob/v1.6.0/docs/json/object-mapping.md";

    @Override
    public String id() {
        return "fory-json";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public String givesUp() {
        return "safety: writing a map with a null key can crash Java 17; types that no declaration names; no graphs";
    }

    @Override
    public String library() {
        return "org.apache.fory:fory-json";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL);
    }

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return Optional.of(WireFormat.JSON);
    }

    /** The bytes name no class, but Fory uses unchecked memory access. No test has shown that to be safe. */
    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(Declaration.THREADS, "yes", GUIDE),
                new Declaration(Declaration.CROSS_LANGUAGE, "yes: JSON", "https://www.rfc-editor.org/rfc/rfc8259"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return ForyJsonCoder.open(shape);
    }
}
