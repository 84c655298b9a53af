package dev.pipemark.codecs.protostuff;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.Records;
import java.util.List;
import java.util.Map;

/**
 * Protostuff with schemas that it makes from the classes at run time (<a
 * href="https://protostuff.github.io/docs/protostuff-runtime">Protostuff, runtime schema</a>).
 */
public final class ProtostuffCodec implements Codec {
    @Override
    public String id() {
        return "protostuff";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "records, functions and shared references; a cyclic value ends in a stack overflow; comparators are lost, and"
                + " so are transient fields of JDK classes: an OffsetDateTime arrives without its offset";
    }

    @Override
    public String library() {
        return "io.protostuff:protostuff-runtime";
    }

    @Override
    public List<String> artifacts() {
        return List.of("io.protostuff:protostuff-core", "io.protostuff:protostuff-runtime");
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL);
    }

    /** Messages name the classes of values whose field does not determine them. */
    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "getSchema: yes; schemas and buffers: not stated",
                        "https://github.com/protostuff/protostuff#readme"),
                new Declaration(
                        Declaration.CROSS_LANGUAGE,
                        "no: schemas are made from Java classes",
                        "https://protostuff.github.io/docs/protostuff-runtime"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        Records.refuse(shape, "Protostuff");
        return new ProtostuffCoder<>(shape.rawType(), Strategy.create());
    }
}
