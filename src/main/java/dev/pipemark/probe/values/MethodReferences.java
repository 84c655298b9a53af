package dev.pipemark.probe.values;

import dev.pipemark.probe.values.FunctionState.LooseTariff;
import dev.pipemark.probe.values.FunctionState.SerializableSupplier;
import dev.pipemark.probe.values.FunctionState.Tally;
import dev.pipemark.probe.values.FunctionState.Tariff;
import java.util.List;

/** Serializable method references. This class contains their source. */
public final class MethodReferences {
    private MethodReferences() {}

    public static int square(int n) {
        return n * n;
    }

    /** Returns the number of parts and the first part. */
    public static String describe(String... parts) {
        return parts.length + ":" + parts[0];
    }

    public static <T> List<T> pair(T item) {
        return List.of(item, item);
    }

    public static SerializableFunction<Integer, Integer> staticMethod() {
        return MethodReferences::square;
    }

    public static SerializableFunction<Integer, Integer> bound(Tariff tariff) {
        return tariff::charge;
    }

    /** Serializable by its interface, but bound to an object that is not. */
    public static SerializableFunction<Integer, Integer> bound(LooseTariff tariff) {
        return tariff::charge;
    }

    public static SerializableFunction<String, String> bound(String text) {
        return text::concat;
    }

    public static SerializableFunction<String, Integer> unbound() {
        return String::length;
    }

    public static SerializableFunction<Integer, Tally> constructor() {
        return Tally::new;
    }

    public static SerializableFunction<Integer, int[]> arrayConstructor() {
        return int[]::new;
    }

    /** The compiler creates a lambda for this one. */
    public static SerializableFunction<String, String> varargs() {
        return MethodReferences::describe;
    }

    public static SerializableFunction<String, List<String>> generic() {
        return MethodReferences::<String>pair;
    }

    public static SerializableSupplier<String> supplier(String text) {
        return text::strip;
    }
}
