package dev.pipemark.codecs.thrift;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Difference;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.Mapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Structs generated from {@code pipemark.thrift}, converted from and to the domain classes. A message is one struct in
 * one of Thrift's protocols, without the header of a call.
 *
 * @see <a href="https://thrift.apache.org/docs/idl">The language of the schema</a>
 * @see <a href="https://thrift.apache.org/lib/java">Thrift's library for Java</a>
 */
public final class ThriftCodec implements Codec {
    private static final String FIELDS = "https://thrift.apache.org/docs/idl";
    private static final String SPECIFICATIONS = "https://github.com/apache/thrift/blob/master/doc/specs/";

    enum Protocol {
        COMPACT,
        BINARY
    }

    private final String id;
    private final String givesUp;
    private final Protocol protocol;

    private ThriftCodec(String id, String givesUp, Protocol protocol) {
        this.id = id;
        this.givesUp = givesUp;
        this.protocol = protocol;
    }

    public static Codec compact() {
        return new ThriftCodec(
                "thrift-compact",
                "every class needs a schema and a mapping, and each value is built twice: as a struct and as itself",
                Protocol.COMPACT);
    }

    public static Codec binary() {
        return new ThriftCodec(
                "thrift-binary",
                "size, for numbers of fixed width; every class needs a schema and a mapping, and each value is built twice",
                Protocol.BINARY);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Badge badge() {
        return Badge.SCHEMA;
    }

    @Override
    public String givesUp() {
        return givesUp;
    }

    @Override
    public String library() {
        return "org.apache.thrift:libthrift";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.RECORDS, protocol == Protocol.COMPACT ? Tier.STANDARD : Tier.FULL);
    }

    @Override
    public Optional<Difference> differsFrom() {
        return protocol == Protocol.COMPACT
                ? Optional.of(new Difference("thrift-binary", "compact protocol"))
                : Optional.empty();
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        String specification = switch (protocol) {
            case COMPACT -> SPECIFICATIONS + "thrift-compact-protocol.md";
            case BINARY -> SPECIFICATIONS + "thrift-binary-protocol.md";
        };
        return List.of(
                new Declaration(Declaration.CROSS_LANGUAGE, "yes: from the same schema", specification),
                new Declaration("a field added", "yes, if it is not required", FIELDS),
                new Declaration("a field removed", "yes, if it was not required", FIELDS),
                new Declaration("a field renamed", "yes: numbers travel, no names", specification));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return ThriftCoder.open(Mapped.of(shape, "schema"), protocol);
    }
}
