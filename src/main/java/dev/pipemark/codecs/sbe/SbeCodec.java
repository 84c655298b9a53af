package dev.pipemark.codecs.sbe;

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
 * Encoders and decoders generated from {@code pipemark.xml}, which a mapping calls for each field. The generated code
 * needs Agrona's buffers alone, so this is the library. Its bounds checks stay on, as they are by default.
 *
 * @see <a href="https://github.com/aeron-io/simple-binary-encoding/wiki/Java-Users-Guide">The users' guide</a>
 */
public final class SbeCodec implements Codec {
    private static final String VERSIONING =
            "https://github.com/aeron-io/simple-binary-encoding/wiki/Message-Versioning";

    @Override
    public String id() {
        return "sbe";
    }

    @Override
    public Badge badge() {
        return Badge.SCHEMA;
    }

    @Override
    public String givesUp() {
        return "every class needs a schema and code that writes its fields, groups and texts in that order; a text"
                + " that may be null needs a flag";
    }

    @Override
    public String library() {
        return "org.agrona:agrona";
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
        return List.of(
                new Declaration(
                        Declaration.CROSS_LANGUAGE,
                        "yes: from the same schema",
                        "https://github.com/aeron-io/simple-binary-encoding"),
                new Declaration("a field added", "yes, at the end of a block", VERSIONING),
                new Declaration("a field removed", "no", VERSIONING),
                new Declaration("a field widened (int to long)", "no", VERSIONING));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return SbeCoder.open(Mapped.of(shape, "schema"));
    }
}
