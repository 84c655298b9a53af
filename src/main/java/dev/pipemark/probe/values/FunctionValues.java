package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.FunctionState.CountedJob;
import dev.pipemark.probe.values.FunctionState.Factor;
import dev.pipemark.probe.values.FunctionState.LooseTariff;
import dev.pipemark.probe.values.FunctionState.Pricing;
import dev.pipemark.probe.values.FunctionState.Tally;
import dev.pipemark.probe.values.FunctionState.Tariff;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Functions in each form that Java offers. This class has the serializable lambdas.
 *
 * <p>Shapes list the class that contains a lambda and the classes it captures, because a codec that registers classes
 * must know both.
 */
final class FunctionValues {
    private FunctionValues() {}

    static List<Value<?>> values() {
        return Stream.of(
                        capturing(),
                        capturingObjects(),
                        capturingThis(),
                        casts(),
                        made(),
                        MethodReferenceValues.values(),
                        PlainFunctionValues.values())
                .flatMap(List::stream)
                .toList();
    }

    /** A function of integers. The question is its value at 3. */
    private static Value<SerializableFunction<Integer, Integer>> numbers(
            String id, String summary, Value.Plain<SerializableFunction<Integer, Integer>> maker, Class<?>... classes) {
        Shape<SerializableFunction<Integer, Integer>> shape =
                Shape.of(new TypeOf<SerializableFunction<Integer, Integer>>() {}, classes);
        return Value.of(id, Group.FUNCTIONS, summary, shape, maker).asks("f(3)", f -> f.apply(3));
    }

    private static List<Value<?>> capturing() {
        return List.of(
                numbers(
                        "lambda-capturing-nothing",
                        "n -> n + 1, Serializable",
                        SerializableLambdas::capturingNothing,
                        SerializableLambdas.class),
                numbers(
                        "lambda-capturing-int",
                        "n -> n + offset, Serializable",
                        () -> SerializableLambdas.capturing(40),
                        SerializableLambdas.class,
                        Integer.class),
                Value.of(
                                "lambda-capturing-string",
                                Group.FUNCTIONS,
                                "text -> prefix + text, Serializable",
                                Shape.of(
                                        new TypeOf<SerializableFunction<String, String>>() {},
                                        SerializableLambdas.class,
                                        String.class),
                                () -> SerializableLambdas.capturing("pre-"))
                        .asks("f(\"fix\")", f -> f.apply("fix")),
                numbers(
                        "lambda-capturing-array",
                        "n -> table[n], Serializable",
                        () -> SerializableLambdas.capturing(new int[] {1, 2, 4, 8}),
                        SerializableLambdas.class,
                        int[].class),
                numbers(
                        "lambda-capturing-lambda",
                        "n -> 10 * inner.apply(n), both Serializable",
                        () -> SerializableLambdas.capturing(SerializableLambdas.capturing(7)),
                        SerializableLambdas.class,
                        Integer.class));
    }

    private static List<Value<?>> capturingObjects() {
        return List.of(
                // Asked twice: the second answer shows whether the captured object still changes.
                numbers(
                                "lambda-capturing-mutable-object",
                                "n -> tally.add(n), Serializable, after some calls",
                                () -> SerializableLambdas.capturing(new Tally(100)),
                                SerializableLambdas.class,
                                Tally.class)
                        .asks("f(3) again", f -> f.apply(3)),
                Value.of(
                                "lambda-capturing-record",
                                Group.FUNCTIONS,
                                "n -> n * factor.by() + factor.unit(), Serializable",
                                Shape.of(
                                        new TypeOf<SerializableFunction<Integer, String>>() {},
                                        SerializableLambdas.class,
                                        Factor.class,
                                        String.class),
                                () -> SerializableLambdas.capturing(new Factor(4, "kg")))
                        .asks("f(3)", f -> f.apply(3)),
                Value.of(
                                "lambda-capturing-plain-supplier",
                                Group.FUNCTIONS,
                                "a Serializable lambda that captures a Supplier which is not",
                                Shape.of(
                                        new TypeOf<SerializableFunction<Integer, String>>() {},
                                        SerializableLambdas.class,
                                        FunctionValues.class),
                                () -> SerializableLambdas.capturing(() -> "ho"))
                        .asks("f(3)", f -> f.apply(3)));
    }

    private static List<Value<?>> capturingThis() {
        return List.of(
                numbers(
                        "lambda-capturing-this",
                        "hours -> rate * hours, with the field of a Serializable this",
                        () -> new Tariff(50).lambda(),
                        Tariff.class),
                numbers(
                        "lambda-capturing-this-not-serializable",
                        "hours -> rate * hours, Serializable, with the field of a this that is not",
                        () -> new LooseTariff(50).lambda(),
                        LooseTariff.class),
                Value.of(
                                "lambda-calling-itself",
                                Group.FUNCTIONS,
                                "an object with a lambda field that calls itself through this",
                                Shape.of(FunctionState.Factorial.class),
                                FunctionState.Factorial::new)
                        .asks("of(5)", factorial -> factorial.of(5)));
    }

    private static List<Value<?>> casts() {
        return List.of(
                Value.of(
                                "lambda-intersection-cast",
                                Group.FUNCTIONS,
                                "(IntUnaryOperator & Serializable) n -> n - offset",
                                Shape.of(IntUnaryOperator.class, SerializableLambdas.class, Integer.class),
                                () -> SerializableLambdas.intersection(10))
                        .asks("f(3)", f -> f.applyAsInt(3)),
                Value.of(
                                "runnable-serializable",
                                Group.FUNCTIONS,
                                "(Runnable & Serializable) beside the counter that it counts in",
                                Shape.of(CountedJob.class, SerializableLambdas.class, AtomicInteger.class),
                                SerializableLambdas::countedJob)
                        .asks("runs after run()", FunctionValues::runsAfterRun),
                Value.of(
                                "lambda-with-marker-interface",
                                Group.FUNCTIONS,
                                "(Supplier<String> & Idempotent & Serializable) () -> text",
                                Shape.of(new TypeOf<Supplier<String>>() {}, SerializableLambdas.class, String.class),
                                () -> SerializableLambdas.marked("tagged"))
                        .asks("get()", Supplier::get)
                        .asks("instanceof Idempotent", f -> f instanceof FunctionState.Idempotent),
                Value.of(
                                "lambda-of-own-interface",
                                Group.FUNCTIONS,
                                "a lambda of a user's functional interface that extends Serializable",
                                Shape.of(Pricing.class, SerializableLambdas.class, Long.class),
                                () -> SerializableLambdas.pricing(250))
                        .asks("price(3, \"tea\")", f -> f.price(3, "tea")));
    }

    /** Shows whether the job still increments the counter that was sent with it. */
    static int runsAfterRun(CountedJob counted) {
        counted.job().run();
        return counted.runs().get();
    }

    private static List<Value<?>> made() {
        return List.of(
                numbers(
                        "lambda-made-in-lambda",
                        "the inner one of a -> b -> 10 * a + b",
                        () -> SerializableLambdas.curried().apply(4),
                        SerializableLambdas.class,
                        Integer.class),
                Value.of(
                                "supplier-of-supplier",
                                Group.FUNCTIONS,
                                "Supplier<Supplier<String>>, both Serializable",
                                Shape.of(
                                        new TypeOf<FunctionState.SerializableSupplier<Supplier<String>>>() {},
                                        SerializableLambdas.class,
                                        String.class),
                                () -> SerializableLambdas.nested("deep"))
                        .asks("get().get()", f -> f.get().get()),
                Value.of(
                                "function-and-then",
                                Group.FUNCTIONS,
                                "f.andThen(g), f and g Serializable",
                                Shape.of(
                                        new TypeOf<Function<Integer, Integer>>() {},
                                        SerializableLambdas.class,
                                        Function.class),
                                SerializableLambdas::composed)
                        .asks("f(3)", f -> f.apply(3)),
                Value.of(
                                "list-with-one-lambda-twice",
                                Group.FUNCTIONS,
                                "[f, f]",
                                Shape.of(
                                        new TypeOf<List<SerializableFunction<Integer, Integer>>>() {},
                                        ArrayList.class,
                                        SerializableLambdas.class,
                                        Integer.class),
                                () -> SerializableLambdas.twins(5))
                        .asks("get(1).apply(3)", list -> list.get(1).apply(3))
                        .notes("get(0) == get(1)", list -> list.get(0) == list.get(1)),
                numbers(
                        "anonymous-class-function",
                        "an anonymous class that implements a Serializable function and captures an int",
                        () -> SerializableLambdas.anonymous(40),
                        SerializableLambdas.class,
                        SerializableLambdas.anonymous(0).getClass(),
                        Integer.class));
    }
}
