package dev.pipemark.capability;

import dev.pipemark.capability.Place.Weight;
import dev.pipemark.probe.values.Value;
import dev.pipemark.record.ValueOutcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of comparing a received value with the sent one. It compares two descriptions and needs neither value nor
 * codec.
 *
 * <p>These differences are losses: a missing object, a field that arrives as zero, false or an empty text, a changed
 * aspect, a shared object that arrives as two, and a use that fails although it returned a result in the sender. Any other
 * difference is silently wrong, because a receiver would not notice it.
 *
 * @param outcome the outcome of a value that arrived
 * @param detail the differences, most serious first, or empty if there are none
 */
public record Arrival(ValueOutcome outcome, String detail) {
    private static final int TEXT_SHOWN = 60;
    private static final String KEY = "(key)";
    private static final Set<String> BLANKS = Set.of("0", "0.0", "false", "", "\\u0000", "[]");

    /**
     * Compares the received value with the sent one, by their descriptions.
     *
     * @param kind the named value that says how to describe both
     * @param arrived the received value. It may be of any class.
     */
    public static <T> Arrival of(Value<T> kind, T sent, @Nullable Object arrived) {
        return of(Describer.describe(kind, sent), Describer.describe(kind, arrived));
    }

    static Arrival of(Place sent, Place arrived) {
        if (sent.equals(arrived)) {
            // Most values arrive so. A search for differences in a large value takes several times as long.
            return new Arrival(ValueOutcome.EXACT, "");
        }
        Differences differences = new Differences();
        if (arrived.isNothing() && !sent.isNothing()) {
            return new Arrival(ValueOutcome.WRONG, "nothing arrived: null");
        }
        differences.index(sent, "");
        differences.compare(sent, arrived, "", Weight.CONTENT, false);
        return differences.found.arrival();
    }

    private static final class Differences {
        private final Deviations found = new Deviations();

        /** All places of the sent value, by path. References to objects described before are looked up here. */
        private final Map<String, Place> places = new HashMap<>();

        void index(Place place, String above) {
            String path = above + place.label();
            places.put(path.isEmpty() ? Place.ROOT : path, place);
            place.parts().forEach(part -> index(part, path));
        }

        /**
         * Compares two places.
         *
         * @param entry whether this is an entry of a map, where a null value and a missing entry differ
         */
        void compare(Place sent, Place arrived, String above, Weight weightAbove, boolean entry) {
            Weight own = sent.weight() == Weight.STATE ? Weight.CONTENT : sent.weight();
            Weight weight = weightAbove == Weight.CONTENT ? own : weightAbove;
            String path = above + sent.label();
            String name = path.isEmpty() ? "it" : path;
            if (!arrived.isNothing()
                    && (!sent.sameAs().isEmpty() || !arrived.sameAs().isEmpty())) {
                identity(sent, arrived, above, name, weight);
                return;
            }
            if (!sent.type().equals(arrived.type())) {
                types(sent, arrived, name, weight);
                if (sent.isNothing() || arrived.isNothing() || isThrown(sent) || isThrown(arrived)) {
                    return;
                }
            }
            if (!sent.text().equals(arrived.text())) {
                add(
                        weight == Weight.CONTENT && !entry && isBlankField(arrived)
                                ? ValueOutcome.LOSSY
                                : gravity(weight),
                        name + " was " + text(sent) + ", is " + text(arrived));
            }
            parts(sent, arrived, path, name, weight);
        }

        private void types(Place sent, Place arrived, String name, Weight weight) {
            String change = name + " was a " + sent.type() + ", is a " + arrived.type();
            if (arrived.isNothing()) {
                add(weight == Weight.BEHAVIOUR ? ValueOutcome.WRONG : ValueOutcome.LOSSY, name + " is null");
            } else if (sent.isNothing() || isThrown(sent) || isThrown(arrived)) {
                add(
                        isThrown(arrived) ? ValueOutcome.LOSSY : gravity(weight),
                        name + " was " + (isThrown(sent) ? shown(sent) : text(sent)) + ", " + shown(arrived));
            } else {
                add(ValueOutcome.OTHER_CLASS, change);
            }
        }

        private void identity(Place sent, Place arrived, String above, String name, Weight weight) {
            if (sent.sameAs().equals(arrived.sameAs())) {
                return;
            }
            if (arrived.sameAs().isEmpty()) {
                add(ValueOutcome.LOSSY, name + " was the same object as " + sent.sameAs() + ", is another one");
                Place first = places.get(sent.sameAs());
                if (first != null) {
                    compare(first.at(sent.label()), arrived, above, weight, false);
                }
            } else {
                add(
                        ValueOutcome.WRONG,
                        name + " is the same object as " + arrived.sameAs() + ", and was "
                                + (sent.sameAs().isEmpty() ? "another one" : "the same as " + sent.sameAs()));
            }
        }

        private void parts(Place sent, Place arrived, String path, String name, Weight weight) {
            // Asked once: the answer takes a look at every part.
            boolean map = sent.isMap();
            List<Place> were = sent.parts();
            List<Place> are = arrived.parts();
            if (isUnordered(were) && isOrdered(are)) {
                are = byContent(are);
            } else if (isOrdered(were) && isUnordered(are)) {
                were = byContent(were);
                add(ValueOutcome.LOSSY, name + " has lost its order");
            }
            Map<String, Place> there = new LinkedHashMap<>();
            // An entry comes before a field whose name is the entry's key.
            are.forEach(part -> there.putIfAbsent(part.label(), part));
            for (Place part : were) {
                Place same = there.remove(part.label());
                if (same != null) {
                    compare(part, same, path, weight, map);
                } else if (part.label().equals("(order)")) {
                    add(ValueOutcome.LOSSY, name + " has lost its order");
                } else if (part.label().startsWith(KEY)) {
                    key(part, path);
                } else if (!part.label().startsWith("(") && (map || !isBlankField(part))) {
                    add(
                            weight == Weight.BEHAVIOUR ? ValueOutcome.WRONG : ValueOutcome.LOSSY,
                            path + part.label() + " is missing");
                }
            }
            for (Place extra : there.values()) {
                if (extra.label().startsWith(KEY)) {
                    key(extra, path);
                } else if (extra.weight() == Weight.CONTENT && (map || !extra.isNothing())) {
                    add(gravity(weight), path + extra.label() + " was not there, is " + shown(extra));
                }
            }
        }

        private static boolean isOrdered(List<Place> parts) {
            return parts.stream().anyMatch(part -> part.label().startsWith("["));
        }

        private static boolean isUnordered(List<Place> parts) {
            return parts.stream().anyMatch(part -> part.label().startsWith("{"));
        }

        /** Labels elements by their content instead of their position. */
        private static List<Place> byContent(List<Place> parts) {
            Map<String, Integer> times = new HashMap<>();
            return parts.stream()
                    .map(part -> part.label().startsWith("[") ? part.at(Place.member(part, times)) : part)
                    .toList();
        }

        /** Compares a key that is a string on only one side. A missing key is reported by its missing value. */
        private void key(Place key, String path) {
            add(
                    key.isNothing() ? ValueOutcome.WRONG : ValueOutcome.OTHER_CLASS,
                    path + key.label() + " was a " + key.type() + ", is a String");
        }

        private static boolean isThrown(Place place) {
            return place.type().equals(Place.THROWN);
        }

        private static boolean isBlankField(Place place) {
            return place.label().startsWith(".")
                    && (place.isNothing()
                            || BLANKS.contains(place.text()) && place.parts().isEmpty());
        }

        private static ValueOutcome gravity(Weight weight) {
            return weight == Weight.ASPECT ? ValueOutcome.LOSSY : ValueOutcome.WRONG;
        }

        private void add(ValueOutcome outcome, String difference) {
            found.add(outcome, difference);
        }

        private static String shown(Place place) {
            return isThrown(place)
                    ? "throws " + place.text()
                    : place.isNothing() ? "null" : "a " + place.type() + " " + text(place);
        }

        private static String text(Place place) {
            String text = place.text().isEmpty() ? place.content() : place.text();
            return text.length() <= TEXT_SHOWN ? "'" + text + "'" : "'" + text.substring(0, TEXT_SHOWN) + "…'";
        }
    }
}
