package dev.pipemark.conformance;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A value, encoded by hand.
 *
 * @param description the neutral description that every language must give
 */
record Sample(byte[] encoded, String description) {
    private static final int SHOWN = 60;

    /** A value whose encoded form is text. */
    static Sample text(String encoded, String description) {
        return new Sample(encoded.getBytes(StandardCharsets.UTF_8), description);
    }

    /** A value whose encoded form is given in hexadecimal digits. */
    static Sample hex(String hex, String description) {
        return new Sample(HexFormat.of().parseHex(hex), description);
    }

    /** The description, cut to what fits a line. */
    @Override
    public String toString() {
        return cut(description);
    }

    static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
