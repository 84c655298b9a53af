package dev.pipemark.probe.values;

import dev.pipemark.probe.values.FunctionState.LooseTariff;
import dev.pipemark.probe.values.FunctionState.SerializableSupplier;
import dev.pipemark.probe.values.FunctionState.Tally;
import dev.pipemark.probe.values.FunctionState.Tariff;
import java.util.List;

/** Method references that say they can travel: this class is the one whose source they are written in. */
public final class MethodReferences {
    private MethodReferences() {}

    public static int square(int n) {
        return n * n;
    }

    /** How many there are, and the first. */
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

    /** Its interface says that it can travel; the object that it is bound to does not. */
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

    /** The compiler has to write a lambda for this one. */
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
