package dev.pipemark.codecs.gson;

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
 * Gson, which finds fields by reflection (<a href="https://github.com/google/gson/blob/main/UserGuide.md">user
 * guide</a>).
 */
public final class GsonCodec implements Codec {
    @Override
    public String id() {
        return "gson";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.STANDARD);
    }

    @Override
    public String givesUp() {
        return "subclasses of a declared type, and types that no declaration names (a Long in a Map<String, Object>"
                + " arrives as an Integer); NaN and infinity are refused; a null key of a map"
                + " arrives as the text null; no graphs";
    }

    @Override
    public String library() {
        return "com.google.code.gson:gson";
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
                        "https://javadoc.io/doc/com.google.code.gson/gson/latest/com.google.gson/com/google/gson/Gson.html"),
                new Declaration(Declaration.CROSS_LANGUAGE, "yes: JSON", "https://www.rfc-editor.org/rfc/rfc8259"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return GsonCoder.open(shape);
    }
}
