package dev.pipemark.codecs.jackson;

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
 * Jackson 2 in one of its formats, with the
 * <a href="https://github.com/FasterXML/jackson-modules-java8">modules for Java 8</a> that its users register. There is
 * no codec without these modules. It would refuse {@code java.time} and {@code Optional}, and write all other values in the
 * same way.
 */
public final class Jackson2Codec implements Codec {
    enum Format {
        JSON,
        MESSAGE_PACK
    }

    private final String id;
    private final String library;
    private final String givesUp;
    private final Format format;

    private Jackson2Codec(String id, String library, String givesUp, Format format) {
        this.id = id;
        this.library = library;
        this.givesUp = givesUp;
        this.format = format;
    }

    public static Codec json() {
        return new Jackson2Codec(
                "jackson2-json",
                "com.fasterxml.jackson.core:jackson-databind",
                "the changes of Jackson 3, such as built-in java.time; types that no declaration names; no graphs",
                Format.JSON);
    }

    public static Codec messagePack() {
        return new Jackson2Codec(
                "jackson-msgpack",
                "org.msgpack:jackson-dataformat-msgpack",
                "Jackson 3, which the format does not support; big integers and decimals travel as text; no graphs",
                Format.MESSAGE_PACK);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return switch (format) {
            case JSON -> Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL);
            case MESSAGE_PACK -> Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.STANDARD);
        };
    }

    @Override
    public String givesUp() {
        return givesUp;
    }

    @Override
    public String library() {
        return library;
    }

    /** Jackson 2 has a module of its own for each thing that came with Java 8. */
    @Override
    public List<String> artifacts() {
        return List.of(
                library,
                "com.fasterxml.jackson.datatype:jackson-datatype-jsr310",
                "com.fasterxml.jackson.datatype:jackson-datatype-jdk8",
                "com.fasterxml.jackson.module:jackson-module-parameter-names");
    }

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return Optional.of(
                switch (format) {
                    case JSON -> WireFormat.JSON;
                    case MESSAGE_PACK -> WireFormat.MSGPACK;
                });
    }

    /** If a message contains class names, they can select only classes of the receiver's shape. */
    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "yes, once it is configured",
                        "https://fasterxml.github.io/jackson-databind/javadoc/2.14/com/fasterxml/jackson/databind/ObjectMapper.html"),
                switch (format) {
                    case JSON ->
                        new Declaration(
                                Declaration.CROSS_LANGUAGE, "yes: JSON", "https://www.rfc-editor.org/rfc/rfc8259");
                    case MESSAGE_PACK ->
                        new Declaration(Declaration.CROSS_LANGUAGE, "yes: MessagePack", "https://msgpack.org");
                });
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return Jackson2Coder.open(format, shape);
    }
}
