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

/** Jackson 3 in one of its formats. */
public final class JacksonCodec implements Codec {
    enum Format {
        JSON,
        CBOR,
        SMILE,
        /** JSON that names the class of a value if its declared type does not determine the class. */
        TYPED_JSON
    }

    private final String id;
    private final Badge badge;
    private final String library;
    private final String givesUp;
    private final Format format;

    private JacksonCodec(String id, Badge badge, String library, String givesUp, Format format) {
        this.id = id;
        this.badge = badge;
        this.library = library;
        this.givesUp = givesUp;
        this.format = format;
    }

    public static Codec json() {
        return new JacksonCodec(
                "jackson-json",
                Badge.IDIOMATIC,
                "tools.jackson.core:jackson-databind",
                "types that no declaration names (a Long in a Map<String, Object> arrives as an Integer); no graphs",
                Format.JSON);
    }

    public static Codec cbor() {
        return new JacksonCodec(
                "jackson-cbor",
                Badge.IDIOMATIC,
                "tools.jackson.dataformat:jackson-dataformat-cbor",
                "readable text; types that no declaration names, as with JSON; no graphs",
                Format.CBOR);
    }

    public static Codec smile() {
        return new JacksonCodec(
                "jackson-smile",
                Badge.IDIOMATIC,
                "tools.jackson.dataformat:jackson-dataformat-smile",
                "readable text, and readers outside Jackson; types that no declaration names; no graphs",
                Format.SMILE);
    }

    public static Codec typedJson() {
        return new JacksonCodec(
                "jackson-json-poly",
                Badge.TUNED,
                "tools.jackson.core:jackson-databind",
                "size, and other languages: Java class names travel, and only those the shape lists are let in",
                Format.TYPED_JSON);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Badge badge() {
        return badge;
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return switch (format) {
            case JSON -> Map.of(Use.DATA, Tier.QUICK, Use.RECORDS, Tier.QUICK, Use.SWEEPS, Tier.QUICK);
            case CBOR, SMILE -> Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.STANDARD);
            case TYPED_JSON -> Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL, Use.HIERARCHIES, Tier.STANDARD);
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

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return switch (format) {
            case JSON -> Optional.of(WireFormat.JSON);
            case CBOR -> Optional.of(WireFormat.CBOR);
            // Readers of Smile are rare, and class names mean nothing to another language.
            case SMILE, TYPED_JSON -> Optional.empty();
        };
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
                        Declaration.THREADS, "yes", "https://javadoc.io/doc/tools.jackson.core/jackson-databind"),
                switch (format) {
                    case JSON -> crossLanguage("yes: JSON", "https://www.rfc-editor.org/rfc/rfc8259");
                    case CBOR -> crossLanguage("yes: CBOR", "https://www.rfc-editor.org/rfc/rfc8949");
                    case SMILE ->
                        crossLanguage(
                                "yes, where there is a reader of Smile",
                                "https://github.com/FasterXML/smile-format-specification");
                    case TYPED_JSON ->
                        crossLanguage(
                                "yes: JSON, with Java's class names in it", "https://www.rfc-editor.org/rfc/rfc8259");
                });
    }

    private static Declaration crossLanguage(String answer, String source) {
        return new Declaration(Declaration.CROSS_LANGUAGE, answer, source);
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return JacksonCoder.open(format, shape);
    }
}
