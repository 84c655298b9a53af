package dev.pipemark.payloads;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.model.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Arrays, lists, sets, maps and a tuple, in the mutable JDK classes that programs use most. */
final class Containers {
    private static final int MANY = 1000;

    private Containers() {}

    static List<Payload<?>> all() {
        return List.of(
                container("int-array-1000", Shape.of(int[].class), random -> ints(random, MANY)),
                container("double-array-1000", Shape.of(double[].class), Containers::doubles),
                integers(10),
                integers(100),
                integers(1000),
                integers(10_000),
                container(
                        "list-string-1000",
                        Shape.of(new TypeOf<List<String>>() {}, ArrayList.class, String.class),
                        random -> fill(new ArrayList<>(MANY), () -> word(random))),
                container(
                        "map-string-integer-1000",
                        Shape.of(new TypeOf<Map<String, Integer>>() {}, HashMap.class, String.class, Integer.class),
                        random -> map(() -> word(random), random::magnitude)),
                container(
                        "map-integer-string-1000",
                        Shape.of(new TypeOf<Map<Integer, String>>() {}, HashMap.class, Integer.class, String.class),
                        random -> map(() -> random.below(1_000_000), () -> word(random))),
                container(
                        "set-string-1000",
                        Shape.of(new TypeOf<Set<String>>() {}, HashSet.class, String.class),
                        random -> fill(new HashSet<>(), () -> word(random))),
                container("tuple", Shape.of(Tuple.class, String.class), Containers::tuple),
                container("int-matrix-100", Shape.of(int[][].class, int[].class), Containers::matrix),
                container(
                        "document",
                        Shape.of(
                                new TypeOf<Map<String, Object>>() {},
                                LinkedHashMap.class,
                                ArrayList.class,
                                String.class,
                                Integer.class,
                                Double.class,
                                Boolean.class),
                        Containers::document));
    }

    private static <T> Payload<T> container(String id, Shape<T> shape, Function<SplitMix64, T> generator) {
        return Data.of(Family.CONTAINERS, id, shape, generator);
    }

    private static Payload<List<Integer>> integers(int size) {
        return container(
                "list-integer-" + size,
                Shape.of(new TypeOf<List<Integer>>() {}, ArrayList.class, Integer.class),
                random -> {
                    List<Integer> list = new ArrayList<>(size);
                    for (int i = 0; i < size; i++) {
                        list.add(random.magnitude());
                    }
                    return list;
                });
    }

    private static int[] ints(SplitMix64 random, int length) {
        int[] array = new int[length];
        for (int i = 0; i < length; i++) {
            array[i] = random.magnitude();
        }
        return array;
    }

    /** Uses all 53 bits of precision, so that a text format cannot shorten the numbers. */
    private static double[] doubles(SplitMix64 random) {
        double[] array = new double[MANY];
        for (int i = 0; i < MANY; i++) {
            array[i] = (random.unit() - 0.5) * 2000;
        }
        return array;
    }

    private static int[][] matrix(SplitMix64 random) {
        int[][] rows = new int[100][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = ints(random, 100);
        }
        return rows;
    }

    private static Tuple tuple(SplitMix64 random) {
        return new Tuple(random.magnitude(), word(random), random.unit());
    }

    /** Maps and lists, three levels deep. A self-describing format can distinguish the types of all leaves. */
    private static Map<String, Object> document(SplitMix64 random) {
        List<Object> sections = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<String, Object> section = new LinkedHashMap<>();
            section.put("heading", Text.name(random, 5, 15));
            section.put("page", random.between(1, 400));
            section.put("weight", fraction(random));
            section.put("tags", tags(random));
            sections.add(section);
        }
        Map<String, Object> author = new LinkedHashMap<>();
        author.put("name", Text.name(random, 5, 12));
        author.put("active", random.chance(2));
        author.put("rating", fraction(random));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", Text.ascii(random, 20, 40));
        document.put("revision", random.between(1, 100_000));
        document.put("published", random.chance(2));
        document.put("score", fraction(random));
        document.put("author", author);
        document.put("sections", sections);
        return document;
    }

    private static List<Object> tags(SplitMix64 random) {
        List<Object> tags = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tags.add(Text.ascii(random, 4, 10));
        }
        return tags;
    }

    /** Never returns a whole number. Some formats write a whole double as an integer and cannot restore its type. */
    private static double fraction(SplitMix64 random) {
        return (2 * random.below(1_000_000) + 1) / 16.0;
    }

    private static String word(SplitMix64 random) {
        return Text.ascii(random, 5, 20);
    }

    private static <C extends Collection<String>> C fill(C collection, Supplier<String> element) {
        while (collection.size() < MANY) {
            collection.add(element.get());
        }
        return collection;
    }

    private static <K, V> Map<K, V> map(Supplier<K> key, Supplier<V> value) {
        Map<K, V> map = new HashMap<>();
        while (map.size() < MANY) {
            map.put(key.get(), value.get());
        }
        return map;
    }
}
