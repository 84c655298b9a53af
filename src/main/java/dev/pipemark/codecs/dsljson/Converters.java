package dev.pipemark.codecs.dsljson;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.NumberConverter;
import com.dslplatform.json.StringConverter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Converters for types that DSL-JSON cannot convert, or changes. It has no converter for {@code char} and {@code Instant},
 * and it writes -0.0 as 0.0.
 */
final class Converters {
    private Converters() {}

    static void register(DslJson<?> json) {
        json.registerReader(Object.class, UntypedValues::read);
        json.registerWriter(double.class, Converters::write);
        json.registerWriter(Double.class, Converters::write);
        json.registerWriter(double[].class, Converters::writeAll);
        json.registerWriter(char.class, Converters::writeText);
        json.registerWriter(Character.class, Converters::writeText);
        json.registerReader(char.class, Converters::character);
        json.registerReader(Character.class, Converters::character);
        json.registerWriter(Instant.class, Converters::writeText);
        json.registerReader(Instant.class, Converters::instant);
    }

    private static void write(JsonWriter writer, @Nullable Double value) {
        if (value == null) {
            writer.writeNull();
        } else if (value.equals(-0.0)) {
            writer.writeAscii("-0.0");
        } else {
            NumberConverter.serialize(value, writer);
        }
    }

    private static void writeAll(JsonWriter writer, double @Nullable [] values) {
        if (values == null) {
            writer.writeNull();
            return;
        }
        writer.writeByte(JsonWriter.ARRAY_START);
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                writer.writeByte(JsonWriter.COMMA);
            }
            write(writer, values[i]);
        }
        writer.writeByte(JsonWriter.ARRAY_END);
    }

    private static void writeText(JsonWriter writer, @Nullable Object value) {
        StringConverter.serializeNullable(value == null ? null : value.toString(), writer);
    }

    private static @Nullable Character character(JsonReader<?> reader) throws IOException {
        if (reader.wasNull()) {
            return null;
        }
        String text = reader.readString();
        if (text.length() != 1) {
            throw reader.newParseError("a char must be one character");
        }
        return text.charAt(0);
    }

    private static @Nullable Instant instant(JsonReader<?> reader) throws IOException {
        return reader.wasNull() ? null : Instant.parse(reader.readString());
    }
}
