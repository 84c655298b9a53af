package dev.pipemark.report.rank;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.LanguageCheck;
import dev.pipemark.record.LanguageFacts;
import dev.pipemark.record.LanguageMatrix;
import dev.pipemark.record.Leg;
import dev.pipemark.report.rank.Ruling.Answer;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the matrix of languages whether a codec's values cross to programs in other languages and come back. A matrix
 * of another build or Java decides only for codecs whose library has the same version in the run.
 */
final class Crossings {
    private final LanguageMatrix matrix;
    /** Whether the matrix is of the code and the Java of the run. */
    private final boolean own;
    /** The codecs that were tried, by id. */
    private final Map<String, CodecFacts> tried = new HashMap<>();
    /** By codec. */
    private final Map<String, List<LanguageCheck>> checks;

    /**
     * Creates the evidence.
     *
     * @param run the identity of the run
     */
    Crossings(LanguageMatrix matrix, Map<String, String> run) {
        this.matrix = matrix;
        this.own = matrix.holdsFor(run);
        matrix.codecs().forEach(codec -> tried.put(codec.id(), codec));
        this.checks = matrix.checks().stream().collect(Collectors.groupingBy(LanguageCheck::codec));
    }

    /** Whether anything was tried that decides the need for one of these codecs. */
    boolean judges(List<CodecFacts> codecs) {
        return matrix.checks().stream().anyMatch(Crossings::decides)
                && codecs.stream().anyMatch(codec -> holdsFor(codec, tried.get(codec.id())));
    }

    /** How the need is decided. */
    String about() {
        return "Tried by probe --languages with " + runtimes() + ": "
                + String.join(", ", Need.LANGUAGES.payloads())
                + ". Each must cross and come back with equal content, if the codec has a message for it."
                + provenance().map(sentence -> " " + sentence).orElse("");
    }

    /** Returns which probe decides the need; empty if it is that of the run. */
    Optional<String> provenance() {
        return own
                ? Optional.empty()
                : Optional.of("The probe of "
                        + matrix.started().atZone(ZoneOffset.UTC).toLocalDate()
                        + " is of another build or Java (" + fact("suite.commit") + ", Java " + fact("jdk.version")
                        + "). It decides the need “" + Need.LANGUAGES.title()
                        + "” only for codecs whose library has the same version in this run.");
    }

    Ruling ruling(CodecFacts codec) {
        CodecFacts facts = tried.get(codec.id());
        if (facts == null) {
            return Ruling.UNKNOWN;
        } else if (!holdsFor(codec, facts)) {
            return new Ruling(
                    Answer.UNKNOWN,
                    "tried with " + facts.library() + " " + facts.version() + ", and not with this version");
        }
        List<LanguageCheck> all = checks.getOrDefault(codec.id(), List.of());
        if (all.isEmpty()) {
            return Ruling.of(false, "no format that the tried programs read");
        }
        List<LanguageCheck> deciding = all.stream().filter(Crossings::decides).toList();
        return deciding.isEmpty()
                ? Ruling.UNKNOWN
                : deciding.stream()
                        .filter(check ->
                                !check.there().carries() || !check.back().carries())
                        .findFirst()
                        .map(Crossings::failed)
                        .orElseGet(() -> Ruling.of(
                                true,
                                "probe --languages: " + distinct(deciding, LanguageCheck::value) + " crossed to "
                                        + distinct(deciding, LanguageCheck::language) + " and back"));
    }

    private static Ruling failed(LanguageCheck check) {
        boolean there = check.there().carries();
        Leg leg = there ? check.back() : check.there();
        return Ruling.of(
                false,
                "probe --languages " + check.value() + " " + check.language() + (there ? ", back: " : ", there: ")
                        + leg.label() + Ruling.brackets(leg.detail()));
    }

    private boolean holdsFor(CodecFacts codec, @Nullable CodecFacts facts) {
        return facts != null
                && (own
                        || facts.library().equals(codec.library())
                                && facts.version().equals(codec.version()));
    }

    private static boolean decides(LanguageCheck check) {
        return check.there().tried() && Need.LANGUAGES.payloads().contains(check.value());
    }

    private static String distinct(List<LanguageCheck> checks, Function<LanguageCheck, String> part) {
        return checks.stream().map(part).distinct().collect(Collectors.joining(", "));
    }

    private String runtimes() {
        return matrix.languages().stream()
                .map(LanguageFacts::runtime)
                .filter(runtime -> !runtime.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private String fact(String name) {
        return matrix.environment().getOrDefault(name, "unknown");
    }
}
