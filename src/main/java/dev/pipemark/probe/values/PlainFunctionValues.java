package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.FunctionState.CountedJob;
import dev.pipemark.probe.values.FunctionState.Tally;
import dev.pipemark.probe.values.FunctionState.Tariff;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Functions that are not serializable, as most programs write them. */
final class PlainFunctionValues {
    private PlainFunctionValues() {}

    static List<Value<?>> values() {
        return Stream.of(lambdas(), references(), interfaces(), NamedFunctionValues.values())
                .flatMap(List::stream)
                .toList();
    }

    /** A function of integers. The question is its value at 3. */
    private static Value<Function<Integer, Integer>> numbers(
            String id, String summary, Value.Plain<Function<Integer, Integer>> maker, Class<?>... classes) {
        Shape<Function<Integer, Integer>> shape = Shape.of(new TypeOf<Function<Integer, Integer>>() {}, classes);
        return Value.of(id, Group.FUNCTIONS, summary, shape, maker).asks("f(3)", f -> f.apply(3));
    }

    private static List<Value<?>> lambdas() {
        return List.of(
                numbers(
                        "plain-lambda-capturing-nothing",
                        "Function: n -> n + 1",
                        PlainLambdas::capturingNothing,
                        PlainLambdas.class),
                Value.of(
                                "plain-lambda-capturing-values",
                                Group.FUNCTIONS,
                                "Function: n -> text.repeat(times * n)",
                                Shape.of(
                                        new TypeOf<Function<Integer, String>>() {},
                                        PlainLambdas.class,
                                        Integer.class,
                                        String.class),
                                () -> PlainLambdas.capturing(2, "ab"))
                        .asks("f(3)", f -> f.apply(3)),
                // Asked twice: the second answer shows whether the captured object still changes.
                numbers(
                                "plain-lambda-capturing-mutable-object",
                                "Function: n -> tally.add(n)",
                                () -> PlainLambdas.capturing(new Tally(100)),
                                PlainLambdas.class,
                                Tally.class)
                        .asks("f(3) again", f -> f.apply(3)),
                numbers(
                        "plain-lambda-capturing-this",
                        "Function: n -> base + n, with the field of a this that is not Serializable",
                        () -> PlainLambdas.capturingThis(40),
                        PlainLambdas.class),
                numbers(
                        "plain-anonymous-class-function",
                        "an anonymous class that implements Function and captures an int",
                        () -> PlainLambdas.anonymous(40),
                        PlainLambdas.anonymous(0).getClass(),
                        Integer.class));
    }

    private static List<Value<?>> references() {
        return List.of(
                numbers(
                        "plain-method-reference-static",
                        "Function: MethodReferences::square",
                        PlainLambdas::staticMethod,
                        PlainLambdas.class),
                numbers(
                        "plain-method-reference-bound",
                        "Function: tariff::charge, on a Serializable object",
                        () -> PlainLambdas.bound(new Tariff(50)),
                        PlainLambdas.class,
                        Tariff.class),
                Value.of(
                                "plain-method-reference-unbound",
                                Group.FUNCTIONS,
                                "Function: String::length",
                                Shape.of(new TypeOf<Function<String, Integer>>() {}, PlainLambdas.class),
                                PlainLambdas::unbound)
                        .asks("f(\"four\")", f -> f.apply("four")),
                Value.of(
                                "comparator-comparing",
                                Group.FUNCTIONS,
                                "Comparator.comparing(String::length)",
                                Shape.of(new TypeOf<Comparator<String>>() {}, PlainLambdas.class, Comparator.class),
                                PlainLambdas::byLength)
                        .asks("compare(\"aaa\", \"bb\")", c -> c.compare("aaa", "bb")));
    }

    private static List<Value<?>> interfaces() {
        return List.of(
                Value.of(
                                "plain-bi-function",
                                Group.FUNCTIONS,
                                "BiFunction: (text, n) -> text.repeat(n)",
                                Shape.of(new TypeOf<BiFunction<String, Integer, String>>() {}, PlainLambdas.class),
                                PlainLambdas::binary)
                        .asks("f(\"ab\", 3)", f -> f.apply("ab", 3)),
                Value.of(
                                "plain-int-unary-operator",
                                Group.FUNCTIONS,
                                "IntUnaryOperator: n -> 3 * n",
                                Shape.of(IntUnaryOperator.class, PlainLambdas.class),
                                PlainLambdas::primitive)
                        .asks("f(3)", f -> f.applyAsInt(3)),
                Value.of(
                                "plain-supplier-of-supplier",
                                Group.FUNCTIONS,
                                "Supplier<Supplier<String>>: () -> () -> text",
                                Shape.of(new TypeOf<Supplier<Supplier<String>>>() {}, PlainLambdas.class, String.class),
                                () -> PlainLambdas.nested("deep"))
                        .asks("get().get()", f -> f.get().get()),
                Value.of(
                                "plain-runnable",
                                Group.FUNCTIONS,
                                "a Runnable beside the counter that it counts in",
                                Shape.of(CountedJob.class, PlainLambdas.class, AtomicInteger.class),
                                PlainLambdas::countedJob)
                        .asks("runs after run()", FunctionValues::runsAfterRun),
                numbers(
                        "plain-function-and-then",
                        "f.andThen(g), f and g not Serializable",
                        PlainLambdas::composed,
                        PlainLambdas.class,
                        Function.class));
    }
}
