package dev.pipemark.codecs.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;

/** Bytes as Base64. For an empty array, the library's writer repeats bytes of an earlier message. */
final class BytesAdapter implements JsonAdapter<byte[]> {
    @Override
    public void toJson(JsonWriter writer, byte[] value) {
        if (value.length == 0) {
            writer.value("");
        } else {
            writer.value(value);
        }
    }

    @Override
    public byte[] fromJson(JsonReader reader) {
        return reader.readBinary();
    }
}
