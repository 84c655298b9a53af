package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.FunctionState.Casual;
import dev.pipemark.probe.values.FunctionState.LooseTariff;
import dev.pipemark.probe.values.FunctionState.SerializableSupplier;
import dev.pipemark.probe.values.FunctionState.Tally;
import dev.pipemark.probe.values.FunctionState.Tariff;
import java.util.List;
import java.util.stream.Stream;

/** Serializable method references. */
final class MethodReferenceValues {
    private MethodReferenceValues() {}

    static List<Value<?>> values() {
        return Stream.of(toNumbers(), toText(), toObjects())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> Value<T> value(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.FUNCTIONS, summary, shape, maker);
    }

    private static Shape<SerializableFunction<Integer, Integer>> numbers(Class<?>... classes) {
        return Shape.of(new TypeOf<SerializableFunction<Integer, Integer>>() {}, classes);
    }

    private static Shape<SerializableFunction<String, String>> texts(Class<?>... classes) {
        return Shape.of(new TypeOf<SerializableFunction<String, String>>() {}, classes);
    }

    private static List<Value<?>> toNumbers() {
        return List.of(
                value(
                                "method-reference-static",
                                "MethodReferences::square, Serializable",
                                numbers(MethodReferences.class),
                                MethodReferences::staticMethod)
                        .asks("f(3)", f -> f.apply(3)),
                value(
                                "method-reference-bound",
                                "tariff::charge, Serializable, on a Serializable object",
                                numbers(MethodReferences.class, Tariff.class),
                                () -> MethodReferences.bound(new Tariff(50)))
                        .asks("f(3)", f -> f.apply(3)),
                value(
                                "method-reference-bound-not-serializable",
                                "tariff::charge, Serializable, on an object that is not",
                                numbers(MethodReferences.class, LooseTariff.class),
                                () -> MethodReferences.bound(new LooseTariff(50)))
                        .asks("f(3)", f -> f.apply(3)),
                value(
                                "method-reference-private",
                                "this::doubled, a private method; Serializable",
                                numbers(Tariff.class),
                                () -> new Tariff(50).privateMethod())
                        .asks("f(3)", f -> f.apply(3)),
                value(
                                "method-reference-unbound",
                                "String::length, Serializable",
                                Shape.of(
                                        new TypeOf<SerializableFunction<String, Integer>>() {}, MethodReferences.class),
                                MethodReferences::unbound)
                        .asks("f(\"four\")", f -> f.apply("four")));
    }

    private static List<Value<?>> toText() {
        return List.of(
                value(
                                "method-reference-bound-string",
                                "\"ab\"::concat, Serializable",
                                texts(MethodReferences.class, String.class),
                                () -> MethodReferences.bound("ab"))
                        .asks("f(\"cd\")", f -> f.apply("cd")),
                value(
                                "method-reference-bound-supplier",
                                "\" ab \"::strip as a Serializable Supplier",
                                Shape.of(
                                        new TypeOf<SerializableSupplier<String>>() {},
                                        MethodReferences.class,
                                        String.class),
                                () -> MethodReferences.supplier(" ab "))
                        .asks("get()", SerializableSupplier::get),
                value(
                                "method-reference-super",
                                "super::greet, Serializable, of an overridden method",
                                texts(Casual.class, String.class),
                                () -> new Casual("Dr").formerGreeting())
                        .asks("f(\"Ada\")", f -> f.apply("Ada")),
                value(
                                "method-reference-varargs",
                                "a String... method as a function of one String, Serializable",
                                texts(MethodReferences.class),
                                MethodReferences::varargs)
                        .asks("f(\"a\")", f -> f.apply("a")));
    }

    private static List<Value<?>> toObjects() {
        return List.of(
                value(
                                "method-reference-constructor",
                                "Tally::new, Serializable",
                                Shape.of(new TypeOf<SerializableFunction<Integer, Tally>>() {}, MethodReferences.class),
                                MethodReferences::constructor)
                        .asks("f(3).getTotal()", f -> f.apply(3).getTotal()),
                value(
                                "method-reference-array-constructor",
                                "int[]::new, Serializable",
                                Shape.of(new TypeOf<SerializableFunction<Integer, int[]>>() {}, MethodReferences.class),
                                MethodReferences::arrayConstructor)
                        .asks("f(3)", f -> f.apply(3)),
                value(
                                "method-reference-generic",
                                "MethodReferences::<String>pair, Serializable",
                                Shape.of(
                                        new TypeOf<SerializableFunction<String, List<String>>>() {},
                                        MethodReferences.class),
                                MethodReferences::generic)
                        .asks("f(\"a\")", f -> f.apply("a")));
    }
}
