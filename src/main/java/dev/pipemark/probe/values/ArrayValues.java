package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.Group.ARRAYS;

import dev.pipemark.api.Shape;
import dev.pipemark.probe.values.ContainerTypes.Circle;
import dev.pipemark.probe.values.ContainerTypes.Colour;
import dev.pipemark.probe.values.ContainerTypes.Figure;
import dev.pipemark.probe.values.ContainerTypes.Point;
import dev.pipemark.probe.values.ContainerTypes.Sphere;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Arrays of each kind of element, and nested arrays. */
final class ArrayValues {
    private static final int MEBIBYTE = 1 << 20;

    private ArrayValues() {}

    static List<Value<?>> values() {
        return Stream.of(primitives(), references(), classes(), nested())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Value<?>> primitives() {
        return List.of(
                Value.of("boolean-array", ARRAYS, "boolean[]", Shape.of(boolean[].class), () ->
                        new boolean[] {true, false, true}),
                Value.of("byte-array", ARRAYS, "byte[]", Shape.of(byte[].class), () -> new byte[] {-128, -1, 0, 127}),
                Value.of("byte-array-1-mib", ARRAYS, "byte[1 << 20]", Shape.of(byte[].class), ArrayValues::mebibyte),
                Value.of("short-array", ARRAYS, "short[]", Shape.of(short[].class), () ->
                        new short[] {Short.MIN_VALUE, 0, Short.MAX_VALUE}),
                Value.of("char-array", ARRAYS, "char[] with a lone surrogate", Shape.of(char[].class), () ->
                                new char[] {'a', '\0', '\ud800', '\uffff'})
                        .asks("(int) array[2]", array -> (int) array[2]),
                Value.of("int-array", ARRAYS, "int[]", Shape.of(int[].class), () ->
                        new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE}),
                Value.of("int-array-empty", ARRAYS, "new int[0]", Shape.of(int[].class), () -> new int[0]),
                Value.of("long-array", ARRAYS, "long[] beyond 2^53", Shape.of(long[].class), () ->
                        new long[] {Long.MIN_VALUE, (1L << 53) + 1, Long.MAX_VALUE}),
                Value.of("float-array-nan", ARRAYS, "float[] with NaN, -0.0f", Shape.of(float[].class), () ->
                        new float[] {0.1f, Float.NaN, -0.0f, Float.NEGATIVE_INFINITY, Float.MIN_VALUE}),
                Value.of("double-array-nan", ARRAYS, "double[] with NaN, -0.0", Shape.of(double[].class), () ->
                        new double[] {0.1, Double.NaN, -0.0, Double.NEGATIVE_INFINITY, Double.MIN_VALUE}));
    }

    private static List<Value<?>> references() {
        return List.of(
                Value.of(
                        "string-array-null",
                        ARRAYS,
                        "String[] with nulls",
                        Shape.of(String[].class, String.class),
                        () -> new @Nullable String[] {"a", null, "", null}),
                Value.of(
                        "integer-array-null",
                        ARRAYS,
                        "Integer[] with null",
                        Shape.of(Integer[].class, Integer.class),
                        () -> new @Nullable Integer[] {1, null, 3}),
                Value.of(
                        "object-array-mixed",
                        ARRAYS,
                        "Object[] of Integer, Long, Double, String",
                        Shape.of(Object[].class, Integer.class, Long.class, Double.class, String.class),
                        () -> new Object[] {7, 7L, 7.0, "7"}),
                Value.of(
                        "object-array-of-strings",
                        ARRAYS,
                        "Object[] a = new String[] {...}",
                        Shape.of(Object[].class, String[].class, String.class),
                        () -> new String[] {"a", "b"}));
    }

    private static List<Value<?>> classes() {
        return List.of(
                Value.of(
                        "interface-array",
                        ARRAYS,
                        "an interface's array, of two classes",
                        Shape.of(Figure[].class, Circle.class, Sphere.class),
                        () -> new Figure[] {new Circle(2), new Sphere(2)}),
                Value.of("record-array", ARRAYS, "a record's array", Shape.of(Point[].class, Point.class), () ->
                        new Point[] {new Point(1, 2), new Point(3, 4)}),
                Value.of("enum-array", ARRAYS, "an enum's array", Shape.of(Colour[].class, Colour.class), () ->
                        new Colour[] {Colour.BLUE, Colour.RED, Colour.BLUE}));
    }

    private static List<Value<?>> nested() {
        return List.of(
                Value.of(
                        "int-matrix-ragged",
                        ARRAYS,
                        "int[][] {{1}, {}, {2, 3}}",
                        Shape.of(int[][].class, int[].class),
                        () -> new int[][] {{1}, {}, {2, 3}}),
                Value.of(
                        "int-matrix-null-row",
                        ARRAYS,
                        "int[][] {{1}, null}",
                        Shape.of(int[][].class, int[].class),
                        () -> new int[][] {{1}, null}),
                Value.of(
                        "object-array-holding-int-array",
                        ARRAYS,
                        "Object[] {new int[] {1, 2}}",
                        Shape.of(Object[].class, int[].class),
                        () -> new Object[] {new int[] {1, 2}}),
                Value.of(
                        "object-array-sharing",
                        ARRAYS,
                        "Object[] {a, a}",
                        Shape.of(Object[].class, int[].class),
                        ArrayValues::shared));
    }

    private static Object[] shared() {
        int[] part = {1, 2};
        return new Object[] {part, part};
    }

    /** Random bytes, so that compression gains nothing. They are the same in every Java. */
    private static byte[] mebibyte() {
        byte[] bytes = new byte[MEBIBYTE];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
