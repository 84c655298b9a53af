package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.Group.COLLECTIONS;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Maps of hidden classes from factories and wrappers, views of a map, and single entries. */
final class MapViewValues {
    private MapViewValues() {}

    static List<Value<?>> values() {
        return Stream.of(factories(), views(), entries()).flatMap(List::stream).toList();
    }

    private static List<Value<?>> factories() {
        return List.of(
                hidden("map-of-one", "Map.of(a, 1)", () -> Map.of("a", 1)),
                hidden("map-of", "Map.of(a, 1, b, 2)", () -> Map.of("a", 1, "b", 2)),
                hidden("map-copy-of", "Map.copyOf(hashMap)", () -> Map.copyOf(hashMap())),
                hidden(
                        "collections-singleton-map",
                        "Collections.singletonMap(a, 1)",
                        () -> Collections.singletonMap("a", 1)),
                hidden(
                                "unmodifiable-map",
                                "Collections.unmodifiableMap(hashMap)",
                                () -> Collections.unmodifiableMap(hashMap()))
                        .notes("put is refused", map -> CollectionValues.refuses(() -> map.put("z", 26))));
    }

    private static List<Value<?>> views() {
        return List.of(
                Value.of(
                        "hash-map-key-set",
                        COLLECTIONS,
                        "hashMap.keySet()",
                        Shape.of(
                                new TypeOf<Set<String>>() {},
                                hashMap().keySet().getClass(),
                                HashMap.class,
                                String.class,
                                Integer.class),
                        () -> hashMap().keySet()),
                Value.of(
                                "hash-map-values",
                                COLLECTIONS,
                                "hashMap.values()",
                                Shape.of(
                                        new TypeOf<Collection<Integer>>() {},
                                        hashMap().values().getClass(),
                                        HashMap.class,
                                        String.class,
                                        Integer.class),
                                () -> hashMap().values())
                        .asks("sorted", numbers -> numbers.stream().sorted().toList()),
                Value.of(
                        "hash-map-entry-set",
                        COLLECTIONS,
                        "hashMap.entrySet()",
                        Shape.of(
                                new TypeOf<Set<Map.Entry<String, Integer>>>() {},
                                hashMap().entrySet().getClass(),
                                hashMap().entrySet().iterator().next().getClass(),
                                HashMap.class,
                                String.class,
                                Integer.class),
                        () -> hashMap().entrySet()),
                Value.of(
                                "tree-map-descending",
                                COLLECTIONS,
                                "treeMap.descendingMap()",
                                Shape.of(
                                        new TypeOf<NavigableMap<String, Integer>>() {},
                                        new TreeMap<>(hashMap()).descendingMap().getClass(),
                                        TreeMap.class,
                                        String.class,
                                        Integer.class),
                                () -> new TreeMap<>(hashMap()).descendingMap())
                        .asks("its first key, with zz added", map -> {
                            map.put("zz", 0);
                            return map.firstKey();
                        }));
    }

    private static List<Value<?>> entries() {
        return List.of(
                entry(
                        "simple-entry",
                        "new AbstractMap.SimpleEntry<>(a, 1)",
                        () -> new AbstractMap.SimpleEntry<>("a", 1)),
                entry("map-entry", "Map.entry(a, 1)", () -> Map.entry("a", 1)));
    }

    /** A map whose class cannot be named in source code. The shape takes the class from the object. */
    private static Value<Map<String, Integer>> hidden(String id, String summary, Supplier<Map<String, Integer>> maker) {
        return Value.of(
                id,
                COLLECTIONS,
                summary,
                Shape.of(
                        new TypeOf<Map<String, Integer>>() {},
                        maker.get().getClass(),
                        HashMap.class,
                        String.class,
                        Integer.class),
                maker::get);
    }

    private static Value<Map.Entry<String, Integer>> entry(
            String id, String summary, Supplier<Map.Entry<String, Integer>> maker) {
        return Value.of(
                        id,
                        COLLECTIONS,
                        summary,
                        Shape.of(
                                new TypeOf<Map.Entry<String, Integer>>() {},
                                maker.get().getClass(),
                                String.class,
                                Integer.class),
                        maker::get)
                .asks("getKey()", Map.Entry::getKey)
                .asks("getValue()", Map.Entry::getValue);
    }

    private static Map<String, Integer> hashMap() {
        return new HashMap<>(Map.of("a", 1, "b", 2));
    }
}
