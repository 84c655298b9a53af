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

    /** Catches a provider that is not registered, an id that is duplicate or malformed, and a missing family. */
    @Test
    void catalogFindsAllPayloads() {
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

    /** Catches a comparison that uses identity, and one that ignores differences. */
    @ParameterizedTest
    @MethodSource("payloads")
    <T> void sameAcceptsOnlyEqualValues(Payload<T> payload) {
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

    /** Catches a ring of equal values, which would make codecs that track references look too fast. */
    @ParameterizedTest
    @MethodSource("payloads")
    <T> void distinctSeedsGiveDistinctValues(Payload<T> payload) {
        Set<String> values = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            values.add(Description.digest(payload.create(seed)));
        }

        assertThat(values).hasSize(Math.min(SEEDS, room(payload)));
    }

    /** Returns the number of distinct values of the type. */
    private static int room(Payload<?> payload) {
        return switch (payload.id()) {
            case "static-method-reference", "lambda" -> 1;
            case "boolean" -> 2;
            default -> Integer.MAX_VALUE;
        };
    }

    /**
     * Catches a shape that omits an occurring class, on which codecs with registration fail, and a shape that lists a
     * class that does not occur. {@link FunctionsTest} checks the classes of functions.
     */
    @ParameterizedTest
    @MethodSource("payloads")
    <T> void shapesListOccurringClasses(Payload<T> payload) {
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
