package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Records, enums and sealed types. */
final class RecordValues {
    private RecordValues() {}

    static List<Value<?>> values() {
        return Stream.of(records(), holders(), enums(), sealedTypes())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> Value<T> kind(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.RECORDS, summary, shape, maker);
    }

    private static List<Value<?>> records() {
        return List.of(
                kind(
                        "record-plain",
                        "record Point(int x, int y)",
                        Shape.of(RecordKinds.Point.class),
                        () -> new RecordKinds.Point(3, -4)),
                kind(
                        "record-compact-constructor",
                        "a record whose constructor refuses its components' defaults",
                        Shape.of(RecordKinds.Span.class),
                        () -> new RecordKinds.Span(2, 5)),
                kind("record-empty", "record Nothing()", Shape.of(RecordKinds.Nothing.class), RecordKinds.Nothing::new),
                kind(
                        "record-not-serializable",
                        "a record that does not implement Serializable",
                        Shape.of(RecordKinds.Unmarked.class, String.class),
                        () -> new RecordKinds.Unmarked(7, "seven")),
                kind(
                        "record-holding-null",
                        "new Remark(\"title\", null)",
                        Shape.of(RecordKinds.Remark.class, String.class),
                        () -> new RecordKinds.Remark("title", null)));
    }

    private static List<Value<?>> holders() {
        return List.of(
                kind(
                        "record-with-array",
                        "record Samples(String name, double[] values)",
                        Shape.of(RecordKinds.Samples.class, String.class, double[].class),
                        () -> new RecordKinds.Samples("heat", new double[] {0.5, -0.0, 1e300})),
                kind(
                        "record-nested",
                        "record Line(Point from, Point to)",
                        Shape.of(RecordKinds.Line.class, RecordKinds.Point.class),
                        () -> new RecordKinds.Line(new RecordKinds.Point(0, 0), new RecordKinds.Point(3, 4))),
                kind(
                        "record-generic",
                        "Pair<String, Long> of a record Pair<A, B>",
                        Shape.of(
                                new TypeOf<RecordKinds.Pair<String, Long>>() {},
                                RecordKinds.Pair.class,
                                String.class,
                                Long.class),
                        () -> new RecordKinds.Pair<>("seven", 7L)),
                kind(
                        "record-with-interface-component",
                        "a record that holds another one by its interface",
                        Shape.of(RecordKinds.Label.class, String.class, RecordKinds.Disc.class),
                        () -> new RecordKinds.Label("disc", new RecordKinds.Disc(1.5))),
                kind(
                                "record-as-map-key",
                                "a HashMap<Point, String>",
                                Shape.of(
                                        new TypeOf<Map<RecordKinds.Point, String>>() {},
                                        HashMap.class,
                                        RecordKinds.Point.class,
                                        String.class),
                                () -> new HashMap<>(
                                        Map.of(new RecordKinds.Point(1, 2), "a", new RecordKinds.Point(2, 1), "b")))
                        .asks("get(new Point(2, 1))", map -> map.get(new RecordKinds.Point(2, 1))));
    }

    private static List<Value<?>> enums() {
        return List.of(
                kind("enum-constant", "Colour.GREEN", Shape.of(EnumKinds.Colour.class), () -> EnumKinds.Colour.GREEN)
                        .asks("== Colour.GREEN", colour -> colour == EnumKinds.Colour.GREEN),
                kind(
                                "enum-constant-with-body",
                                "an enum constant with a class of its own",
                                Shape.of(EnumKinds.Operation.class),
                                () -> EnumKinds.Operation.MULTIPLY)
                        .asks("== Operation.MULTIPLY", operation -> operation == EnumKinds.Operation.MULTIPLY)
                        .asks("apply(3, 4)", operation -> operation.apply(3, 4)),
                kind(
                                "enum-with-mutable-field",
                                "an enum constant whose field was set at run time",
                                Shape.of(EnumKinds.Gauge.class),
                                RecordValues::gauge)
                        .asks("getReading()", EnumKinds.Gauge::getReading),
                kind(
                                "enum-behind-interface",
                                "a record that holds an enum constant by its interface",
                                Shape.of(EnumKinds.Button.class, String.class, EnumKinds.BuiltIn.class),
                                () -> new EnumKinds.Button("twice", EnumKinds.BuiltIn.REPEAT))
                        .asks(
                                "command().run(\"ab\")",
                                button -> button.command().run("ab")));
    }

    private static List<Value<?>> sealedTypes() {
        return List.of(
                kind(
                        "sealed-interface-list",
                        "a List<Payment> of two records of a sealed interface",
                        Shape.of(
                                new TypeOf<List<RecordKinds.Payment>>() {},
                                ArrayList.class,
                                RecordKinds.Cash.class,
                                RecordKinds.Transfer.class,
                                String.class),
                        () -> new ArrayList<>(
                                List.of(new RecordKinds.Cash(500), new RecordKinds.Transfer(1250, "DE-7")))),
                kind(
                        "sealed-abstract-class",
                        "an Account, which is one of two final subclasses",
                        Shape.of(RecordKinds.Account.class, RecordKinds.Savings.class, String.class),
                        RecordValues::savings));
    }

    /** Sets the field of this process's constant. The constant of another process is unchanged. */
    private static EnumKinds.Gauge gauge() {
        EnumKinds.Gauge.PRESSURE.setReading(5);
        return EnumKinds.Gauge.PRESSURE;
    }

    private static RecordKinds.Savings savings() {
        RecordKinds.Savings savings = new RecordKinds.Savings();
        savings.setOwner("Ada");
        savings.setRate(0.015);
        return savings;
    }
}
