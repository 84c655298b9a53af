package dev.pipemark.capability.languages;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.Group;
import dev.pipemark.probe.values.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Empty, mixed, long and deep containers, and values of nothing. */
final class ContainerValues {
    private static final int MANY = 1000;
    private static final int DEEP = 100;

    private ContainerValues() {}

    static List<Value<?>> nothing() {
        return List.of(
                Value.of("boolean-false", Group.SCALARS, "false", Shape.of(Boolean.class), () -> false),
                Value.of(
                        "list-of-nothing",
                        Group.COLLECTIONS,
                        "List<Object> of null, \"\", an empty list and an empty map",
                        Shape.of(new TypeOf<List<Object>>() {}, ArrayList.class, HashMap.class, String.class),
                        ContainerValues::ofNothing));
    }

    static List<Value<?>> values() {
        return List.of(
                Value.of(
                        "map-empty",
                        Group.COLLECTIONS,
                        "new HashMap<>()",
                        Shape.of(new TypeOf<Map<String, Integer>>() {}, HashMap.class, String.class, Integer.class),
                        HashMap::new),
                Value.of(
                        "list-mixed",
                        Group.COLLECTIONS,
                        "List<Object> of 1, \"a\" and true: a tuple",
                        Shape.of(
                                new TypeOf<List<Object>>() {},
                                ArrayList.class,
                                Integer.class,
                                String.class,
                                Boolean.class),
                        () -> new ArrayList<>(List.of(1, "a", true))),
                Value.of(
                        "list-integers-1000",
                        Group.COLLECTIONS,
                        "a List<Integer> of 1,000",
                        Shape.of(new TypeOf<List<Integer>>() {}, ArrayList.class, Integer.class),
                        ContainerValues::integers),
                Value.of(
                        "nested-lists-100",
                        Group.GRAPHS,
                        "a List in a List, 100 deep",
                        Shape.of(new TypeOf<List<Object>>() {}, ArrayList.class, String.class),
                        ContainerValues::nestedLists),
                Value.of(
                        "nested-maps-100",
                        Group.GRAPHS,
                        "a Map in a Map, 100 deep",
                        Shape.of(new TypeOf<Map<String, Object>>() {}, HashMap.class, String.class),
                        ContainerValues::nestedMaps));
    }

    private static List<Object> ofNothing() {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(null);
        list.add("");
        list.add(new ArrayList<>());
        list.add(new HashMap<>());
        return list;
    }

    private static List<Integer> integers() {
        return new ArrayList<>(IntStream.range(0, MANY).map(i -> i * i).boxed().toList());
    }

    private static List<Object> nestedLists() {
        List<Object> list = new ArrayList<>(List.of("core"));
        for (int i = 1; i < DEEP; i++) {
            list = new ArrayList<>(List.of(list));
        }
        return list;
    }

    private static Map<String, Object> nestedMaps() {
        Map<String, Object> map = new HashMap<>(Map.of("in", "core"));
        for (int i = 1; i < DEEP; i++) {
            map = new HashMap<>(Map.of("in", map));
        }
        return map;
    }
}
