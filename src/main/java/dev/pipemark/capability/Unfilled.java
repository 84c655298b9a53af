package dev.pipemark.capability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field that holds nothing in any of some values.
 *
 * @param path to the first one: {@code order.lines[0].lock}
 * @param owner the class of the object that has the field, which may have inherited it
 * @param field its name
 * @param empty whether there is a collection, an array or a map without elements, and not {@code null}
 */
public record Unfilled(String path, String owner, String field, boolean empty) {
    /** Those of all values, in the order in which they are met. */
    static List<Unfilled> in(Collection<Place> values) {
        Map<String, Seen> fields = new LinkedHashMap<>();
        values.forEach(value -> look(value, value.label(), fields));
        List<Unfilled> unfilled = new ArrayList<>();
        fields.values().stream().filter(seen -> !seen.filled).forEach(seen -> unfilled.add(seen.first));
        return unfilled;
    }

    private static final class Seen {
        final Unfilled first;
        boolean filled;

        Seen(Unfilled first) {
            this.first = first;
        }
    }

    private static void look(Place place, String path, Map<String, Seen> fields) {
        boolean object = !place.isMap() && !place.isNothing();
        for (Place part : place.parts()) {
            if (object && part.label().startsWith(".") && !place.type().startsWith("java.")) {
                boolean empty = isContainer(part.type())
                        && part.text().isEmpty()
                        && part.parts().stream()
                                .allMatch(inside -> inside.label().startsWith("("));
                Seen seen = fields.computeIfAbsent(
                        place.type() + part.label(),
                        key -> new Seen(new Unfilled(
                                path + part.label(), place.type(), part.label().substring(1), empty)));
                seen.filled |= !part.isNothing() && !empty || !part.sameAs().isEmpty();
            }
            look(part, path + part.label(), fields);
        }
    }

    private static boolean isContainer(String type) {
        return type.endsWith("[]")
                || type.startsWith("java.util.")
                        && type.matches(".*(List|Set|Map|Queue|Deque|Vector|ListN|SetN|MapN|12)");
    }
}
