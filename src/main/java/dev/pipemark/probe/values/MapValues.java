package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.Group.COLLECTIONS;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.ContainerTypes.Colour;
import dev.pipemark.probe.values.ContainerTypes.Point;
import dev.pipemark.probe.values.ContainerTypes.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hash maps, by their content. */
final class MapValues {
    private MapValues() {}

    static List<Value<?>> values() {
        return Stream.of(keys(), contents()).flatMap(List::stream).toList();
    }

    private static List<Value<?>> keys() {
        return List.of(
                hashMap(
                        "hash-map",
                        "HashMap<String, Integer>",
                        String.class,
                        new TypeOf<Map<String, Integer>>() {},
                        () -> new HashMap<>(Map.of("a", 1, "b", 2))),
                hashMap(
                        "hash-map-integer-keys",
                        "HashMap<Integer, Integer>",
                        Integer.class,
                        new TypeOf<Map<Integer, Integer>>() {},
                        () -> new HashMap<>(Map.of(1, 10, -2, 20))),
                hashMap(
                        "hash-map-enum-keys",
                        "HashMap, an enum's constants as keys",
                        Colour.class,
                        new TypeOf<Map<Colour, Integer>>() {},
                        () -> new HashMap<>(Map.of(Colour.RED, 1, Colour.BLUE, 2))),
                hashMap(
                        "hash-map-record-keys",
                        "HashMap, records as keys",
                        Point.class,
                        new TypeOf<Map<Point, Integer>>() {},
                        () -> new HashMap<>(Map.of(new Point(1, 2), 1, new Point(3, 4), 2))),
                Value.of(
                        "hash-map-list-keys",
                        COLLECTIONS,
                        "HashMap, lists as keys",
                        Shape.of(
                                new TypeOf<Map<List<String>, Integer>>() {},
                                HashMap.class,
                                ArrayList.class,
                                String.class,
                                Integer.class),
                        MapValues::byLists),
                hashMap(
                        "hash-map-null-key",
                        "HashMap with a null key",
                        String.class,
                        new TypeOf<Map<String, Integer>>() {},
                        MapValues::withNullKey));
    }

    private static List<Value<?>> contents() {
        return List.of(
                hashMap(
                        "hash-map-null-value",
                        "HashMap with a null value",
                        String.class,
                        new TypeOf<Map<String, Integer>>() {},
                        MapValues::withNullValue),
                Value.of(
                        "map-string-object",
                        COLLECTIONS,
                        "Map<String, Object> of Integer, Long, Double, Float, nested",
                        Shape.of(
                                new TypeOf<Map<String, Object>>() {},
                                HashMap.class,
                                ArrayList.class,
                                String.class,
                                Integer.class,
                                Long.class,
                                Double.class,
                                Float.class),
                        MapValues::mixed),
                Value.of(
                                "map-containing-itself",
                                COLLECTIONS,
                                "map.put(\"self\", map)",
                                Shape.of(new TypeOf<Map<String, Object>>() {}, HashMap.class, String.class),
                                MapValues::containingItself)
                        .byAnswers()
                        .asks("size()", Map::size)
                        .asks("map.get(\"self\") == map", map -> map.get("self") == map),
                Value.of(
                        "hash-map-subclass",
                        COLLECTIONS,
                        "class Settings extends HashMap<String, String>, with a field",
                        Shape.of(Settings.class, String.class),
                        MapValues::settings));
    }

    private static <K> Value<Map<K, Integer>> hashMap(
            String id,
            String summary,
            Class<?> key,
            TypeOf<Map<K, Integer>> type,
            Value.Plain<? extends Map<K, Integer>> maker) {
        return Value.of(id, COLLECTIONS, summary, Shape.of(type, HashMap.class, key, Integer.class), maker);
    }

    private static Map<@Nullable String, Integer> withNullKey() {
        Map<@Nullable String, Integer> map = new HashMap<>();
        map.put("a", 1);
        map.put(null, 2);
        return map;
    }

    private static Map<String, @Nullable Integer> withNullValue() {
        Map<String, @Nullable Integer> map = new HashMap<>();
        map.put("a", 1);
        map.put("b", null);
        return map;
    }

    private static Map<List<String>, Integer> byLists() {
        Map<List<String>, Integer> map = new HashMap<>();
        map.put(new ArrayList<>(List.of("a", "b")), 1);
        map.put(new ArrayList<>(), 2);
        return map;
    }

    /** Integers that fit an int and fractions that fit a float: only the class distinguishes them. */
    private static Map<String, Object> mixed() {
        Map<String, Object> map = new HashMap<>();
        map.put("int", 7);
        map.put("long", 7L);
        map.put("double", 7.0);
        map.put("float", 0.5f);
        map.put("map", new HashMap<>(Map.of("long", 8L)));
        map.put("list", new ArrayList<>(List.of(9, 9L)));
        return map;
    }

    private static Map<String, Object> containingItself() {
        Map<String, Object> map = new HashMap<>();
        map.put("self", map);
        return map;
    }

    private static Settings settings() {
        Settings settings = new Settings();
        settings.setVersion(3);
        settings.put("host", "localhost");
        settings.put("port", "80");
        return settings;
    }
}
