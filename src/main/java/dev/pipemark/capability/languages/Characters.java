package dev.pipemark.capability.languages;

import dev.pipemark.capability.languages.Neutral.BrokenText;
import dev.pipemark.capability.languages.Neutral.Bytes;
import dev.pipemark.capability.languages.Neutral.Constant;
import dev.pipemark.capability.languages.Neutral.Sequence;
import dev.pipemark.capability.languages.Neutral.Tag;
import dev.pipemark.capability.languages.Neutral.Text;
import dev.pipemark.capability.languages.Neutral.Whole;
import dev.pipemark.capability.languages.Neutral.Word;
import dev.pipemark.record.ValueOutcome;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The rules for texts, bytes, constants, booleans and nothing. A text as its UTF-8 bytes, bytes as Base64, a constant as
 * its name or position, and a boolean as 1 or 0 are equal in another type. Another text is wrong.
 */
final class Characters {
    private static final int SURROGATE_LEAD = 0xE0;
    private static final int CONTINUATION = 0x80;
    private static final int SIX_BITS = 0x3F;

    private Characters() {}

    /** Judges what became of a text. */
    static ValueOutcome text(String was, Neutral is) {
        if (is instanceof Text seen) {
            return seen.value().equals(was) ? ValueOutcome.EXACT : ValueOutcome.WRONG;
        }
        boolean same = is instanceof BrokenText broken && broken.hex().equals(hex(was))
                || is instanceof Bytes bytes && bytes.hex().equals(hex(was))
                || is instanceof Constant constant && constant.name().equals(was)
                || is instanceof Whole whole
                        && was.length() == 1
                        && whole.value().equals(BigInteger.valueOf(was.charAt(0)));
        return same ? ValueOutcome.OTHER_CLASS : Numbers.unlike(is);
    }

    /** Judges what became of bytes. */
    static ValueOutcome bytes(Bytes was, Neutral is) {
        if (is instanceof Bytes seen) {
            return seen.equals(was) ? ValueOutcome.EXACT : ValueOutcome.WRONG;
        }
        boolean same = is instanceof BrokenText broken && broken.hex().equals(was.hex())
                || is instanceof Text text
                        && (hex(text.value()).equals(was.hex())
                                || base64(text.value())
                                        .filter(was.hex()::equals)
                                        .isPresent())
                || is instanceof Sequence list
                        && numbers(list).filter(was.hex()::equals).isPresent();
        return same ? ValueOutcome.OTHER_CLASS : Numbers.unlike(is);
    }

    /** Judges what became of an enum constant. */
    static ValueOutcome constant(Constant was, Neutral is) {
        if (is instanceof Constant seen) {
            return seen.name().equals(was.name()) ? ValueOutcome.EXACT : ValueOutcome.WRONG;
        }
        boolean same = is instanceof Text text && text.value().equals(was.name())
                || is instanceof Whole whole && whole.value().equals(BigInteger.valueOf(was.ordinal()));
        return same ? ValueOutcome.OTHER_CLASS : Numbers.unlike(is);
    }

    /** Judges what became of a boolean or of nothing. */
    static ValueOutcome word(Word was, Neutral is) {
        if (is == was) {
            return ValueOutcome.EXACT;
        } else if (was == Word.NULL) {
            return is instanceof Tag tag && tag.is("undefined") ? ValueOutcome.OTHER_CLASS : ValueOutcome.WRONG;
        }
        boolean same = is instanceof Text text && text.value().equalsIgnoreCase(was.content())
                || is instanceof Whole whole
                        && whole.value().equals(was == Word.TRUE ? BigInteger.ONE : BigInteger.ZERO);
        return same ? ValueOutcome.OTHER_CLASS : Numbers.unlike(is);
    }

    /** Judges what became of a value that has a text of its own, such as a URI. A UUID may also be its 16 bytes. */
    static ValueOutcome named(Tag was, Neutral is) {
        if (is.equals(was)) {
            return ValueOutcome.EXACT;
        }
        boolean same = is instanceof Text && was.parts().contains(is)
                || is instanceof Bytes bytes && was.is(Tag.UUID) && was.parts().contains(new Text(uuid(bytes.hex())));
        return same ? ValueOutcome.OTHER_CLASS : Numbers.unlike(is);
    }

    private static String uuid(String hex) {
        return hex.replaceFirst("^(.{8})(.{4})(.{4})(.{4})(.{12})$", "$1-$2-$3-$4-$5");
    }

    private static Optional<String> base64(String text) {
        try {
            return Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns a list of bytes as digits. The numbers may be signed or not. */
    private static Optional<String> numbers(Sequence list) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Neutral item : list.items()) {
            if (!(item instanceof Whole whole)
                    || whole.value().compareTo(BigInteger.valueOf(Byte.MIN_VALUE)) < 0
                    || whole.value().compareTo(BigInteger.valueOf(2 * Byte.MAX_VALUE + 1)) > 0) {
                return Optional.empty();
            }
            bytes.write(whole.value().intValue());
        }
        return Optional.of(HexFormat.of().formatHex(bytes.toByteArray()));
    }

    /** Returns the text in UTF-8, which is extended to lone surrogates as if they were characters. */
    private static String hex(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.write(SURROGATE_LEAD | (point >> 12));
                bytes.write(CONTINUATION | ((point >> 6) & SIX_BITS));
                bytes.write(CONTINUATION | (point & SIX_BITS));
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
