package dev.pipemark.codecs.activej;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.ApplicationLoader;
import io.activej.codegen.DefiningClassLoader;
import io.activej.serializer.SerializerFactory;
import java.util.List;
import java.util.Map;

/**
 * ActiveJ Serializer. It generates code from definitions, which other users write as annotations (<a
 * href="https://activej.io/serializer">ActiveJ Serializer</a>).
 */
public final class ActivejCodec implements Codec {
    @Override
    public String id() {
        return "activej";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "values of undeclared classes, shared references and functions; the declared types determine the message,"
                + " and classes need public members";
    }

    @Override
    public String library() {
        return "io.activej:activej-serializer";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.RECORDS, Tier.FULL, Use.HIERARCHIES, Tier.FULL);
    }

    /** Bytes choose among the shape's classes only, but a length in the bytes allocates before its elements are read. */
    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "not stated; each coder has a serializer of its own",
                        "https://activej.io/serializer"),
                new Declaration(
                        Declaration.CROSS_LANGUAGE,
                        "no: the format follows from Java classes",
                        "https://activej.io/serializer"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return new ActivejCoder<>(SerializerFactory.defaultInstance()
                .create(
                        DefiningClassLoader.create(ApplicationLoader.get()),
                        new Definitions(shape.classes()).define(shape.type())));
    }
}
