package dev.pipemark.codecs.avro;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.api.WireFormat;
import dev.pipemark.codecs.shared.Mapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Classes that Avro generates from the schemas in {@code src/main/avro}, converted from and to the domain classes, as
 * <a href="https://avro.apache.org/docs/1.12.0/getting-started-java/">Avro's guide</a> shows them. Messages contain no
 * schema. The guide has a beta feature that is off by default: the generated classes write and read themselves. An arm measures
 * it: {@code --arm coders:flags=-Dorg.apache.avro.specific.use_custom_coders=true}.
 */
public final class AvroSpecificCodec implements Codec {
    static final List<Declaration> DECLARATIONS = declarationsOfSchemas();

    @Override
    public String id() {
        return "avro-specific";
    }

    @Override
    public Badge badge() {
        return Badge.SCHEMA;
    }

    @Override
    public String givesUp() {
        return "every class needs a schema and a mapping, and each value is built twice; a reader must know the schema"
                + " of the sender, since messages contain no names and no numbers of fields";
    }

    @Override
    public String library() {
        return "org.apache.avro:avro";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.RECORDS, Tier.STANDARD);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        return DECLARATIONS;
    }

    private static List<Declaration> declarationsOfSchemas() {
        String resolution = "https://avro.apache.org/docs/1.12.0/specification/#schema-resolution";
        String sender = ", if the reader also has the sender's schema";
        return List.of(
                new Declaration(
                        Declaration.CROSS_LANGUAGE,
                        "yes: from the same schema",
                        "https://avro.apache.org/docs/1.12.0/specification/"),
                new Declaration("a field added", "yes, with a default" + sender, resolution),
                new Declaration("a field removed", "yes" + sender, resolution),
                new Declaration("a field renamed", "yes, with an alias" + sender, resolution),
                new Declaration("a field widened (int to long)", "yes" + sender, resolution));
    }

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return SchemaNames.format(shape);
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return AvroCoder.specific(Mapped.of(shape, "schema"));
    }
}
