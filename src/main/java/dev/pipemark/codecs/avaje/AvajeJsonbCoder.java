package dev.pipemark.codecs.avaje;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import io.avaje.json.JsonReader;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;

/**
 * Avaje Jsonb on a frame. It writes {@code null}s, because a list or a map would lose them otherwise. Its parser reads whole
 * arrays only, so the bytes of a message are copied once.
 */
final class AvajeJsonbCoder<T> implements Coder<T> {
    /** One for all coders: each build would register the generated adapters once more. Any thread may use it. */
    private static final class Shared {
        static final Jsonb JSONB = Jsonb.builder()
                .serializeNulls(true)
                .calendarAsString(true)
                .add(double.class, new DoubleAdapter())
                .add(Double.class, new DoubleAdapter().nullSafe())
                .add(float.class, new FloatAdapter())
                .add(Float.class, new FloatAdapter().nullSafe())
                .add(byte[].class, new BytesAdapter().nullSafe())
                .add(Object.class, UntypedAdapter::new)
                .add(MapAdapter.FACTORY)
                .add(OptionalAdapter.FACTORY)
                .build();
    }

    private final JsonType<T> type;

    private AvajeJsonbCoder(JsonType<T> type) {
        this.type = type;
    }

    static <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        try {
            return new AvajeJsonbCoder<>(Shared.JSONB.type(shape.type()));
        } catch (IllegalArgumentException | ClassCastException e) {
            // The library casts types that it does not expect to classes.
            throw new UnsupportedShapeException(
                    "Avaje Jsonb has no adapter for " + shape.type().getTypeName());
        }
    }

    @Override
    public void encode(T value, Frame out) {
        // Closes the frame, which has no effect.
        type.toJson(value, out);
    }

    @Override
    public T decode(Frame in) throws IOException {
        try (JsonReader reader = Shared.JSONB.reader(in.toByteArray())) {
            // Reads the first token, which the adapters of single values expect to be read.
            reader.currentToken();
            T value = type.fromJson(reader);
            if (reader.hasNextStreamElement()) {
                throw new IOException("bytes are left behind the value");
            }
            return value;
        }
    }
}
