package dev.pipemark.probe.values;

import dev.pipemark.probe.values.FunctionState.CountedJob;
import dev.pipemark.probe.values.FunctionState.Tally;
import dev.pipemark.probe.values.FunctionState.Tariff;
import java.io.Serializable;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The source of the functions that are not serializable, as most programs write them. */
public final class PlainLambdas {
    private final int base;

    private PlainLambdas(int base) {
        this.base = base;
    }

    /** A checked exception without further content. */
    public static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message);
        }
    }

    public static Function<Integer, Integer> capturingNothing() {
        return n -> n + 1;
    }

    public static Function<Integer, String> capturing(int times, String text) {
        return n -> text.repeat(times * n);
    }

    public static Function<Integer, Integer> capturing(Tally tally) {
        return n -> tally.add(n);
    }

    /** Captures an instance of this class, which is not serializable either. */
    public static Function<Integer, Integer> capturingThis(int base) {
        return new PlainLambdas(base).adding();
    }

    private Function<Integer, Integer> adding() {
        return n -> base + n;
    }

    public static Function<Integer, Integer> staticMethod() {
        return MethodReferences::square;
    }

    public static Function<Integer, Integer> bound(Tariff tariff) {
        return tariff::charge;
    }

    public static Function<String, Integer> unbound() {
        return String::length;
    }

    public static Function<Integer, Integer> anonymous(int offset) {
        return new Function<>() {
            @Override
            public Integer apply(Integer n) {
                return n + offset;
            }
        };
    }

    public static IntUnaryOperator primitive() {
        return n -> 3 * n;
    }

    public static BiFunction<String, Integer, String> binary() {
        return (text, n) -> text.repeat(n);
    }

    public static Supplier<Supplier<String>> nested(String text) {
        return () -> () -> text;
    }

    /** Returns a job that counts its calls. */
    public static CountedJob countedJob() {
        AtomicInteger runs = new AtomicInteger(5);
        return new CountedJob(() -> runs.incrementAndGet(), runs);
    }

    /** Serializable. The question is the exception that it throws. */
    public static Callable<String> throwing(String reason) {
        return (Callable<String> & Serializable) () -> {
            throw new Unavailable(reason);
        };
    }

    public static Function<Integer, Integer> composed() {
        Function<Integer, Integer> twice = n -> 2 * n;
        return twice.andThen(n -> n + 1);
    }

    /** A cast in the JDK makes the comparator serializable, but its key extractor is not. */
    public static Comparator<String> byLength() {
        return Comparator.comparing(String::length);
    }

    /** With a serializable key extractor, the comparator is serializable. */
    public static Comparator<String> byLengthSerializable() {
        return Comparator.comparing((Function<String, Integer> & Serializable) String::length);
    }

    public static Predicate<String> notBlank() {
        return Predicate.not(String::isBlank);
    }

    public static Predicate<String> shortAndNotBlank() {
        Predicate<String> shorter = text -> text.length() < 5;
        return shorter.and(notBlank());
    }
}
