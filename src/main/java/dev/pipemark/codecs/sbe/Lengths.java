package dev.pipemark.codecs.sbe;

import dev.pipemark.codecs.sbe.schema.GroupSizeEncodingEncoder;
import dev.pipemark.codecs.sbe.schema.MessageHeaderEncoder;
import dev.pipemark.codecs.sbe.schema.VarTextEncoder;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Upper bounds of encoded lengths, in bytes, and the check of a decoded one. */
final class Lengths {
    static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    static final int GROUP = GroupSizeEncodingEncoder.ENCODED_LENGTH;
    /** The bytes of the length in front of a text or a decimal. An empty text has no others. */
    static final int TEXT = VarTextEncoder.lengthEncodingLength();

    private Lengths() {}

    /** A character of a string has at most three bytes in UTF-8. Two characters that form a pair have four. */
    static long text(@Nullable String text) {
        return TEXT + (text == null ? 0 : 3L * text.length());
    }

    static long decimal(BigDecimal value) {
        return TEXT + value.unscaledValue().bitLength() / 8 + 1;
    }

    /**
     * Returns the number of elements that a message states.
     *
     * @param block the bytes that each element has at least
     * @throws IOException if the whole message is too short for the elements
     */
    static int count(int claimed, int block, int message) throws IOException {
        if (claimed < 0 || (long) claimed * block > message) {
            throw new IOException("a message of " + message + " bytes cannot have a group of " + claimed + " elements");
        }
        return claimed;
    }
}
