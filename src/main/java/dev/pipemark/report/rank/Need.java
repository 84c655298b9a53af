package dev.pipemark.report.rank;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Libraries;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.rank.Evidence.Ruling;
import java.util.List;
import java.util.Locale;

/**
 * A requirement of a reader for a codec, with the evidence that decides it. Values of the matrix and payloads of the run must
 * all arrive with equal content. A contract must be answered by a yes. The other needs are decided by the facts of a codec.
 */
public enum Need {
    /**
     * A lambda without captures, with a number and with an object; a method reference by class and by object. Each is
     * written as {@code SerializedLambda}, so that a codec which only carries classes that happen to be functions carries
     * none. Composed and plain functions are left out: hardly any codec carries them, and there are remedies.
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
     * A text, a list, a map and a tree of objects. Each language that was tried must see equal content and send it back. A
     * value does not count if the codec has no message for it. Big numbers, decimals and times are left out: each codec loses
     * some of them somewhere, and docs/cross-language.md says which.
     */
    LANGUAGES(
            "other languages",
            "languages",
            List.of(),
            List.of("string-unicode", "list-integer-1000", "map-string-integer-1000", "media-content"),
            List.of()),
    /**
     * A field that one release adds, and one that it removes. Renamed fields are left out, because only formats that send
     * no names survive them; and widened fields, because they are a question of a type, not of a schema.
     */
    EVOLUTION("classes may change", "evolution", List.of(), List.of(), List.of("a field added", "a field removed")),
    /** Declared by the codec: bytes must not choose which classes are instantiated. */
    UNTRUSTED("untrusted bytes", "untrusted"),
    /** By the badge: neither generated nor hand-written. */
    NO_CODE("no code per class", "no code"),
    /** By the badge: no sources from a schema. Classes that a library generates at run time need no build step. */
    NO_SOURCES("no generated sources", "no sources"),
    /** By the jars that the codec brings, or by its library where they are not known: the JDK's own. */
    NO_JAR("no extra jar", "no jar"),
    /**
     * Carried in workers that open no packages of the JDK. Alone, it rules out only codecs that carry nothing there. With
     * another need, only rows of the matrix without opened packages count.
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

    /** Returns the name in an address. */
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

    /** Returns the values of the matrix that must all be carried. */
    List<String> probes() {
        return values;
    }

    /** Returns the payloads of a run that must all arrive as they were sent. */
    List<String> payloads() {
        return payloads;
    }

    /** Returns the contracts of the matrix that must each be answered by a yes. */
    List<String> contracts() {
        return contracts;
    }

    /** Returns whether values must arrive. */
    boolean travels() {
        return !values.isEmpty();
    }

    /** Returns the source of {@link #fact}. */
    String source() {
        return switch (this) {
            case NO_JAR -> "Decided by the jars that the codec brings.";
            case UNTRUSTED -> "Declared by the codec, not tried.";
            default -> "Decided by the codec's badge.";
        };
    }

    /** Returns whether the codec meets a need that is decided by facts, and why. */
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
                        ? Ruling.of(true, "declared: bytes cannot choose classes")
                        : Ruling.of(false, "declared: bytes choose which classes are instantiated");
            default -> Ruling.UNKNOWN;
        };
    }
}
