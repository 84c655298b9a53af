package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.Group.COLLECTIONS;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.ContainerTypes.Colour;
import java.util.EnumMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Other map classes of the JDK, by their special behaviour. */
final class MapClassValues {
    private MapClassValues() {}

    static List<Value<?>> values() {
        return Stream.of(ordered(), concurrent(), special())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Value<?>> ordered() {
        return List.of(
                strings("linked-hash-map", "LinkedHashMap", LinkedHashMap.class, MapClassValues::byInsertion),
                strings(
                                "linked-hash-map-access-order",
                                "LinkedHashMap(16, 0.75f, true)",
                                LinkedHashMap.class,
                                MapClassValues::accessOrdered)
                        .notes("a get moves to the end", map -> map.get("a") + " leaves " + map.keySet()),
                Value.of(
                        "tree-map",
                        COLLECTIONS,
                        "TreeMap",
                        Shape.of(
                                new TypeOf<SortedMap<String, Integer>>() {},
                                TreeMap.class,
                                String.class,
                                Integer.class),
                        () -> new TreeMap<>(Map.of("b", 2, "a", 1))),
                Value.of(
                                "tree-map-comparator",
                                COLLECTIONS,
                                "TreeMap(String.CASE_INSENSITIVE_ORDER)",
                                Shape.of(
                                        new TypeOf<SortedMap<String, Integer>>() {},
                                        TreeMap.class,
                                        String.CASE_INSENSITIVE_ORDER.getClass(),
                                        String.class,
                                        Integer.class),
                                MapClassValues::caseInsensitive)
                        .asks("get(\"APPLE\")", map -> map.get("APPLE")),
                Value.of(
                        "concurrent-skip-list-map",
                        COLLECTIONS,
                        "ConcurrentSkipListMap",
                        Shape.of(
                                new TypeOf<ConcurrentNavigableMap<String, Integer>>() {},
                                ConcurrentSkipListMap.class,
                                String.class,
                                Integer.class),
                        () -> new ConcurrentSkipListMap<>(Map.of("b", 2, "a", 1))));
    }

    @SuppressWarnings("JdkObsolete") // programs still send Hashtable
    private static List<Value<?>> concurrent() {
        return List.of(
                Value.of(
                        "concurrent-hash-map",
                        COLLECTIONS,
                        "ConcurrentHashMap",
                        Shape.of(
                                new TypeOf<ConcurrentMap<String, Integer>>() {},
                                ConcurrentHashMap.class,
                                String.class,
                                Integer.class),
                        () -> new ConcurrentHashMap<>(Map.of("a", 1, "b", 2))),
                strings("hashtable", "Hashtable", Hashtable.class, () -> new Hashtable<>(Map.of("a", 1, "b", 2))),
                Value.of(
                                "properties-defaults",
                                COLLECTIONS,
                                "new Properties(defaults)",
                                Shape.of(Properties.class, Hashtable.class, String.class),
                                MapClassValues::withDefaults)
                        .asks("getProperty of a default", properties -> properties.getProperty("colour")));
    }

    private static List<Value<?>> special() {
        return List.of(
                Value.of(
                        "enum-map",
                        COLLECTIONS,
                        "EnumMap",
                        Shape.of(new TypeOf<Map<Colour, Integer>>() {}, EnumMap.class, Colour.class, Integer.class),
                        () -> new EnumMap<>(Map.of(Colour.BLUE, 3, Colour.RED, 1))),
                // Its keys are string constants, which are never collected. Other keys could be collected before the
                // description.
                Value.of(
                        "weak-hash-map",
                        COLLECTIONS,
                        "WeakHashMap",
                        Shape.of(new TypeOf<Map<Colour, Integer>>() {}, WeakHashMap.class, Colour.class, Integer.class),
                        () -> new WeakHashMap<>(Map.of(Colour.BLUE, 3, Colour.RED, 1))),
                strings(
                                "identity-hash-map",
                                "IdentityHashMap, two equal keys",
                                IdentityHashMap.class,
                                MapClassValues::byIdentity)
                        .asks("size()", Map::size));
    }

    private static Value<Map<String, Integer>> strings(
            String id, String summary, Class<?> concrete, Value.Plain<? extends Map<String, Integer>> maker) {
        return Value.of(
                id,
                COLLECTIONS,
                summary,
                Shape.of(new TypeOf<Map<String, Integer>>() {}, concrete, String.class, Integer.class),
                maker);
    }

    private static Map<String, Integer> byInsertion() {
        return filled(new LinkedHashMap<>());
    }

    private static Map<String, Integer> accessOrdered() {
        return filled(new LinkedHashMap<>(16, 0.75f, true));
    }

    /** Fills a map in an order that is not that of the keys and not that of their hash codes. */
    private static Map<String, Integer> filled(Map<String, Integer> map) {
        map.put("c", 3);
        map.put("a", 1);
        map.put("b", 2);
        return map;
    }

    private static SortedMap<String, Integer> caseInsensitive() {
        SortedMap<String, Integer> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        map.put("apple", 1);
        map.put("Banana", 2);
        return map;
    }

    private static Properties withDefaults() {
        Properties defaults = new Properties();
        defaults.setProperty("colour", "red");
        Properties properties = new Properties(defaults);
        properties.setProperty("size", "3");
        return properties;
    }

    private static IdentityHashMap<String, Integer> byIdentity() {
        IdentityHashMap<String, Integer> map = new IdentityHashMap<>();
        map.put("key", 1);
        map.put(String.valueOf(new char[] {'k', 'e', 'y'}), 2);
        return map;
    }
}
