package dev.pipemark.probe.values;

import dev.pipemark.probe.values.FunctionState.CountedJob;
import dev.pipemark.probe.values.FunctionState.Factor;
import dev.pipemark.probe.values.FunctionState.Idempotent;
import dev.pipemark.probe.values.FunctionState.Pricing;
import dev.pipemark.probe.values.FunctionState.SerializableSupplier;
import dev.pipemark.probe.values.FunctionState.Tally;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Serializable lambdas. This class contains their source. */
public final class SerializableLambdas {
    private SerializableLambdas() {}

    public static SerializableFunction<Integer, Integer> capturingNothing() {
        return n -> n + 1;
    }

    public static SerializableFunction<Integer, Integer> capturing(int offset) {
        return n -> n + offset;
    }

    public static SerializableFunction<String, String> capturing(String prefix) {
        return text -> prefix + text;
    }

    /** Changes its captured object. */
    public static SerializableFunction<Integer, Integer> capturing(Tally tally) {
        return n -> tally.add(n);
    }

    public static SerializableFunction<Integer, Integer> capturing(int[] table) {
        return n -> table[n];
    }

    public static SerializableFunction<Integer, Integer> capturing(SerializableFunction<Integer, Integer> inner) {
        return n -> 10 * inner.apply(n);
    }

    public static SerializableFunction<Integer, String> capturing(Factor factor) {
        return n -> n * factor.by() + factor.unit();
    }

    /** The type of the captured supplier is not serializable. */
    public static SerializableFunction<Integer, String> capturing(Supplier<String> supplier) {
        return n -> supplier.get().repeat(n);
    }

    /** A plain interface, made serializable by a cast. */
    public static IntUnaryOperator intersection(int offset) {
        return (IntUnaryOperator & Serializable) n -> n - offset;
    }

    /** Returns a job that counts its calls. */
    public static CountedJob countedJob() {
        AtomicInteger runs = new AtomicInteger(5);
        return new CountedJob((Runnable & Serializable) () -> runs.incrementAndGet(), runs);
    }

    public static Supplier<String> marked(String text) {
        return (Supplier<String> & Idempotent & Serializable) () -> text;
    }

    public static Pricing pricing(long each) {
        return (quantity, article) -> quantity * each + article.length();
    }

    /** Returns a function that creates functions. */
    public static SerializableFunction<Integer, SerializableFunction<Integer, Integer>> curried() {
        return a -> b -> 10 * a + b;
    }

    public static SerializableSupplier<Supplier<String>> nested(String text) {
        return () -> (Supplier<String> & Serializable) () -> text;
    }

    /** {@code andThen} is a method of the JDK. The type of its result is not serializable. */
    public static Function<Integer, Integer> composed() {
        SerializableFunction<Integer, Integer> twice = n -> 2 * n;
        SerializableFunction<Integer, Integer> plusOne = n -> n + 1;
        return twice.andThen(plusOne);
    }

    /** Returns one lambda twice. */
    public static List<SerializableFunction<Integer, Integer>> twins(int offset) {
        SerializableFunction<Integer, Integer> one = n -> n + offset;
        return new ArrayList<>(List.of(one, one));
    }

    /** An anonymous class instead of a lambda. It captures in the same way. */
    public static SerializableFunction<Integer, Integer> anonymous(int offset) {
        return new SerializableFunction<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Integer apply(Integer n) {
                return n + offset;
            }
        };
    }
}
