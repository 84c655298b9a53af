package dev.pipemark.codecs.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.AdapterFactory;
import io.avaje.jsonb.Jsonb;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Optionals, of which the empty one is {@code null} in JSON. The library's own adapter reads {@code null} for it. */
final class OptionalAdapter<O, V> implements JsonAdapter<O> {
    static final AdapterFactory FACTORY = OptionalAdapter::create;

    private final JsonAdapter<V> values;
    private final Function<O, Optional<V>> content;
    private final Function<V, O> present;
    private final O empty;

    private OptionalAdapter(JsonAdapter<V> values, Function<O, Optional<V>> content, Function<V, O> present, O empty) {
        this.values = values;
        this.content = content;
        this.present = present;
        this.empty = empty;
    }

    private static @Nullable JsonAdapter<?> create(Type type, Jsonb jsonb) {
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            JsonAdapter<Object> values = jsonb.adapter(optional.getActualTypeArguments()[0]);
            return new OptionalAdapter<>(values, content -> content, Optional::of, Optional.empty());
        }
        if (type == OptionalInt.class) {
            return new OptionalAdapter<>(
                    jsonb.adapter(Integer.class),
                    (OptionalInt value) -> value.stream().boxed().findAny(),
                    OptionalInt::of,
                    OptionalInt.empty());
        }
        if (type == OptionalLong.class) {
            return new OptionalAdapter<>(
                    jsonb.adapter(Long.class),
                    (OptionalLong value) -> value.stream().boxed().findAny(),
                    OptionalLong::of,
                    OptionalLong.empty());
        }
        return type != OptionalDouble.class
                ? null
                : new OptionalAdapter<>(
                        jsonb.adapter(Double.class),
                        (OptionalDouble value) -> value.stream().boxed().findAny(),
                        OptionalDouble::of,
                        OptionalDouble.empty());
    }

    @Override
    public void toJson(JsonWriter writer, O value) {
        Optional<V> inside = content.apply(value);
        if (inside.isPresent()) {
            values.toJson(writer, inside.get());
        } else {
            writer.nullValue();
        }
    }

    @Override
    public O fromJson(JsonReader reader) {
        return reader.isNullValue() ? empty : present.apply(values.fromJson(reader));
    }
}
