package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Shape;
import dev.pipemark.probe.values.Group;
import dev.pipemark.probe.values.Value;
import dev.pipemark.record.ValueOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches a difference that is missed or classified wrongly. The whole matrix relies on this. */
final class ArrivalTest {
    /** A typical user class with private state. */
    static class Person {
        private final String name;
        private int age;
        private transient int visits;
        private @Nullable Object friend;

        Person(String name, int age) {
            this.name = name;
            this.age = age;
        }

        Person visited(int times) {
            visits = times;
            return this;
        }

        Person with(@Nullable Object other) {
            friend = other;
            return this;
        }

        Person aged(int years) {
            age = years;
            return this;
        }

        String greeting() {
            return name + age + visits + friend;
        }
    }

    /** The same fields in a class of another name. */
    static final class Citizen extends Person {
        Citizen(String name, int age) {
            super(name, age);
        }
    }

    /** A map as a library has them: with fields of its own. */
    static final class Table extends AbstractMap<String, Integer> {
        private final List<Map.Entry<String, Integer>> cells;
        private final int a;

        Table(Map<String, Integer> content) {
            cells = new ArrayList<>(content.entrySet());
            a = cells.size();
        }

        @Override
        public Set<Map.Entry<String, Integer>> entrySet() {
            return new LinkedHashSet<>(cells);
        }

        int count() {
            return a;
        }
    }

    /** A user's own list, with a field. */
    static final class Titled extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        private final String title;

        Titled(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final Value<Object> ANYTHING =
            Value.of("anything", Group.CLASSES, "", Shape.of(Object.class), Object::new);

    static Stream<Arguments> pairs() {
        List<Object> twice = new ArrayList<>();
        List<Object> apart = new ArrayList<>();
        Person one = new Person("Ada", 36);
        twice.add(one);
        twice.add(one);
        apart.add(new Person("Ada", 36));
        apart.add(new Person("Ada", 36));
        Person loop = new Person("Ada", 36);
        loop.with(loop);
        Map<Integer, String> byNumber = new HashMap<>(Map.of(1, "a", 2, "b"));
        Map<String, String> byText = new HashMap<>(Map.of("1", "a", "2", "b"));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", "Ada");
        fields.put("age", 36);
        Map<String, Integer> inserted = new LinkedHashMap<>();
        inserted.put("b", 1);
        inserted.put("a", 2);
        return Stream.of(
                pair(ValueOutcome.EXACT, "", one, new Person("Ada", 36)),
                pair(ValueOutcome.EXACT, "", twice, twice),
                pair(ValueOutcome.EXACT, "", new int[] {1, 2}, new int[] {1, 2}),
                pair(ValueOutcome.EXACT, "", new HashSet<>(List.of("x", "y")), new HashSet<>(List.of("y", "x"))),
                pair(ValueOutcome.EXACT, "", Double.NaN, Double.NaN),
                pair(ValueOutcome.OTHER_CLASS, "ArrayList", new ArrayList<>(List.of(1)), new LinkedList<>(List.of(1))),
                pair(ValueOutcome.OTHER_CLASS, "java.lang.Long", List.of(1L), List.of(1)),
                pair(ValueOutcome.OTHER_CLASS, "java.util.LinkedHashMap", new Person("Ada", 36), fields),
                pair(ValueOutcome.OTHER_CLASS, "Citizen", one, new Citizen("Ada", 36)),
                pair(ValueOutcome.OTHER_CLASS, "(key).1 was a java.lang.Integer", byNumber, byText),
                pair(ValueOutcome.WRONG, "key", keyed(null), keyed("null")),
                pair(ValueOutcome.OTHER_CLASS, "int[]", new int[] {1}, List.of(1)),
                pair(ValueOutcome.LOSSY, "order", inserted, new HashMap<>(inserted)),
                pair(ValueOutcome.OTHER_CLASS, "Table", new HashMap<>(inserted), new Table(inserted)),
                pair(ValueOutcome.OTHER_CLASS, "Table", inserted, new Table(inserted)),
                pair(ValueOutcome.LOSSY, "order", inserted, new Table(new TreeMap<>(inserted))),
                pair(
                        ValueOutcome.WRONG,
                        ".c was not there",
                        new HashMap<>(inserted),
                        new Table(Map.of("b", 1, "a", 2, "c", 3))),
                pair(ValueOutcome.LOSSY, ".title is missing", new Titled("x"), new ArrayList<>()),
                pair(ValueOutcome.WRONG, ".title was 'x', is 'y'", new Titled("x"), new Titled("y")),
                pair(ValueOutcome.LOSSY, "scale", new BigDecimal("1.10"), new BigDecimal("1.1")),
                pair(ValueOutcome.LOSSY, ".friend is null", new Person("Ada", 36).with("Bob"), new Person("Ada", 36)),
                pair(ValueOutcome.LOSSY, ".age was '36', is '0'", one, new Person("Ada", 0)),
                pair(ValueOutcome.LOSSY, ".visits", new Person("Ada", 36).visited(3), new Person("Ada", 36)),
                pair(ValueOutcome.LOSSY, "same object", twice, apart),
                pair(ValueOutcome.LOSSY, ".friend is null", loop, new Person("Ada", 36)),
                pair(ValueOutcome.WRONG, "same object", apart, twice),
                pair(ValueOutcome.WRONG, "is '37'", one, new Person("Ada", 37)),
                pair(ValueOutcome.WRONG, "nothing arrived", one, null),
                pair(ValueOutcome.WRONG, "[0]", new int[] {5}, new int[] {0}),
                pair(ValueOutcome.WRONG, "was not there", List.of(1), List.of(1, 2)),
                pair(ValueOutcome.WRONG, "-0.0", -0.0, 0.0),
                pair(ValueOutcome.WRONG, "ud800", "\ud800", "?"),
                pair(ValueOutcome.WRONG, "SHA-256", numbers(5_000, 0), numbers(5_000, 1)),
                pair(
                        ValueOutcome.OTHER_CLASS,
                        "java.util.LinkedHashSet",
                        new TreeSet<>(List.of(1)),
                        new LinkedHashSet<>(List.of(1))),
                pair(ValueOutcome.LOSSY, "order", new TreeMap<>(inserted), new HashMap<>(inserted)),
                pair(ValueOutcome.LOSSY, "[1] is missing", Arrays.asList(1, 2), List.of(1)),
                pair(ValueOutcome.LOSSY, "[1] is missing", Arrays.asList(1, null), Arrays.asList(1)),
                pair(ValueOutcome.LOSSY, ".null is missing", keyed("null"), new HashMap<>()),
                pair(ValueOutcome.LOSSY, ".a is missing", new HashMap<>(Map.of("a", 0)), new HashMap<>()),
                pair(ValueOutcome.WRONG, ".a was '17', is '0'", Map.of("a", 17), Map.of("a", 0)),
                pair(ValueOutcome.WRONG, "is '37'", twice, List.of(one, new Person("Ada", 37))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void differenceGivesOutcomeAndDetail(ValueOutcome outcome, String detail, Object sent, @Nullable Object arrived) {
        Arrival arrival = Arrival.of(described(sent), described(arrived));
        assertThat(arrival.outcome()).as(arrival.detail()).isEqualTo(outcome);
        assertThat(arrival.detail()).contains(detail);
    }

    /** Catches a function that is accepted by its class: only its results count. */
    @Test
    void functionIsComparedByItsResults() {
        Value<IntUnaryOperator> function = Value.<IntUnaryOperator>of(
                        "f", Group.FUNCTIONS, "", Shape.of(IntUnaryOperator.class), () -> x -> x + 1)
                .asks("f(3)", f -> f.applyAsInt(3))
                .notes("toString", f -> "beside the point");
        Place sent = Describer.describe(function, (IntUnaryOperator) x -> x + 1);
        assertThat(Arrival.of(sent, Describer.describe(function, (IntUnaryOperator) x -> 1 + x)))
                .isEqualTo(new Arrival(ValueOutcome.EXACT, ""));
        Arrival other = Arrival.of(sent, Describer.describe(function, (IntUnaryOperator) x -> x - 3));
        assertThat(other.outcome()).isEqualTo(ValueOutcome.WRONG);
        assertThat(other.detail()).isEqualTo("f(3) was '4', is '0'");
        Arrival thrown = Arrival.of(sent, Describer.describe(function, (IntUnaryOperator) x -> x / 0));
        assertThat(thrown).isEqualTo(new Arrival(ValueOutcome.LOSSY, "f(3) was '4', throws ArithmeticException"));
    }

    /** Catches a description that changes on its way from the worker. */
    @Test
    void descriptionRoundTripsThroughPipe() throws Exception {
        Place place = described(List.of(new Person("Ada\ud800", 36).with(Map.of("k", 1.5)), new int[3]));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        place.write(new DataOutputStream(bytes));
        assertThat(Place.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(place);
    }

    private static Arguments pair(ValueOutcome outcome, String detail, Object sent, @Nullable Object arrived) {
        return Arguments.of(outcome, detail, sent, arrived);
    }

    private static Place described(@Nullable Object value) {
        return Describer.describe(ANYTHING, value);
    }

    private static Map<String, Integer> keyed(@Nullable String key) {
        Map<String, Integer> map = new HashMap<>();
        map.put(key, 1);
        return map;
    }

    private static List<Integer> numbers(int count, int last) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i + 1 == count ? last : i);
        }
        return numbers;
    }
}
