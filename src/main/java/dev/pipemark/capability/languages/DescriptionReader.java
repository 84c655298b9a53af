package dev.pipemark.capability.languages;

import dev.pipemark.capability.languages.Neutral.BrokenText;
import dev.pipemark.capability.languages.Neutral.Bytes;
import dev.pipemark.capability.languages.Neutral.Constant;
import dev.pipemark.capability.languages.Neutral.Entry;
import dev.pipemark.capability.languages.Neutral.Field;
import dev.pipemark.capability.languages.Neutral.Mapping;
import dev.pipemark.capability.languages.Neutral.Real;
import dev.pipemark.capability.languages.Neutral.Sequence;
import dev.pipemark.capability.languages.Neutral.Structure;
import dev.pipemark.capability.languages.Neutral.Tag;
import dev.pipemark.capability.languages.Neutral.Text;
import dev.pipemark.capability.languages.Neutral.Whole;
import dev.pipemark.capability.languages.Neutral.Word;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a description, which a program in any language may have written. {@link Descriptions} gives the form. */
final class DescriptionReader {
    private static final int RADIX = 16;
    private static final int UNIT_DIGITS = 4;
    private static final String ENUM = "enum";

    private final String text;
    private int at;

    private DescriptionReader(String text) {
        this.text = text;
    }

    /**
     * Reads a whole description.
     *
     * @throws IllegalArgumentException if the text is not a description. The message has the place and the reason.
     */
    static Neutral read(String description) {
        DescriptionReader reader = new DescriptionReader(description);
        Neutral value = reader.value();
        if (reader.at < description.length()) {
            throw reader.fault("the end");
        }
        return value;
    }

    private Neutral value() {
        for (Word word : Word.values()) {
            if (skip(word.content())) {
                return word;
            }
        }
        if (skip("int:")) {
            return new Whole(whole());
        } else if (skip("float:")) {
            return real();
        } else if (skip("text:")) {
            return new Text(quoted());
        } else if (skip("text!")) {
            return new BrokenText(hex());
        } else if (skip("bytes:")) {
            return new Bytes(hex());
        } else if (skip("[")) {
            return new Sequence(list(']'));
        } else if (skip("{")) {
            return map();
        } else if (skip("tag:")) {
            return tag();
        } else if (skip("message:")) {
            return structure();
        }
        throw fault("a value");
    }

    private BigInteger whole() {
        int from = at;
        skip("-");
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        try {
            return new BigInteger(text.substring(from, at));
        } catch (NumberFormatException e) {
            throw fault("digits");
        }
    }

    private Real real() {
        if (skip("nan")) {
            return new Real(Double.NaN, false);
        }
        String bits = hex();
        if (bits.length() != 2 * Long.BYTES) {
            throw fault("16 hexadecimal digits");
        }
        return new Real(Double.longBitsToDouble(Long.parseUnsignedLong(bits, RADIX)), false);
    }

    private String hex() {
        int from = at;
        while (at < text.length() && Character.digit(text.charAt(at), RADIX) >= 0) {
            at++;
        }
        if ((at - from) % 2 != 0) {
            throw fault("one more hexadecimal digit");
        }
        return text.substring(from, at).toLowerCase(Locale.ROOT);
    }

    private String quoted() {
        expect("\"");
        StringBuilder value = new StringBuilder();
        while (!skip("\"")) {
            if (skip("\\u")) {
                value.append(unit());
            } else if (at < text.length() && text.charAt(at) != '\\') {
                value.append(text.charAt(at++));
            } else {
                throw fault("\\u or a quotation mark");
            }
        }
        return value.toString();
    }

    private char unit() {
        try {
            char unit = (char) Integer.parseInt(text.substring(at, at + UNIT_DIGITS), RADIX);
            at += UNIT_DIGITS;
            return unit;
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw fault("four hexadecimal digits");
        }
    }

    private List<Neutral> list(char close) {
        List<Neutral> items = new ArrayList<>();
        String end = String.valueOf(close);
        if (skip(end)) {
            return items;
        }
        do {
            items.add(value());
        } while (skip(","));
        expect(end);
        return items;
    }

    private Mapping map() {
        List<Entry> entries = new ArrayList<>();
        if (!skip("}")) {
            do {
                Neutral key = value();
                expect(":");
                entries.add(new Entry(key, value()));
            } while (skip(","));
            expect("}");
        }
        return new Mapping(entries, false);
    }

    private Neutral tag() {
        String name = name();
        List<Neutral> parts = skip("(") ? list(')') : List.of();
        return name.equals(ENUM) && parts.size() == 1 && parts.get(0) instanceof Text constant
                ? new Constant(constant.value(), -1)
                : new Tag(name, parts);
    }

    private Structure structure() {
        String name = name();
        expect("{");
        List<Field> fields = new ArrayList<>();
        if (!skip("}")) {
            do {
                String field = name();
                expect(":");
                fields.add(new Field(field, value()));
            } while (skip(","));
            expect("}");
        }
        return new Structure(name, fields);
    }

    private String name() {
        int from = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw fault("a name");
        }
        return text.substring(from, at);
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    private boolean skip(String expected) {
        boolean there = text.startsWith(expected, at);
        if (there) {
            at += expected.length();
        }
        return there;
    }

    private void expect(String expected) {
        if (!skip(expected)) {
            throw fault(expected);
        }
    }

    private IllegalArgumentException fault(String expected) {
        return new IllegalArgumentException("the description has "
                + (at >= text.length() ? "its end" : "'" + text.charAt(at) + "'") + " at character " + at
                + ", instead of " + expected);
    }
}
