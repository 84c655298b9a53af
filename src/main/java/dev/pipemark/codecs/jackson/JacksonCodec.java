package dev.pipemark.codecs.jackson;

import static dev.pipemark.codecs.jackson.JacksonFormat.AVRO;
import static dev.pipemark.codecs.jackson.JacksonFormat.CBOR;
import static dev.pipemark.codecs.jackson.JacksonFormat.ION;
import static dev.pipemark.codecs.jackson.JacksonFormat.JSON;
import static dev.pipemark.codecs.jackson.JacksonFormat.SMILE;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Difference;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.api.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jackson 3 in one of its formats, with one setup. The setups are described in the pages of
 * <a href="https://github.com/FasterXML/jackson-modules-base">Blackbird and Afterburner</a>, of
 * <a href="https://github.com/FasterXML/jackson-dataformats-binary">CBOR, Smile, Ion and Avro</a>, and of
 * <a href="https://github.com/FasterXML/jackson-annotations/wiki/Jackson-Annotations">arrays for objects</a>.
 */
public final class JacksonCodec implements Codec {
    private static final String DATABIND = "tools.jackson.core:jackson-databind";
    private static final String DATAFORMAT = "tools.jackson.dataformat:jackson-dataformat-";
    private static final String MODULE = "tools.jackson.module:jackson-module-";
    private static final Map<Use, Tier> FULL = Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL);
    private static final Map<Use, Tier> STANDARD_RECORDS = Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.STANDARD);

    private final String id;
    private final Badge badge;
    private final String library;
    private final JacksonFormat format;
    private final JacksonSetup setup;
    private final Map<Use, Tier> uses;
    private final String givesUp;

    private JacksonCodec(
            String id,
            Badge badge,
            String library,
            JacksonFormat format,
            JacksonSetup setup,
            Map<Use, Tier> uses,
            String givesUp) {
        this.id = id;
        this.badge = badge;
        this.library = library;
        this.format = format;
        this.setup = setup;
        this.uses = uses;
        this.givesUp = givesUp;
    }

    private static Codec plain(String id, String library, JacksonFormat format, Map<Use, Tier> uses, String givesUp) {
        return new JacksonCodec(id, Badge.IDIOMATIC, library, format, JacksonSetup.PLAIN, uses, givesUp);
    }

    private static Codec tuned(String id, String library, JacksonFormat format, JacksonSetup setup, String givesUp) {
        return new JacksonCodec(id, Badge.TUNED, library, format, setup, FULL, givesUp);
    }

    public static Codec json() {
        return plain(
                "jackson-json",
                DATABIND,
                JSON,
                Map.of(Use.DATA, Tier.QUICK, Use.RECORDS, Tier.QUICK, Use.SWEEPS, Tier.QUICK),
                "types that no declaration names (a Long in a Map<String, Object> arrives as an Integer); no graphs");
    }

    public static Codec jsonBlackbird() {
        return tuned(
                "jackson-json-blackbird",
                MODULE + "blackbird",
                JSON,
                JacksonSetup.BLACKBIRD,
                "the same as jackson-json; start-up, and memory for classes that is not freed: it makes a lambda"
                        + " for each getter, setter and constructor to call them faster, and none for fields");
    }

    public static Codec jsonAfterburner() {
        return tuned(
                "jackson-json-afterburner",
                MODULE + "afterburner",
                JSON,
                JacksonSetup.AFTERBURNER,
                "the same as jackson-json; start-up: it generates classes that access fields, getters and"
                        + " setters of public classes faster; its page names Blackbird as a possible replacement");
    }

    public static Codec cbor() {
        return plain(
                "jackson-cbor",
                DATAFORMAT + "cbor",
                CBOR,
                STANDARD_RECORDS,
                "readable text; types that no declaration names, as with JSON; no graphs");
    }

    public static Codec cborArray() {
        return tuned(
                "jackson-cbor-array",
                DATAFORMAT + "cbor",
                CBOR,
                JacksonSetup.ARRAYS,
                "the same as jackson-cbor; changed classes: objects are arrays, so only the"
                        + " order of values identifies a field; classes that refer to themselves stay objects");
    }

    public static Codec smile() {
        return plain(
                "jackson-smile",
                DATAFORMAT + "smile",
                SMILE,
                FULL,
                "readable text, and readers outside Jackson; types that no declaration names; no graphs");
    }

    public static Codec smileArray() {
        return tuned(
                "jackson-smile-array",
                DATAFORMAT + "smile",
                SMILE,
                JacksonSetup.ARRAYS,
                "the same as jackson-smile; changed classes: objects are arrays, so only the"
                        + " order of values identifies a field; classes that refer to themselves stay objects");
    }

    public static Codec ion() {
        return plain(
                "jackson-ion",
                DATAFORMAT + "ion",
                ION,
                FULL,
                "size: each message has a table of its field names; a message cut between two fields may be read without the"
                        + " later ones; types that no declaration names; no graphs");
    }

    public static Codec avro() {
        return new JacksonCodec(
                "jackson-avro",
                Badge.TUNED,
                DATAFORMAT + "avro",
                AVRO,
                JacksonSetup.PLAIN,
                Map.of(Use.RECORDS, Tier.FULL),
                "values of undeclared types, class hierarchies and graphs: both sides generate one schema from the"
                        + " declared type, so messages carry neither names nor types");
    }

    public static Codec typedJson() {
        return new JacksonCodec(
                "jackson-json-poly",
                Badge.TUNED,
                DATABIND,
                JSON,
                JacksonSetup.CLASS_NAMES,
                Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL, Use.HIERARCHIES, Tier.FULL),
                "size, graphs, and readers in other languages: Java class names travel, and only classes of the shape are accepted");
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
        return uses;
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
    public Optional<Difference> differsFrom() {
        return switch (setup) {
            case BLACKBIRD -> Optional.of(new Difference("jackson-json", "blackbird"));
            case AFTERBURNER -> Optional.of(new Difference("jackson-json", "afterburner"));
            case ARRAYS ->
                Optional.of(new Difference(format == SMILE ? "jackson-smile" : "jackson-cbor", "arrays for objects"));
            case PLAIN, CLASS_NAMES -> Optional.empty();
        };
    }

    /** Java's class names mean nothing to another language. */
    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return setup == JacksonSetup.CLASS_NAMES ? Optional.empty() : format.wireFormat();
    }

    /**
     * If a message contains class names, they can select only classes of the receiver's shape. The reader of Avro
     * allocates a byte array of the length that a few bytes of the message state, before it reads the array.
     */
    @Override
    public boolean safeForUntrustedBytes() {
        return format != AVRO;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS, "yes", "https://javadoc.io/doc/tools.jackson.core/jackson-databind"),
                setup == JacksonSetup.CLASS_NAMES
                        ? new Declaration(
                                Declaration.CROSS_LANGUAGE,
                                "yes: JSON, with Java's class names in it",
                                "https://www.rfc-editor.org/rfc/rfc8259")
                        : format.crossLanguage());
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return JacksonCoder.open(format, setup, shape);
    }
}
