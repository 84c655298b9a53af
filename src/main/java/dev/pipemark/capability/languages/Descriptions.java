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
import java.util.List;
import java.util.Locale;

/**
 * Writes values as the text that programs in all languages share. The answer to the request {@code DESCRIBE} has the same
 * form:
 *
 * <pre>
 * null | true | false
 * int:DECIMAL                      an integer of any width
 * float:HEX16                      the bits of the double; a single-precision value is widened; float:nan for every NaN
 * text:"..."                       U+0020 to U+007E but " and \ as they are, all others as &#92;uXXXX for each UTF-16 unit
 * text!HEX                         a text whose bytes are not valid UTF-8
 * bytes:HEX
 * [a,b]                            a list
 * {k:v,k:v}                        a map in order of arrival; keys are descriptions too
 * tag:NAME(a,b)                    a value with a tag of the format, or an object that is not plain data
 * message:NAME{field:v,field:v}    a schema's message or a record; an enum constant is tag:enum(text:"NAME")
 * </pre>
 */
final class Descriptions {
    private static final char FIRST = ' ';
    private static final char LAST = '~';

    private final StringBuilder out = new StringBuilder();

    private Descriptions() {}

    /** Returns the description of a value. */
    static String of(Neutral value) {
        Descriptions writer = new Descriptions();
        writer.write(value);
        return writer.out.toString();
    }

    /** Returns a text in quotation marks, with escapes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= FIRST && unit <= LAST && unit != '"' && unit != '\\') {
                quoted.append(unit);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
        }
        return quoted.append('"').toString();
    }

    private void write(Neutral value) {
        if (value instanceof Word word) {
            out.append(word.content());
        } else if (value instanceof Whole whole) {
            out.append("int:").append(whole.value());
        } else if (value instanceof Real real) {
            out.append("float:").append(bits(real.value()));
        } else if (value instanceof Text text) {
            out.append("text:").append(quoted(text.value()));
        } else if (value instanceof BrokenText broken) {
            out.append("text!").append(broken.hex());
        } else if (value instanceof Bytes bytes) {
            out.append("bytes:").append(bytes.hex());
        } else if (value instanceof Constant constant) {
            out.append("tag:enum(text:").append(quoted(constant.name())).append(')');
        } else if (value instanceof Tag tag) {
            out.append("tag:").append(tag.name());
            if (!tag.parts().isEmpty()) {
                list("(", tag.parts(), ")");
            }
        } else if (value instanceof Sequence sequence) {
            list("[", sequence.items(), "]");
        } else if (value instanceof Mapping mapping) {
            map(mapping);
        } else if (value instanceof Structure structure) {
            structure(structure);
        }
    }

    private static String bits(double value) {
        return Double.isNaN(value) ? "nan" : String.format(Locale.ROOT, "%016x", Double.doubleToLongBits(value));
    }

    private void list(String open, List<Neutral> items, String close) {
        String before = open;
        for (Neutral item : items) {
            out.append(before);
            write(item);
            before = ",";
        }
        out.append(items.isEmpty() ? open : "").append(close);
    }

    private void map(Mapping mapping) {
        out.append('{');
        String comma = "";
        for (Entry entry : mapping.entries()) {
            out.append(comma);
            write(entry.key());
            out.append(':');
            write(entry.value());
            comma = ",";
        }
        out.append('}');
    }

    private void structure(Structure structure) {
        out.append("message:").append(structure.name()).append('{');
        String comma = "";
        for (Field field : structure.fields()) {
            out.append(comma).append(field.name()).append(':');
            write(field.value());
            comma = ",";
        }
        out.append('}');
    }
}
