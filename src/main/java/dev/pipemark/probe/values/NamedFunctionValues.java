package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Functions with a name: those of the JDK, and user classes. */
final class NamedFunctionValues {
    private NamedFunctionValues() {}

    static List<Value<?>> values() {
        return Stream.of(ofTheJdk(), comparators(), classes())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> Value<T> value(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.FUNCTIONS, summary, shape, maker);
    }

    private static List<Value<?>> ofTheJdk() {
        return List.of(
                value(
                                "function-identity",
                                "Function.identity()",
                                Shape.of(new TypeOf<Function<String, String>>() {}, Function.class),
                                Function::identity)
                        .asks("f(\"same\")", f -> f.apply("same")),
                value(
                                "predicate-not",
                                "Predicate.not(String::isBlank)",
                                Shape.of(new TypeOf<Predicate<String>>() {}, PlainLambdas.class, Predicate.class),
                                PlainLambdas::notBlank)
                        .asks("test(\" \")", p -> p.test(" "))
                        .asks("test(\"a\")", p -> p.test("a")),
                value(
                                "predicate-and",
                                "shorter.and(notBlank)",
                                Shape.of(new TypeOf<Predicate<String>>() {}, PlainLambdas.class, Predicate.class),
                                PlainLambdas::shortAndNotBlank)
                        .asks("test(\"four\")", p -> p.test("four"))
                        .asks("test(\"seven\")", p -> p.test("seven"))
                        .asks("test(\" \")", p -> p.test(" ")));
    }

    /** A comparator of the JDK. The question is the order it gives. */
    private static Value<Comparator<String>> comparator(
            String id, String summary, Value.Plain<Comparator<String>> maker, Class<?>... classes) {
        return value(id, summary, Shape.of(new TypeOf<Comparator<String>>() {}, classes), maker)
                .asks("the order of b, A, ccc, B", NamedFunctionValues::ordered);
    }

    private static List<String> ordered(Comparator<String> comparator) {
        List<String> words = new ArrayList<>(List.of("b", "A", "ccc", "B"));
        words.sort(comparator);
        return words;
    }

    private static List<Value<?>> comparators() {
        Comparator<String> natural = Comparator.naturalOrder();
        Comparator<String> reverse = Comparator.reverseOrder();
        return List.of(
                comparator("comparator-natural-order", "Comparator.naturalOrder()", () -> natural, natural.getClass()),
                comparator("comparator-reverse-order", "Comparator.reverseOrder()", () -> reverse, reverse.getClass()),
                comparator(
                                "comparator-nulls-first",
                                "Comparator.nullsFirst(Comparator.naturalOrder())",
                                () -> Comparator.nullsFirst(natural),
                                Comparator.nullsFirst(natural).getClass(),
                                natural.getClass())
                        .asks("compare(null, \"a\")", c -> c.compare(null, "a")),
                comparator(
                        "comparator-case-insensitive",
                        "String.CASE_INSENSITIVE_ORDER",
                        () -> String.CASE_INSENSITIVE_ORDER,
                        String.CASE_INSENSITIVE_ORDER.getClass()),
                comparator(
                        "comparator-comparing-serializable",
                        "Comparator.comparing((Function<String, Integer> & Serializable) String::length)",
                        PlainLambdas::byLengthSerializable,
                        PlainLambdas.class,
                        Comparator.class));
    }

    private static List<Value<?>> classes() {
        return List.of(
                value(
                                "task-class",
                                "a top-level class implementing Callable and Serializable, with fields",
                                Shape.of(
                                        new TypeOf<Callable<Integer>>() {},
                                        CountWords.class,
                                        ArrayList.class,
                                        String.class),
                                () -> new CountWords("a", List.of("a", "b", "a")))
                        .asks("call()", Callable::call),
                value(
                                "callable-that-throws",
                                "a Serializable Callable that throws a user's checked exception",
                                Shape.of(new TypeOf<Callable<String>>() {}, PlainLambdas.class, String.class),
                                () -> PlainLambdas.throwing("closed on Sundays"))
                        .asks("call()", Callable::call),
                value(
                                "enum-function",
                                "an enum constant that implements IntBinaryOperator",
                                Shape.of(IntBinaryOperator.class, FunctionClasses.Operation.class),
                                () -> FunctionClasses.Operation.TIMES)
                        .asks("f(3, 4)", f -> f.applyAsInt(3, 4)),
                value(
                                "record-function",
                                "a record that implements a Serializable function",
                                Shape.of(
                                        new TypeOf<SerializableFunction<Integer, Integer>>() {},
                                        FunctionClasses.Line.class),
                                () -> new FunctionClasses.Line(2, 10))
                        .asks("f(3)", f -> f.apply(3)),
                value(
                                "plain-function-class",
                                "a static nested class that implements Function, not Serializable",
                                Shape.of(new TypeOf<Function<Integer, Integer>>() {}, FunctionClasses.LooseLine.class),
                                () -> new FunctionClasses.LooseLine(2, 10))
                        .asks("f(3)", f -> f.apply(3)),
                value(
                                "memoizing-function",
                                "a function that has a map of known results and counts its misses",
                                Shape.of(
                                        FunctionClasses.Memo.class,
                                        FunctionClasses.class,
                                        HashMap.class,
                                        Integer.class,
                                        Long.class),
                                NamedFunctionValues::memo)
                        .asks("f(4)", memo -> memo.apply(4))
                        .asks("misses() after f(4)", FunctionClasses.Memo::misses)
                        .asks("f(5)", memo -> memo.apply(5))
                        .asks("misses() after f(5)", FunctionClasses.Memo::misses));
    }

    /** A cache that contains its value at 4. */
    private static FunctionClasses.Memo memo() {
        FunctionClasses.Memo memo = FunctionClasses.Memo.ofCubes();
        memo.apply(4);
        return memo;
    }
}
