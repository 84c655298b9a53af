package dev.pipemark.capability.languages;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.Group;
import dev.pipemark.probe.values.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Maps whose keys are not texts, or become equal when they are written as texts. */
final class KeyValues {
    private KeyValues() {}

    static List<Value<?>> values() {
        return List.of(
                map(
                        "map-long-keys",
                        "Long keys beyond 2^53",
                        new TypeOf<Map<Long, String>>() {},
                        Long.class,
                        () -> of((1L << 53) + 1, Long.MIN_VALUE)),
                map(
                        "map-boolean-keys",
                        "true and false as keys",
                        new TypeOf<Map<Boolean, String>>() {},
                        Boolean.class,
                        () -> of(true, false)),
                map(
                        "map-double-keys",
                        "0.1 and 2.0 as keys",
                        new TypeOf<Map<Double, String>>() {},
                        Double.class,
                        () -> of(0.1, 2.0)),
                map(
                        "map-bytes-keys",
                        "byte arrays as keys",
                        new TypeOf<Map<byte[], String>>() {},
                        byte[].class,
                        () -> of(new byte[] {1, 2}, new byte[] {-1})),
                map(
                        "map-awkward-text-keys",
                        "\"\" and \"a.b\" as keys",
                        new TypeOf<Map<String, String>>() {},
                        String.class,
                        () -> of("", "a.b")),
                map(
                        "map-keys-equal-as-text",
                        "1 and \"1\" as keys",
                        new TypeOf<Map<Object, String>>() {},
                        Integer.class,
                        () -> KeyValues.<Object>of(1, "1")));
    }

    private static <K> Value<Map<K, String>> map(
            String id, String summary, TypeOf<Map<K, String>> type, Class<?> key, Value.Plain<Map<K, String>> maker) {
        return Value.of(id, Group.COLLECTIONS, summary, Shape.of(type, HashMap.class, key, String.class), maker);
    }

    private static <K> Map<K, String> of(K first, K second) {
        Map<K, String> map = new HashMap<>();
        map.put(first, "first");
        map.put(second, "second");
        return map;
    }
}
