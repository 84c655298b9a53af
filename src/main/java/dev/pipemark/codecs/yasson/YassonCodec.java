package dev.pipemark.codecs.yasson;

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
 * JSON-B, the standard of Jakarta EE, with Yasson on Parsson (<a
 * href="https://jakarta.ee/specifications/jsonb/3.0/jakarta-jsonb-spec-3.0.html">specification</a>).
 */
public final class YassonCodec implements Codec {
    @Override
    public String id() {
        return "yasson";
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
        return "fields that are neither public nor have a getter, subclasses, and types that no declaration names; no"
                + " graphs; the order of linked maps; a null key arrives as text; a method named get is called, so an object that holds a pending Future hangs";
    }

    @Override
    public String library() {
        return "org.eclipse.yasson:yasson";
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
                        "https://javadoc.io/doc/jakarta.json.bind/jakarta.json.bind-api/3.0.1/jakarta.json.bind/jakarta/json/bind/Jsonb.html"),
                new Declaration(Declaration.CROSS_LANGUAGE, "yes: JSON", "https://www.rfc-editor.org/rfc/rfc8259"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return YassonCoder.open(shape);
    }
}
