package dev.pipemark.codecs.gson;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonIOException;
import com.google.gson.ToNumberStrategy;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.shared.UntypedNumber;
import dev.pipemark.codecs.shared.Utf8Writer;
import java.io.EOFException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * One Gson for the declared type. Documented options keep values that the defaults change: by default, a map loses the
 * keys of its {@code null} values, and every number without a declared type arrives as a {@code Double}.
 */
final class GsonCoder<T> implements Coder<T> {
    private final Gson gson;
    private final Type type;
    private final Utf8Writer writer = new Utf8Writer();

    private GsonCoder(Gson gson, Type type) {
        this.gson = gson;
        this.type = type;
    }

    static <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        ToNumberStrategy smallest = in -> UntypedNumber.of(in.nextString());
        Gson gson = new GsonBuilder()
                .serializeNulls()
                .setObjectToNumberStrategy(smallest)
                .setNumberToNumberStrategy(smallest)
                .create();
        try {
            // Gson keeps the adapter, so the first message need not find the fields.
            TypeAdapter<?> unused = gson.getAdapter(TypeToken.get(shape.type()));
        } catch (JsonIOException | IllegalArgumentException e) {
            throw new UnsupportedShapeException("Gson has no adapter: " + e.getMessage());
        }
        return new GsonCoder<>(gson, shape.type());
    }

    @Override
    public void encode(T value, Frame out) {
        gson.toJson(value, type, writer.to(out));
    }

    @Override
    public T decode(Frame in) throws EOFException {
        if (in.length() == 0) {
            // Gson reads an empty text as null.
            throw new EOFException("an empty message is not JSON");
        }
        return gson.fromJson(new String(in.array(), in.offset(), in.length(), StandardCharsets.UTF_8), type);
    }
}
