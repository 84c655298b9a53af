package dev.pipemark.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.model.Task;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInPayloadsTest {
    private static final int SEEDS = 64;

    /** One value of each type that payloads have. */
    private static final Map<Type, Object> VALUES = new LinkedHashMap<>();

    static {
        payloads().forEach(payload -> VALUES.put(payload.shape().type(), payload.create(5)));
    }

    static List<Payload<?>> payloads() {
        return new BuiltInPayloads().payloads();
    }

    /** Would catch a provider that is not registered, an id that is taken or malformed, and a family left out. */
    @Test
    void the_catalog_finds_all_of_them() {
        Catalog catalog = Catalog.load(getClass().getClassLoader());

        assertThat(catalog.broken()).isEmpty();
        assertThat(catalog.payloads())
                .extracting(Payload::id)
                .containsAll(payloads().stream().<String>map(Payload::id).toList());
        assertThat(payloads()).extracting(Payload::id).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        Map<Family, Integer> count = new TreeMap<>();
        payloads().forEach(payload -> count.merge(payload.family(), 1, Integer::sum));
        assertThat(count)
                .isEqualTo(Map.of(
                        Family.PRIMITIVES, 9,
                        Family.CONTAINERS, 13,
                        Family.INSTANCES, 8,
                        Family.FUNCTIONS, 7,
                        Family.BYTES, 4));
    }

    /** Would catch an equality that looks at identity, and one that is content with too little. */
    @ParameterizedTest
    @MethodSource("payloads")
    <T> void same_takes_the_equal_and_nothing_else(Payload<T> payload) {
        T sent = payload.create(5);

        assertThat(payload.same(sent, payload.create(5))).isTrue();
        assertThat(payload.same(sent, null)).isFalse();
        assertThat(payload.same(sent, new Object())).isFalse();
        assertThat(payload.same(sent, List.of(sent))).isFalse();
        VALUES.forEach((type, value) -> {
            if (!type.equals(payload.shape().type())) {
                assertThat(payload.same(sent, value)).as(type.toString()).isFalse();
            }
        });
        long refused = LongStream.range(6, 20)
                .filter(seed -> !payload.same(sent, payload.create(seed)))
                .count();
        if (room(payload) > 2) {
            assertThat(refused).isEqualTo(14);
        } else if (room(payload) == 2) {
            assertThat(refused).isBetween(1L, 13L);
        }
    }

    /** Would catch a ring of values that are all one value: codecs that track references would look faster than they are. */
    @ParameterizedTest
    @MethodSource("payloads")
    <T> void distinct_seeds_make_distinct_values_where_there_is_room(Payload<T> payload) {
        Set<String> values = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            values.add(Description.digest(payload.create(seed)));
        }

        assertThat(values).hasSize(Math.min(SEEDS, room(payload)));
    }

    /** How many distinct values the type has. */
    private static int room(Payload<?> payload) {
        return switch (payload.id()) {
            case "static-method-reference", "lambda" -> 1;
            case "boolean" -> 2;
            default -> Integer.MAX_VALUE;
        };
    }

    /**
     * Would catch a shape that leaves out a class which occurs (codecs that register classes fail on it) or lists one that
     * does not. Classes of functions are held by {@link FunctionsTest}.
     */
    @ParameterizedTest
    @MethodSource("payloads")
    <T> void shapes_list_the_classes_that_occur(Payload<T> payload) {
        if (payload.shape().type() == Task.class) {
            return;
        }
        Set<Class<?>> met = new LinkedHashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            T value = payload.create(seed);
            met.addAll(Description.classesIn(value));
            assertThat(payload.shape().rawType().isInstance(value)).isTrue();
        }
        assertThat(payload.shape().classes()).containsExactlyInAnyOrderElementsOf(met);
    }
}
