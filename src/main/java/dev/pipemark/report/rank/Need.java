package dev.pipemark.report.rank;

import dev.pipemark.api.Badge;
import dev.pipemark.record.CodecFacts;
import java.util.List;

/**
 * What a reader may need of a codec, and what decides whether a codec has it: the one place where that is chosen. A need
 * for something to arrive is decided by values of the matrix and payloads of the run, all of which have to arrive with
 * equal content; a contract by its answer, which has to be a yes; the others by what is known of the codec.
 */
public enum Need {
    /**
     * A lambda without captures, with a number and with an object; a method reference by class and by object. Each of them
     * is written as {@code SerializedLambda}, so that a codec that only carries classes which happen to be functions
     * carries none. Composed and plain functions are left out: hardly a codec carries them, and there are remedies.
     */
    FUNCTIONS(
            "carries functions",
            List.of(
                    "lambda-capturing-nothing",
                    "lambda-capturing-int",
                    "lambda-capturing-record",
                    "method-reference-static",
                    "method-reference-bound"),
            List.of("lambda", "lambda-capturing", "bound-method-reference"),
            List.of()),
    /**
     * The shortest cycle, one of two and a long one; one object in two fields, and twice in a list. A cycle through a hash
     * set is left out: Java's own serialization gets it wrong, as it hashes what is only half read.
     */
    GRAPHS(
            "keeps cycles and shared references",
            List.of(
                    "cycle-to-itself",
                    "cycle-of-two",
                    "cycle-doubly-linked-ring",
                    "shared-in-two-fields",
                    "shared-object-twice-in-list"),
            List.of("graph"),
            List.of()),
    /** Nobody tries other languages here: the library's word. */
    CROSS_LANGUAGE("cross-language", List.of(), List.of(), List.of("cross-language")),
    /**
     * What a release adds and what it takes away. Renamed fields are left out, since only formats that send no names
     * survive them; and widened ones, since that is about a type, not a schema.
     */
    EVOLUTION("schema evolution", List.of(), List.of(), List.of("a field added", "a field removed")),
    /** By the badge: a schema is what sources are generated from. What a library generates as it runs needs no build step. */
    NO_GENERATION("no generated sources (no build step)"),
    /** By the badge: neither generated nor written by hand. */
    NO_CODE("no code for each class"),
    /**
     * Carried in workers that open no packages of the JDK. By itself it rules out nobody who carries anything there; with
     * another need it leaves the matrix's rows without opened packages as the only ones that count.
     */
    NO_FLAGS("no flags"),
    /** By the library: the JDK's own. */
    NO_JAR("no extra jar"),
    /** By what the codec says of itself: whether bytes may choose which classes are instantiated. */
    UNTRUSTED("safe for untrusted bytes");

    /** What the JDK is called where a library is named. */
    private static final String JDK = "jdk";

    private final String title;
    private final List<String> values;
    private final List<String> payloads;
    private final List<String> contracts;

    Need(String title) {
        this(title, List.of(), List.of(), List.of());
    }

    Need(String title, List<String> values, List<String> payloads, List<String> contracts) {
        this.title = title;
        this.values = values;
        this.payloads = payloads;
        this.contracts = contracts;
    }

    String title() {
        return title;
    }

    /** Values of the matrix, all of which have to be carried. */
    List<String> probes() {
        return values;
    }

    /** Payloads of a run, all of which have to arrive as they were sent. */
    List<String> payloads() {
        return payloads;
    }

    /** Contracts of the matrix, each of which has to be answered by a yes. */
    List<String> contracts() {
        return contracts;
    }

    /** Whether something has to arrive. */
    public boolean travels() {
        return !values.isEmpty();
    }

    /** Where the answer is known of the codec, without trying; empty where it has to be tried or looked up. */
    String source() {
        return switch (this) {
            case NO_GENERATION -> "the codec's badge; classes that a library generates at run time do not count";
            case NO_CODE -> "the codec's badge";
            case NO_JAR -> "the codec's library";
            case UNTRUSTED -> "declared by the codec, not tried";
            default -> "";
        };
    }

    /** Why the codec does not have it, where that is known without trying; empty when it has. */
    String lacking(CodecFacts codec) {
        boolean generated = codec.is(Badge.SCHEMA);
        boolean written = codec.is(Badge.HAND_WRITTEN);
        return switch (this) {
            case NO_GENERATION -> generated ? "sources are generated from a schema" : "";
            case NO_CODE -> generated || written ? "badge " + codec.badge() : "";
            case NO_JAR -> codec.library().equals(JDK) ? "" : "a library of its own";
            case UNTRUSTED -> codec.safeForUntrustedBytes() ? "" : "bytes choose which classes are instantiated";
            default -> "";
        };
    }
}
