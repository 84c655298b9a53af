package dev.pipemark.run;

import dev.pipemark.record.PayloadFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Selects ids by patterns. In a pattern, {@code *} matches any characters and {@code ?} matches one. */
public final class Globs {
    private Globs() {}

    /**
     * Returns the codecs that a pattern matches, in the order of the offer.
     *
     * @throws UnknownNameException if a pattern matches none
     */
    static List<String> codecs(List<String> patterns, Offer offer) {
        return of("codec", patterns, offer.codecIds());
    }

    /**
     * Returns the payloads that a pattern matches. A pattern with a slash is matched with {@code family/id}.
     *
     * @throws UnknownNameException if a pattern matches none
     */
    public static List<String> payloads(List<String> patterns, Offer offer) {
        List<String> timed = offer.payloadIds();
        List<String> known = new ArrayList<>(timed);
        List<PayloadFacts> facts = offer.payloads().stream()
                .filter(payload -> timed.contains(payload.id()))
                .toList();
        facts.forEach(payload -> known.add(payload.family() + "/" + payload.id()));
        Set<String> families = new LinkedHashSet<>();
        facts.forEach(payload -> families.add(payload.family() + "/*"));
        known.addAll(families);
        return pick("payload", patterns, timed, known, (pattern, id) -> {
            String family = facts.stream()
                    .filter(payload -> payload.id().equals(id))
                    .map(PayloadFacts::family)
                    .findFirst()
                    .orElse("");
            return matches(pattern, pattern.contains("/") ? family + "/" + id : id);
        });
    }

    /**
     * Returns the ids that a pattern matches, in the order of the ids.
     *
     * @param kind the kind of these ids, in a word
     * @throws UnknownNameException if a pattern matches none
     */
    public static List<String> of(String kind, List<String> patterns, List<String> ids) {
        return pick(kind, patterns, ids, ids, Globs::matches);
    }

    private static List<String> pick(
            String kind,
            List<String> patterns,
            List<String> ids,
            List<String> known,
            BiPredicate<String, String> matches) {
        Set<String> picked = new LinkedHashSet<>();
        for (String pattern : patterns) {
            List<String> hits =
                    ids.stream().filter(id -> matches.test(pattern, id)).toList();
            if (hits.isEmpty()) {
                throw new UnknownNameException(kind, pattern, known);
            }
            picked.addAll(hits);
        }
        return ids.stream().filter(picked::contains).toList();
    }

    static boolean matches(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.matches(regex.toString(), text);
    }
}
