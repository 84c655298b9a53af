package dev.pipemark.capability.languages;

import dev.pipemark.capability.languages.Neutral.Entry;
import dev.pipemark.capability.languages.Neutral.Sequence;
import dev.pipemark.capability.languages.Neutral.Text;
import dev.pipemark.capability.languages.Neutral.Word;
import dev.pipemark.record.ValueOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds for each entry of a map the entry that it became. Equal keys come first, then keys that are equal as text, then
 * keys that are otherwise alike. If two entries became one, one of the two is missing.
 *
 * @param matches the pairs, in the order of the original
 * @param missing entries of the original that were not found
 * @param extra entries that were not in the original
 * @param inOrder whether the found entries have the order of the original
 */
record Matching(List<Match> matches, List<Entry> missing, List<Entry> extra, boolean inOrder) {
    /** An entry and the entry that arrived for it. */
    record Match(Entry was, Entry is) {}

    /** Judges what became of a key or a value. */
    @FunctionalInterface
    interface Rule {
        ValueOutcome outcome(Neutral was, Neutral is);
    }

    /** Returns the elements of a list as keys without values, or no keys for anything else. */
    static List<Entry> keys(Neutral list) {
        return list instanceof Sequence sequence
                ? sequence.items().stream()
                        .map(item -> new Entry(item, Word.NULL))
                        .toList()
                : List.of();
    }

    static Matching of(List<Entry> were, List<Entry> are, Rule rule) {
        Search search = new Search(were, are, rule);
        search.sameKeys(Descriptions::of);
        search.sameKeys(key -> Descriptions.of(new Text(key.content())));
        search.alikeKeys();
        return search.matching();
    }

    private static final class Search {
        private static final int NONE = -1;

        private final List<Entry> were;
        private final List<Entry> are;
        private final Rule rule;
        /** The position of the arrived entry, for each entry of the original. */
        private final int[] found;

        private final boolean[] taken;

        Search(List<Entry> were, List<Entry> are, Rule rule) {
            this.were = were;
            this.are = are;
            this.rule = rule;
            this.found = new int[were.size()];
            this.taken = new boolean[are.size()];
            Arrays.fill(found, NONE);
        }

        /**
         * Takes entries whose keys have the wanted description. Of several such entries it takes the one whose value fits
         * best.
         */
        void sameKeys(Function<Neutral, String> wanted) {
            Map<String, List<Integer>> free = new HashMap<>();
            left().forEach(is -> free.computeIfAbsent(
                            Descriptions.of(are.get(is).key()), key -> new ArrayList<>())
                    .add(is));
            for (int was = 0; was < found.length; was++) {
                List<Integer> such =
                        found[was] == NONE ? free.get(wanted.apply(were.get(was).key())) : null;
                if (such != null && !such.isEmpty()) {
                    Entry sent = were.get(was);
                    int best = such.size() == 1
                            ? such.get(0)
                            : such.stream()
                                    .min(Comparator.comparing(is -> value(sent, is)))
                                    .orElseThrow();
                    such.remove(Integer.valueOf(best));
                    take(was, best);
                }
            }
        }

        /**
         * Takes entries whose keys are not silently wrong. It takes the entry with the best key. Of several such entries it
         * takes the one with the best value.
         */
        void alikeKeys() {
            for (int was = 0; was < found.length; was++) {
                if (found[was] == NONE) {
                    Entry sent = were.get(was);
                    int original = was;
                    left().filter(is -> key(sent, is) != ValueOutcome.WRONG)
                            .boxed()
                            .min(Comparator.comparing((Integer is) -> key(sent, is))
                                    .thenComparing(is -> value(sent, is)))
                            .ifPresent(is -> take(original, is));
                }
            }
        }

        private ValueOutcome key(Entry sent, int is) {
            return rule.outcome(sent.key(), are.get(is).key());
        }

        private ValueOutcome value(Entry sent, int is) {
            return rule.outcome(sent.value(), are.get(is).value());
        }

        private IntStream left() {
            return IntStream.range(0, are.size()).filter(is -> !taken[is]);
        }

        private void take(int was, int is) {
            found[was] = is;
            taken[is] = true;
        }

        Matching matching() {
            List<Match> matches = new ArrayList<>();
            List<Entry> missing = new ArrayList<>();
            boolean inOrder = true;
            int last = NONE;
            for (int was = 0; was < found.length; was++) {
                if (found[was] == NONE) {
                    missing.add(were.get(was));
                } else {
                    matches.add(new Match(were.get(was), are.get(found[was])));
                    inOrder &= found[was] > last;
                    last = found[was];
                }
            }
            return new Matching(matches, missing, left().mapToObj(are::get).toList(), inOrder);
        }
    }
}
