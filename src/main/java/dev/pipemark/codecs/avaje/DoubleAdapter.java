package dev.pipemark.codecs.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;

/**
 * Doubles without loss. The library's own adapter changes the last digits of some doubles when it reads them, and writes
 * -0.0 as 0.0.
 */
final class DoubleAdapter implements JsonAdapter<Double> {
    @Override
    public void toJson(JsonWriter writer, Double value) {
        if (value.equals(-0.0)) {
            // As text, as the library writes NaN. A decimal number has no negative zero.
            writer.value(value.toString());
        } else {
            writer.value(value);
        }
    }

    @Override
    public Double fromJson(JsonReader reader) {
        return reader.currentToken() == JsonReader.Token.STRING
                ? Double.parseDouble(reader.readString())
                : reader.readDecimal().doubleValue();
    }
}
