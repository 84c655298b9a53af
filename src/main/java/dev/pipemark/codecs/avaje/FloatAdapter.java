package dev.pipemark.codecs.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;

/** Floats with their own digits. The library's own adapter writes the digits of a double, and has the losses of its doubles. */
final class FloatAdapter implements JsonAdapter<Float> {
    @Override
    public void toJson(JsonWriter writer, Float value) {
        if (!Float.isFinite(value) || value.equals(-0.0f)) {
            writer.value(value.toString());
        } else {
            writer.rawValue(value.toString());
        }
    }

    @Override
    public Float fromJson(JsonReader reader) {
        return reader.currentToken() == JsonReader.Token.STRING
                ? Float.parseFloat(reader.readString())
                : reader.readDecimal().floatValue();
    }
}
