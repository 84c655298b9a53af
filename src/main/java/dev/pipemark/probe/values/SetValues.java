package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.Group.COLLECTIONS;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.ContainerTypes.Colour;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Sets: by hash, by order of insertion, sorted in several ways, of enums. */
final class SetValues {
    private SetValues() {}

    static List<Value<?>> values() {
        return Stream.of(hashed(), sorted()).flatMap(List::stream).toList();
    }

    private static List<Value<?>> hashed() {
        return List.of(
                strings("hash-set", "HashSet", HashSet.class, () -> new HashSet<>(List.of("a", "b", "c"))),
                strings(
                        "linked-hash-set",
                        "LinkedHashSet",
                        LinkedHashSet.class,
                        () -> new LinkedHashSet<>(List.of("c", "a", "b"))),
                strings("set-of", "Set.of(a, b, c)", Set.of("a", "b", "c").getClass(), () -> Set.of("a", "b", "c")),
                Value.of(
                        "set-from-map",
                        COLLECTIONS,
                        "Collections.newSetFromMap(new ConcurrentHashMap<>())",
                        Shape.of(
                                new TypeOf<Set<String>>() {},
                                Collections.newSetFromMap(new ConcurrentHashMap<>())
                                        .getClass(),
                                ConcurrentHashMap.class,
                                String.class,
                                Boolean.class),
                        SetValues::fromMap),
                Value.of(
                        "enum-set",
                        COLLECTIONS,
                        "EnumSet.of(...)",
                        Shape.of(
                                new TypeOf<Set<Colour>>() {},
                                EnumSet.of(Colour.RED, Colour.BLUE).getClass(),
                                Colour.class),
                        () -> EnumSet.of(Colour.RED, Colour.BLUE)));
    }

    private static List<Value<?>> sorted() {
        return List.of(
                Value.of(
                        "tree-set",
                        COLLECTIONS,
                        "TreeSet",
                        Shape.of(new TypeOf<SortedSet<String>>() {}, TreeSet.class, String.class),
                        () -> new TreeSet<>(List.of("c", "a", "b"))),
                compared(
                        "tree-set-case-insensitive",
                        "TreeSet(String.CASE_INSENSITIVE_ORDER)",
                        String.CASE_INSENSITIVE_ORDER,
                        TreeSet.class,
                        String.class,
                        String.CASE_INSENSITIVE_ORDER.getClass()),
                compared(
                        "tree-set-reverse-order",
                        "TreeSet(Comparator.reverseOrder())",
                        Comparator.reverseOrder(),
                        TreeSet.class,
                        String.class,
                        Comparator.<String>reverseOrder().getClass()),
                compared(
                        "tree-set-lambda",
                        "TreeSet((a, b) -> ...), not serializable",
                        (a, b) -> b.compareTo(a),
                        TreeSet.class,
                        String.class),
                Value.of(
                                "tree-set-descending",
                                COLLECTIONS,
                                "treeSet.descendingSet()",
                                Shape.of(
                                        new TypeOf<NavigableSet<String>>() {},
                                        TreeSet.class,
                                        Comparator.<String>reverseOrder().getClass(),
                                        String.class),
                                () -> new TreeSet<>(List.of("a", "b")).descendingSet())
                        .asks("with \"aa\" added", set -> with(set, "aa")));
    }

    private static Value<Set<String>> strings(
            String id, String summary, Class<?> concrete, Value.Plain<? extends Set<String>> maker) {
        return Value.of(
                id, COLLECTIONS, summary, Shape.of(new TypeOf<Set<String>>() {}, concrete, String.class), maker);
    }

    /** Three words whose natural order differs, and two more to show whether the set continues in its order. */
    private static Value<SortedSet<String>> compared(
            String id, String summary, Comparator<String> order, Class<?>... classes) {
        return Value.of(id, COLLECTIONS, summary, Shape.of(new TypeOf<SortedSet<String>>() {}, classes), () -> {
                    SortedSet<String> set = new TreeSet<>(order);
                    Collections.addAll(set, "apple", "Banana", "cherry");
                    return set;
                })
                .asks("with \"APPLE\" and \"Blue\" added", set -> with(set, "APPLE", "Blue"));
    }

    private static Set<String> fromMap() {
        Set<String> set = Collections.newSetFromMap(new ConcurrentHashMap<>());
        Collections.addAll(set, "a", "b");
        return set;
    }

    /** Adds to a copy, which sorts like the set. */
    private static String with(SortedSet<String> set, String... more) {
        SortedSet<String> copy = new TreeSet<>(set);
        Collections.addAll(copy, more);
        return String.join(" ", copy);
    }
}
