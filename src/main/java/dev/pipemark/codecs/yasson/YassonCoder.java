package dev.pipemark.codecs.yasson;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.shared.Utf8Writer;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.lang.reflect.Type;

/**
 * One Jsonb for the declared type. A map would lose the keys of its {@code null} values, so these are written. A
 * {@code null} key becomes the text "null": Yasson's option against that has an effect only if the keys are declared as
 * {@code Object}.
 */
final class YassonCoder<T> implements Coder<T> {
    private final Jsonb jsonb;
    private final Type type;
    private final Utf8Writer writer = new Utf8Writer();

    private YassonCoder(Jsonb jsonb, Type type) {
        this.jsonb = jsonb;
        this.type = type;
    }

    static <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        if (shape.type() == Object.class) {
            throw new UnsupportedShapeException("Yasson writes any value that is declared as Object as {}");
        }
        Jsonb jsonb = JsonbBuilder.create(
                new JsonbConfig().withNullValues(true).withDeserializers(new UntypedDeserializer()));
        return new YassonCoder<>(jsonb, shape.type());
    }

    @Override
    public void encode(T value, Frame out) {
        jsonb.toJson(value, type, writer.to(out));
    }

    @Override
    public T decode(Frame in) {
        return jsonb.fromJson(in.input(), type);
    }
}
