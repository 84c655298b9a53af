package dev.pipemark.capability.languages;

import dev.pipemark.api.Shape;
import dev.pipemark.probe.values.Group;
import dev.pipemark.probe.values.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Numbers at the limits of the types of other languages. */
final class NumberValues {
    private static final int UNSIGNED_BITS = 64;

    private NumberValues() {}

    static List<Value<?>> whole() {
        return List.of(
                Value.of("long-max", Group.SCALARS, "Long.MAX_VALUE", Shape.of(Long.class), () -> Long.MAX_VALUE),
                big(
                        "unsigned-64-half",
                        "2^63, one more than Long.MAX_VALUE",
                        BigInteger.ONE.shiftLeft(UNSIGNED_BITS - 1)),
                big(
                        "unsigned-64-max",
                        "2^64 - 1, the largest unsigned integer of 64 bits",
                        BigInteger.ONE.shiftLeft(UNSIGNED_BITS).subtract(BigInteger.ONE)),
                big("integer-2-64", "2^64, one more than 64 bits hold", BigInteger.ONE.shiftLeft(UNSIGNED_BITS)));
    }

    static List<Value<?>> fractions() {
        return List.of(
                number("double-0-1", "0.1", 0.1),
                number("double-whole", "7.0, which a format may write as an integer", 7.0),
                number("double-max", "Double.MAX_VALUE", Double.MAX_VALUE),
                Value.of("float-max", Group.SCALARS, "Float.MAX_VALUE", Shape.of(Float.class), () -> Float.MAX_VALUE),
                decimal("big-decimal-0-1", "0.1"),
                decimal("big-decimal-0-5", "0.5"),
                decimal("big-decimal-beyond-double", "1E+400"));
    }

    private static Value<BigInteger> big(String id, String summary, BigInteger value) {
        return Value.of(id, Group.SCALARS, summary, Shape.of(BigInteger.class), () -> value);
    }

    private static Value<Double> number(String id, String summary, double value) {
        return Value.of(id, Group.SCALARS, summary, Shape.of(Double.class), () -> value);
    }

    private static Value<BigDecimal> decimal(String id, String digits) {
        return Value.of(
                id,
                Group.SCALARS,
                "new BigDecimal(\"" + digits + "\")",
                Shape.of(BigDecimal.class),
                () -> new BigDecimal(digits));
    }
}
