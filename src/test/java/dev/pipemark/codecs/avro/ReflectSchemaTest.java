package dev.pipemark.codecs.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.EdgeValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches values that Avro's reflection would change without an error. */
class ReflectSchemaTest {
    public static class Base {
        public int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Base that && number == that.number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    public static final class Derived extends Base {
        public String text = "";
    }

    public static final class Counter extends java.util.concurrent.atomic.AtomicInteger {
        private static final long serialVersionUID = 1L;
    }

    public static final class NoDefault {
        public final int number;

        public NoDefault(int number) {
            this.number = number;
        }
    }

    /** Parts of plain values, and a part that refers to its own class. */
    public static final class Parts {
        public List<Base> bases = new ArrayList<>();
        public Map<Integer, String> names = new HashMap<>();
        public Base[] array = {};
        public java.time.Instant instant = java.time.Instant.EPOCH;
        public Optional<String> label = Optional.empty();
        public java.util.UUID id = new java.util.UUID(0, 0);
        public @Nullable Parts next;
    }

    record Refused(Shape<?> shape, String reason) {}

    static List<Refused> refused() {
        return List.of(
                new Refused(EdgeValues.ORDER, "is a record"),
                new Refused(Shape.of(new TypeOf<Map<String, Object>>() {}, HashMap.class), "has no fields"),
                new Refused(Shape.of(Number.class, Integer.class), "is abstract"),
                new Refused(Shape.of(new TypeOf<List<Comparable<?>>>() {}), "Comparable"),
                new Refused(Shape.of(new TypeOf<Optional<String>>() {}), "Optional only as a field"),
                new Refused(Shape.of(java.util.Random.class), "has fields of java.util.Random"),
                new Refused(Shape.of(Counter.class), "has fields of java.util.concurrent.atomic.AtomicInteger"),
                new Refused(Shape.of(Base.class, Derived.class), "subclass " + Derived.class.getName()),
                new Refused(Shape.of(NoDefault.class), "has no constructor without parameters"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shapeThatWouldChangeIsRefusedWithReason(Refused refused) {
        assertThatThrownBy(() -> new AvroReflectCodec().open(refused.shape))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining(refused.reason);
    }

    @Test
    void plainClassArrivesWithAllItsParts() throws Exception {
        Base base = new Base();
        base.number = -7;
        Parts parts = new Parts();
        parts.bases.add(base);
        parts.names.put(1, EdgeValues.UNICODE);
        parts.array = new Base[] {base};
        parts.instant = java.time.Instant.ofEpochSecond(-1, 999_999_999);
        parts.label = Optional.of("label");
        parts.id = new java.util.UUID(-5, 7);
        parts.next = new Parts();
        // Avro refuses an empty map with such keys in a field that may be null.
        parts.next.names.put(-1, "");

        Parts arrived = EdgeValues.roundTrip(
                new AvroReflectCodec().open(Shape.of(Parts.class, Base.class, ArrayList.class, HashMap.class)), parts);

        assertThat(arrived).usingRecursiveComparison().isEqualTo(parts);
        assertThat(Objects.requireNonNull(arrived.next).next).isNull();
    }
}
