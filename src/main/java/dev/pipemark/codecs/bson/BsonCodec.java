package dev.pipemark.codecs.bson;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import java.util.List;
import java.util.Map;

/**
 * BSON by the codecs of MongoDB's driver for values, collections, records and plain classes (<a
 * href="https://www.mongodb.com/docs/drivers/java/sync/current/fundamentals/data-formats/document-data-format-record/">MongoDB,
 * records</a>). The root of a message is a document. A root that is not a document, such as a list, is wrapped in a
 * document with one field.
 */
public final class BsonCodec implements Codec {
    @Override
    public String id() {
        return "bson";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "arrays other than byte[], big integers, maps with keys that are not text; private fields without"
                + " accessors; the order of linked maps; a root that is not a document is wrapped in one; graphs";
    }

    @Override
    public String library() {
        return "org.mongodb:bson";
    }

    @Override
    public List<String> artifacts() {
        return List.of(library(), "org.mongodb:bson-record-codec");
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.RECORDS, Tier.FULL);
    }

    /** The bytes name no class: discriminators are off. */
    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "not stated: each coder has a registry, a writer and a reader of its own",
                        "https://www.mongodb.com/docs/drivers/java/sync/current/data-formats/codecs/"),
                new Declaration(Declaration.CROSS_LANGUAGE, "yes: BSON", "https://bsonspec.org"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return BsonCoder.open(shape);
    }
}
