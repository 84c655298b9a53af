package dev.pipemark.codecs.fory;

import org.apache.fory.json.codec.JsonValueCodec;
import org.apache.fory.json.codec.ScalarCodecs.NaturalCodec;
import org.apache.fory.json.reader.Latin1JsonReader;
import org.apache.fory.json.reader.Utf16JsonReader;
import org.apache.fory.json.reader.Utf8JsonReader;
import org.apache.fory.json.writer.StringJsonWriter;
import org.apache.fory.json.writer.Utf8JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value that is declared as {@code Object}, such as a value of a {@code Map<String, Object>}. An integer becomes
 * an {@code Integer} if it fits. The library's own codec makes a {@code Long} of each.
 */
final class UntypedJson implements JsonValueCodec<Object> {
    private static final NaturalCodec NATURAL = NaturalCodec.INSTANCE;

    @Override
    public void writeString(StringJsonWriter writer, Object value) {
        NATURAL.writeString(writer, value);
    }

    @Override
    public void writeUtf8(Utf8JsonWriter writer, Object value) {
        NATURAL.writeUtf8(writer, value);
    }

    @Override
    public @Nullable Object readLatin1(Latin1JsonReader reader) {
        return narrow(NATURAL.readLatin1(reader));
    }

    @Override
    public @Nullable Object readUtf16(Utf16JsonReader reader) {
        return narrow(NATURAL.readUtf16(reader));
    }

    @Override
    public @Nullable Object readUtf8(Utf8JsonReader reader) {
        return narrow(NATURAL.readUtf8(reader));
    }

    private static @Nullable Object narrow(@Nullable Object value) {
        if (value instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        return value;
    }
}
