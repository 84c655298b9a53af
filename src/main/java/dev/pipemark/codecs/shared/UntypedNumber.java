package dev.pipemark.codecs.shared;

import java.math.BigInteger;

/** A JSON number whose class no declaration names, such as a value of a {@code Map<String, Object>}. */
public final class UntypedNumber {
    /** An integer of at most this many characters fits into a {@code long}. */
    private static final int LONG_LENGTH = 18;

    /** The time to read an integer grows faster than its length, so a sender could keep the receiver busy. */
    private static final int MAX_LENGTH = 1000;

    private UntypedNumber() {}

    /**
     * Returns a number without fraction and exponent as the first of {@code Integer}, {@code Long} and
     * {@code BigInteger} that can hold it, and any other number as a {@code Double}.
     *
     * @param text the number as the message has it
     * @throws NumberFormatException if the text is not a number, or is longer than 1000 characters
     */
    public static Number of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new NumberFormatException("a number of " + text.length() + " characters");
        }
        if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return Double.valueOf(text);
        }
        if (text.length() > LONG_LENGTH) {
            BigInteger big = new BigInteger(text);
            return big.bitLength() < Long.SIZE ? smallest(big.longValue()) : big;
        }
        return smallest(Long.parseLong(text));
    }

    private static Number smallest(long number) {
        if (number == (int) number) {
            return (int) number;
        }
        return number;
    }
}
