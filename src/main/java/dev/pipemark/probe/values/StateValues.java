package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values with a state: optionals, atomics, builders, generators. */
final class StateValues {
    private StateValues() {}

    static List<Value<?>> values() {
        return Stream.of(optionals(), atomics(), collected(), BufferValues.values(), generators())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> Value<T> state(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.JDK, summary, shape, maker);
    }

    private static List<Value<?>> optionals() {
        return List.of(
                state(
                        "optional-present",
                        "Optional.of(\"pipe\")",
                        Shape.of(new TypeOf<Optional<String>>() {}, Optional.class, String.class),
                        () -> Optional.of("pipe")),
                state(
                        "optional-empty",
                        "Optional.empty()",
                        Shape.of(new TypeOf<Optional<String>>() {}, Optional.class, String.class),
                        () -> Optional.empty()),
                state(
                        "optional-in-record",
                        "a Serializable record that holds an Optional",
                        Shape.of(JdkHolders.Profile.class, Optional.class, String.class),
                        () -> new JdkHolders.Profile("Ada", Optional.of("ace"))),
                state("optional-int", "OptionalInt.of(7)", Shape.of(OptionalInt.class), () -> OptionalInt.of(7)),
                state(
                        "optional-double",
                        "OptionalDouble.of(0.1)",
                        Shape.of(OptionalDouble.class),
                        () -> OptionalDouble.of(0.1)));
    }

    private static List<Value<?>> atomics() {
        return List.of(
                state(
                        "atomic-integer",
                        "new AtomicInteger(7)",
                        Shape.of(AtomicInteger.class),
                        () -> new AtomicInteger(7)),
                state(
                        "atomic-long",
                        "new AtomicLong(1L << 40)",
                        Shape.of(AtomicLong.class),
                        () -> new AtomicLong(1L << 40)),
                state(
                        "atomic-boolean",
                        "new AtomicBoolean(true)",
                        Shape.of(AtomicBoolean.class),
                        () -> new AtomicBoolean(true)),
                state(
                        "atomic-reference",
                        "an AtomicReference that holds an ArrayList",
                        Shape.of(
                                new TypeOf<AtomicReference<List<String>>>() {},
                                AtomicReference.class,
                                ArrayList.class,
                                String.class),
                        () -> new AtomicReference<>(new ArrayList<>(List.of("a", "b")))),
                state(
                        "atomic-integer-array",
                        "new AtomicIntegerArray({1, 2, 3})",
                        Shape.of(AtomicIntegerArray.class),
                        () -> new AtomicIntegerArray(new int[] {1, 2, 3})),
                state("long-adder", "a LongAdder at 42", Shape.of(LongAdder.class), StateValues::longAdder));
    }

    private static List<Value<?>> collected() {
        return List.of(
                state("bit-set", "a BitSet of 0, 63, 64, 200", Shape.of(BitSet.class), StateValues::bitSet),
                state(
                        "string-builder",
                        "new StringBuilder(\"pipe\")",
                        Shape.of(StringBuilder.class),
                        StateValues::stringBuilder),
                state(
                        "string-buffer",
                        "new StringBuffer(\"pipe\")",
                        Shape.of(StringBuffer.class),
                        StateValues::stringBuffer),
                state("string-joiner", "a StringJoiner of two", Shape.of(StringJoiner.class), StateValues::joiner)
                        .asks("add(\"c\")", joiner -> joiner.add("c").toString()),
                state(
                                "double-summary-statistics",
                                "a DoubleSummaryStatistics of 0.5, 2, 8",
                                Shape.of(DoubleSummaryStatistics.class),
                                StateValues::statistics)
                        .byAnswers()
                        .asks("getCount()", DoubleSummaryStatistics::getCount)
                        .asks("getSum()", DoubleSummaryStatistics::getSum)
                        .asks("getMin()", DoubleSummaryStatistics::getMin)
                        .asks("getMax()", DoubleSummaryStatistics::getMax));
    }

    private static List<Value<?>> generators() {
        return List.of(
                state("random", "new Random(42) that has drawn", Shape.of(Random.class), StateValues::random)
                        .byAnswers()
                        .asks("nextGaussian()", Random::nextGaussian)
                        .asks("nextInt() three times", random -> draws(random::nextInt)),
                state(
                                "splittable-random",
                                "new SplittableRandom(42)",
                                Shape.of(SplittableRandom.class),
                                () -> new SplittableRandom(42))
                        .byAnswers()
                        .asks("nextInt() three times", random -> draws(random::nextInt)),
                state("secure-random", "new SecureRandom()", Shape.of(SecureRandom.class), () -> new SecureRandom())
                        .byAnswers()
                        .asks("draws", random -> random.nextInt(10) < 10));
    }

    private static LongAdder longAdder() {
        LongAdder adder = new LongAdder();
        adder.add(40);
        adder.add(2);
        return adder;
    }

    private static BitSet bitSet() {
        BitSet bits = new BitSet();
        IntStream.of(0, 63, 64, 200).forEach(bits::set);
        return bits;
    }

    private static StringBuilder stringBuilder() {
        return new StringBuilder("pipe");
    }

    @SuppressWarnings("JdkObsolete") // old programs still send them
    private static StringBuffer stringBuffer() {
        return new StringBuffer("pipe");
    }

    private static StringJoiner joiner() {
        StringJoiner joiner = new StringJoiner(", ", "[", "]");
        joiner.add("a");
        joiner.add("b");
        return joiner;
    }

    private static DoubleSummaryStatistics statistics() {
        DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
        statistics.accept(0.5);
        statistics.accept(2);
        statistics.accept(8);
        return statistics;
    }

    /** Gaussians are created in pairs: the second is stored and belongs to the state. */
    private static Random random() {
        Random random = new Random(42);
        random.nextGaussian();
        return random;
    }

    private static List<Integer> draws(IntSupplier next) {
        return List.of(next.getAsInt(), next.getAsInt(), next.getAsInt());
    }
}
