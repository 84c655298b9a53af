package dev.pipemark.report.rank;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Libraries;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.doc.Names;
import java.util.List;
import java.util.Locale;

/**
 * A need of a reader, and the evidence that decides whether a codec meets it. All values of the matrix and payloads of the
 * run that a need lists must arrive with equal content. The answer to each contract that it lists must be yes. Other needs
 * are decided by the facts of a codec.
 */
public enum Need {
    /**
     * A lambda without captures, with a number and with an object; a method reference by class and by object. A codec must
     * write each of them as {@code SerializedLambda}. Some codecs carry ordinary objects that implement a functional
     * interface, but no lambdas. They do not meet this need. Composed and plain functions are left out: almost no codec
     * carries them, and there are remedies.
     */
    FUNCTIONS(
            "functions",
            "functions",
            List.of(
                    "lambda-capturing-nothing",
                    "lambda-capturing-int",
                    "lambda-capturing-record",
                    "method-reference-static",
                    "method-reference-bound"),
            List.of("lambda", "lambda-capturing", "bound-method-reference"),
            List.of()),
    /**
     * The shortest cycle, one of two objects and a long one; one object in two fields, and twice in a list. A cycle through
     * a hash set is left out: Java's own serialization gets it wrong, because it hashes a half-read object.
     */
    CYCLES(
            "cycles and shared references",
            "cycles",
            List.of(
                    "cycle-to-itself",
                    "cycle-of-two",
                    "cycle-doubly-linked-ring",
                    "shared-in-two-fields",
                    "shared-object-twice-in-list"),
            List.of("graph"),
            List.of()),
    /**
     * A text, a list, a map and a tree of objects. Each must arrive with equal content in each language that was tried, and
     * come back with equal content. A payload does not count if the codec has no message for it. Big numbers, decimals and
     * times are left out: every codec loses some of them in some language. docs/cross-language.md lists these losses.
     */
    LANGUAGES(
            "other languages",
            "languages",
            List.of(),
            List.of("string-unicode", "list-integer-1000", "map-string-integer-1000", "media-content"),
            List.of()),
    /**
     * A field that one release adds, and one that it removes. Renamed fields are left out, because only formats without
     * field names support them. Widened fields are left out, because they change a type and not a schema.
     */
    EVOLUTION("classes may change", "evolution", List.of(), List.of(), List.of("a field added", "a field removed")),
    /** The codec declares that it may read untrusted bytes. */
    UNTRUSTED("untrusted bytes", "untrusted"),
    /** The badge is neither {@code schema} nor {@code hand-written}. */
    NO_CODE("no code per class", "no code"),
    /** The badge is not {@code schema}. Classes that a library generates at run time need no build step. */
    NO_SOURCES("no generated sources", "no sources"),
    /** The codec brings no jar. If its jars are not known, its library must be the JDK. */
    NO_JAR("no extra jar", "no jar"),
    /**
     * The codec carries values in workers that open no packages of the JDK. Without another need, this excludes only codecs
     * that carry no value in such workers. With another need, only rows of the matrix without opened packages count.
     */
    NO_FLAGS("no JVM flags", "no flags");

    private final String title;
    private final String brief;
    private final List<String> values;
    private final List<String> payloads;
    private final List<String> contracts;

    Need(String title, String brief) {
        this(title, brief, List.of(), List.of(), List.of());
    }

    Need(String title, String brief, List<String> values, List<String> payloads, List<String> contracts) {
        this.title = title;
        this.brief = brief;
        this.values = values;
        this.payloads = payloads;
        this.contracts = contracts;
    }

    /** Returns the name in the page's address. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the words after "I need". */
    public String title() {
        return title;
    }

    /** Returns the title of a narrow column. */
    public String brief() {
        return brief;
    }

    /** Returns the values of the matrix that must all arrive. */
    List<String> probes() {
        return values;
    }

    /** Returns the payloads of a run that must all arrive as they were sent. */
    List<String> payloads() {
        return payloads;
    }

    /** Returns the contracts of the matrix for which the answer must be yes. */
    List<String> contracts() {
        return contracts;
    }

    /** Returns whether values must arrive. */
    boolean travels() {
        return !values.isEmpty();
    }

    /** Returns the source of an answer that needs no trial, or an empty text. */
    String source() {
        return switch (this) {
            case NO_JAR -> "Decided by the jars that the codec brings.";
            case UNTRUSTED -> "Declared by the codec, not tried.";
            default -> "Decided by the codec's badge.";
        };
    }

    /** Returns whether a codec meets a need that is decided by facts, with the fact. */
    Ruling fact(CodecFacts codec) {
        boolean generated = codec.is(Badge.SCHEMA);
        String badge = "badge “" + codec.badge() + "”";
        return switch (this) {
            case NO_SOURCES ->
                Ruling.of(!generated, badge + (generated ? ": sources are generated from a schema" : ""));
            case NO_CODE -> Ruling.of(!generated && !codec.is(Badge.HAND_WRITTEN), badge);
            case NO_JAR ->
                codec.jars() == null
                        ? Ruling.of(codec.library().equals(Libraries.JDK), "library " + codec.library())
                        : Ruling.of(codec.jars().isEmpty(), "brings " + Names.jars(codec));
            case UNTRUSTED ->
                codec.safeForUntrustedBytes()
                        ? Ruling.of(true, "declared: may read untrusted bytes")
                        : Ruling.of(false, "declared: must never read untrusted bytes");
            default -> Ruling.UNKNOWN;
        };
    }
}
