package dev.pipemark.codecs.flatbuffers;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.Mapped;
import java.util.List;
import java.util.Map;

/**
 * Tables generated from {@code pipemark.fbs}, converted from and to the domain classes. A program that reads only some
 * fields of a message can do so in place. This codec reads them all and creates the domain object, as all codecs do.
 *
 * @see <a href="https://flatbuffers.dev/languages/java/">FlatBuffers in Java</a>
 */
public final class FlatbuffersCodec implements Codec {
    private static final String EVOLUTION = "https://flatbuffers.dev/evolution/";

    @Override
    public String id() {
        return "flatbuffers";
    }

    @Override
    public Badge badge() {
        return Badge.SCHEMA;
    }

    @Override
    public String givesUp() {
        return "size, so that fields can be read in place; every class needs a schema, and code that writes the parts of an"
                + " object before the object";
    }

    @Override
    public String library() {
        return "com.google.flatbuffers:flatbuffers-java";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.RECORDS, Tier.STANDARD);
    }

    /**
     * Bytes select no classes. But the library for Java has no verifier: many offsets may lead to one text or table, so a
     * small message can fill the heap. The reader of texts also checks its bounds against the array alone, which may contain
     * other messages.
     */
    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(Declaration.CROSS_LANGUAGE, "yes: from the same schema", "https://flatbuffers.dev/"),
                new Declaration("a field added", "yes, at the end of a table", EVOLUTION),
                new Declaration("a field removed", "no: it is marked as deprecated", EVOLUTION),
                new Declaration("a field renamed", "yes: positions travel, no names", EVOLUTION));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return FlatbuffersCoder.open(Mapped.of(shape, "schema"));
    }
}
