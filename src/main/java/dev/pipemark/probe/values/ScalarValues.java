package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.Group.SCALARS;

import dev.pipemark.api.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers, characters and texts at the limits of formats, and numbers behind a less specific declared type. */
final class ScalarValues {
    private ScalarValues() {}

    static List<Value<?>> values() {
        return Stream.of(integers(), fractions(), texts(), bigNumbers(), behindNumber(), behindObject())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Value<?>> integers() {
        return List.of(
                Value.of("boolean-true", SCALARS, "true", Shape.of(Boolean.class), () -> true),
                Value.of("byte-min", SCALARS, "Byte.MIN_VALUE", Shape.of(Byte.class), () -> Byte.MIN_VALUE),
                Value.of("short-min", SCALARS, "Short.MIN_VALUE", Shape.of(Short.class), () -> Short.MIN_VALUE),
                Value.of("int-min", SCALARS, "Integer.MIN_VALUE", Shape.of(Integer.class), () -> Integer.MIN_VALUE),
                Value.of("int-max", SCALARS, "Integer.MAX_VALUE", Shape.of(Integer.class), () -> Integer.MAX_VALUE),
                // The first integer that a double, and so JavaScript's number type, cannot represent.
                Value.of("long-beyond-2-53", SCALARS, "(1L << 53) + 1", Shape.of(Long.class), () -> (1L << 53) + 1),
                Value.of("long-min", SCALARS, "Long.MIN_VALUE", Shape.of(Long.class), () -> Long.MIN_VALUE));
    }

    private static List<Value<?>> fractions() {
        return List.of(
                Value.of("float-0-1", SCALARS, "0.1f", Shape.of(Float.class), () -> 0.1f),
                Value.of("float-nan", SCALARS, "Float.NaN", Shape.of(Float.class), () -> Float.NaN),
                Value.of("float-denormal", SCALARS, "Float.MIN_VALUE", Shape.of(Float.class), () -> Float.MIN_VALUE),
                Value.of("double-nan", SCALARS, "Double.NaN", Shape.of(Double.class), () -> Double.NaN),
                Value.of(
                                "double-nan-payload",
                                SCALARS,
                                "Double.longBitsToDouble(0x7ff8000000000123L)",
                                Shape.of(Double.class),
                                () -> Double.longBitsToDouble(0x7ff8000000000123L))
                        .notes("doubleToRawLongBits", d -> Long.toHexString(Double.doubleToRawLongBits(d))),
                Value.of("double-negative-zero", SCALARS, "-0.0", Shape.of(Double.class), () -> -0.0),
                Value.of(
                        "double-infinity",
                        SCALARS,
                        "Double.POSITIVE_INFINITY",
                        Shape.of(Double.class),
                        () -> Double.POSITIVE_INFINITY),
                Value.of(
                        "double-negative-infinity",
                        SCALARS,
                        "Double.NEGATIVE_INFINITY",
                        Shape.of(Double.class),
                        () -> Double.NEGATIVE_INFINITY),
                Value.of(
                        "double-denormal",
                        SCALARS,
                        "Double.MIN_VALUE",
                        Shape.of(Double.class),
                        () -> Double.MIN_VALUE));
    }

    private static List<Value<?>> texts() {
        return List.of(
                Value.of("char-lone-surrogate", SCALARS, "'\\ud800'", Shape.of(Character.class), () -> '\ud800')
                        .asks("(int) c", c -> (int) c.charValue()),
                text("string-empty", "\"\"", ""),
                text("string-ascii", "\"hello, worker\"", "hello, worker"),
                // 16 bytes of UTF-8, in characters of one, two, three and four bytes, 64 times.
                text("string-1-kib-mixed", "1 KiB of UTF-8", "Pipe \u00e9\u20ac\ud83d\ude00 \n".repeat(64)),
                text("string-emoji", "a family emoji: code points joined", "\ud83d\udc69\u200d\ud83d\udc67"),
                // Not Unicode text, but a valid String: UTF-8 cannot encode it.
                text("string-lone-surrogate", "\"a\\ud800b\"", "a\ud800b").asks("its chars", ScalarValues::codeUnits),
                text("string-nul", "\"a\\0b\"", "a\0b").asks("its chars", ScalarValues::codeUnits),
                // DataOutput.writeUTF is limited to 65,535 bytes.
                text("string-70000-chars", "70,000 chars, too long for writeUTF", "0123456789".repeat(7000))
                        .asks("length()", String::length));
    }

    private static List<Value<?>> bigNumbers() {
        return List.of(
                Value.of(
                        "big-integer-huge",
                        SCALARS,
                        "BigInteger of 4,096 bits",
                        Shape.of(BigInteger.class),
                        () -> BigInteger.ONE.shiftLeft(4096).subtract(BigInteger.ONE)),
                Value.of(
                        "big-integer-negative",
                        SCALARS,
                        "BigInteger below Long.MIN_VALUE",
                        Shape.of(BigInteger.class),
                        () -> new BigInteger("-9223372036854775809")),
                decimal("big-decimal-trailing-zero", "new BigDecimal(\"1.10\")", "1.10"),
                decimal("big-decimal-exponent", "new BigDecimal(\"1E+3\")", "1E+3"),
                decimal("big-decimal-negative-scale", "new BigDecimal(\"-12345E+7\")", "-12345E+7"),
                decimal("big-decimal-long", "BigDecimal of 200 digits", "1." + "0123456789".repeat(20)));
    }

    private static List<Value<?>> behindNumber() {
        return List.of(
                Value.of("number-byte", SCALARS, "Number n = (byte) 7", Shape.of(Number.class, Byte.class), () ->
                        (byte) 7),
                Value.of("number-short", SCALARS, "Number n = (short) 7", Shape.of(Number.class, Short.class), () ->
                        (short) 7),
                Value.of("number-long", SCALARS, "Number n = 7L", Shape.of(Number.class, Long.class), () -> 7L),
                Value.of("number-float", SCALARS, "Number n = 0.1f", Shape.of(Number.class, Float.class), () -> 0.1f));
    }

    private static List<Value<?>> behindObject() {
        return List.of(
                Value.of("object-byte", SCALARS, "Object o = (byte) 7", Shape.of(Object.class, Byte.class), () ->
                        (byte) 7),
                Value.of("object-long", SCALARS, "Object o = 7L", Shape.of(Object.class, Long.class), () -> 7L),
                Value.of("object-float", SCALARS, "Object o = 0.1f", Shape.of(Object.class, Float.class), () -> 0.1f),
                Value.of(
                        "object-character",
                        SCALARS,
                        "Object o = 'x'",
                        Shape.of(Object.class, Character.class),
                        () -> 'x'));
    }

    private static Value<String> text(String id, String summary, String text) {
        return Value.of(id, SCALARS, summary, Shape.of(String.class), () -> text);
    }

    private static Value<BigDecimal> decimal(String id, String summary, String digits) {
        return Value.of(id, SCALARS, summary, Shape.of(BigDecimal.class), () -> new BigDecimal(digits));
    }

    /** In ASCII, because text that is not Unicode might not survive the way of the answer. */
    private static String codeUnits(String text) {
        return text.chars().mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
    }
}
