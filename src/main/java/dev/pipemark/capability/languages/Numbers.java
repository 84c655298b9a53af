package dev.pipemark.capability.languages;

import dev.pipemark.capability.languages.Neutral.Bytes;
import dev.pipemark.capability.languages.Neutral.Real;
import dev.pipemark.capability.languages.Neutral.Sequence;
import dev.pipemark.capability.languages.Neutral.Tag;
import dev.pipemark.capability.languages.Neutral.Text;
import dev.pipemark.capability.languages.Neutral.Whole;
import dev.pipemark.capability.languages.Neutral.Word;
import dev.pipemark.record.ValueOutcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules for numbers. The same number in another kind of value is equal in another type: an integer as a float, or any
 * number as its decimal text. The nearest number that the other kind has is a loss of precision. Every other number is
 * wrong.
 */
final class Numbers {
    private Numbers() {}

    /** Judges what became of an integer. */
    static ValueOutcome whole(BigInteger was, Neutral is) {
        if (is instanceof Whole seen) {
            return seen.value().equals(was) ? ValueOutcome.EXACT : ValueOutcome.WRONG;
        } else if (is instanceof Real seen) {
            return binary(new BigDecimal(was), seen.value());
        }
        return exact(is)
                .map(seen -> seen.compareTo(new BigDecimal(was)) == 0 ? ValueOutcome.OTHER_CLASS : ValueOutcome.WRONG)
                .orElseGet(() -> unlike(is));
    }

    /**
     * Judges what became of a float. A single-precision number that arrives as the double with the same shortest decimal
     * is equal in another type.
     */
    static ValueOutcome real(Real was, Neutral is) {
        if (is instanceof Real seen) {
            return reals(was, seen.value());
        }
        Optional<Double> number =
                is instanceof Text text ? binary(text.value()) : exact(is).map(BigDecimal::doubleValue);
        return number.map(seen -> {
                    ValueOutcome outcome = reals(was, seen);
                    return outcome == ValueOutcome.EXACT ? ValueOutcome.OTHER_CLASS : outcome;
                })
                .orElseGet(() -> unlike(is));
    }

    /** Judges what became of a decimal number. A float has no scale, and usually not exactly the same value. */
    static ValueOutcome decimal(BigDecimal was, Neutral is) {
        if (is instanceof Real seen) {
            boolean nearest = seen.value() == was.doubleValue()
                    && Double.isFinite(seen.value())
                    && (seen.value() == 0) == (was.signum() == 0);
            return nearest ? ValueOutcome.LOSSY : ValueOutcome.WRONG;
        }
        return exact(is)
                .map(seen -> {
                    if (seen.equals(was)) {
                        return isDecimal(is) ? ValueOutcome.EXACT : ValueOutcome.OTHER_CLASS;
                    }
                    return seen.compareTo(was) == 0 ? ValueOutcome.LOSSY : ValueOutcome.WRONG;
                })
                .orElseGet(() -> unlike(is));
    }

    /** Judges a float that arrived in place of an exact number. Most decimal numbers equal no float exactly. */
    static ValueOutcome binary(BigDecimal was, double is) {
        if (!Double.isFinite(is)) {
            return ValueOutcome.WRONG;
        } else if (new BigDecimal(is).compareTo(was) == 0) {
            return ValueOutcome.OTHER_CLASS;
        }
        return was.doubleValue() == is && (is == 0) == (was.signum() == 0) ? ValueOutcome.LOSSY : ValueOutcome.WRONG;
    }

    /** Judges a value of a kind that no rule knows. A missing value is a loss. */
    static ValueOutcome unlike(Neutral is) {
        return is == Word.NULL ? ValueOutcome.LOSSY : ValueOutcome.WRONG;
    }

    private static ValueOutcome reals(Real was, double is) {
        if (Double.compare(was.value(), is) == 0) {
            return ValueOutcome.EXACT;
        } else if (was.value() == is) {
            // The sign of zero is missing.
            return ValueOutcome.LOSSY;
        } else if (was.single()) {
            return (float) is == (float) was.value() ? ValueOutcome.OTHER_CLASS : ValueOutcome.WRONG;
        }
        return (float) was.value() == is ? ValueOutcome.LOSSY : ValueOutcome.WRONG;
    }

    /** Returns the double that a text stands for. */
    private static Optional<Double> binary(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("nan")) {
            return Optional.of(Double.NaN);
        } else if (lower.matches("[+-]?inf(inity)?")) {
            return Optional.of(lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        } else if (lower.matches("-0+(\\.0*)?")) {
            return Optional.of(-0.0);
        }
        return decimal(text).map(BigDecimal::doubleValue);
    }

    /** Returns the number that a value stands for without loss: an integer, a decimal, or a text of digits. */
    private static Optional<BigDecimal> exact(Neutral value) {
        if (value instanceof Whole whole) {
            return Optional.of(new BigDecimal(whole.value()));
        } else if (value instanceof Text text) {
            return decimal(text.value());
        } else if (value instanceof Tag tag && tag.parts().size() == 1) {
            return tagged(tag.name(), tag.parts().get(0));
        } else if (value instanceof Sequence sequence) {
            return unscaled(sequence.items());
        }
        return Parts.of(value, "unscaled", "scale").flatMap(Numbers::unscaled);
    }

    /** Reads the tags of RFC 8949 for numbers: 2 and 3 for big integers, and 4 for an exponent of ten and a mantissa. */
    private static Optional<BigDecimal> tagged(String tag, Neutral content) {
        if (tag.equals(Tag.DECIMAL) && content instanceof Text text) {
            return decimal(text.value());
        } else if (tag.equals("cbor-2") && content instanceof Bytes bytes) {
            return Optional.of(new BigDecimal(new BigInteger(1, HexFormat.of().parseHex(bytes.hex()))));
        } else if (tag.equals("cbor-3") && content instanceof Bytes bytes) {
            return Optional.of(new BigDecimal(new BigInteger(1, HexFormat.of().parseHex(bytes.hex())).not()));
        } else if (tag.equals("cbor-4")
                && content instanceof Sequence pair
                && pair.items().size() == 2
                && pair.items().get(0) instanceof Whole exponent
                && exponent.value().bitLength() < Integer.SIZE) {
            return exact(pair.items().get(1))
                    .map(mantissa -> mantissa.scaleByPowerOfTen(exponent.value().intValue()));
        }
        return Optional.empty();
    }

    /** Reads an unscaled value, as the bytes of a {@link BigInteger}, and a scale. */
    private static Optional<BigDecimal> unscaled(List<Neutral> parts) {
        return parts.size() == 2
                        && parts.get(0) instanceof Bytes bytes
                        && !bytes.hex().isEmpty()
                        && parts.get(1) instanceof Whole scale
                        && scale.value().bitLength() < Integer.SIZE
                ? Optional.of(new BigDecimal(
                        new BigInteger(HexFormat.of().parseHex(bytes.hex())),
                        scale.value().intValue()))
                : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isDecimal(Neutral value) {
        return value instanceof Tag tag && tag.is(Tag.DECIMAL);
    }
}
