package dev.pipemark.codecs.avaje;

import dev.pipemark.codecs.shared.UntypedNumber;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;

/** Values that are declared as {@code Object}. The library's own adapter reads all of their whole numbers as {@code Long}. */
final class UntypedAdapter implements JsonAdapter<Object> {
    private final Jsonb jsonb;
    private final JsonAdapter<Collection<Object>> lists;
    private final JsonAdapter<Map<String, Object>> maps;

    UntypedAdapter(Jsonb jsonb) {
        this.jsonb = jsonb;
        lists = jsonb.adapter((Type) Collection.class);
        maps = jsonb.adapter(Types.mapOf(Object.class));
    }

    // A list or a map may hold anything. The map's adapter refuses keys that are no text.
    @SuppressWarnings("unchecked")
    @Override
    public void toJson(JsonWriter writer, Object value) {
        if (value instanceof Map<?, ?> map) {
            maps.toJson(writer, (Map<String, Object>) map);
        } else if (value instanceof Collection<?> list) {
            lists.toJson(writer, (Collection<Object>) list);
        } else {
            if (value.getClass() == Object.class) {
                // Its adapter is this one, which would call itself.
                throw new JsonDataException("a plain Object has no form in JSON");
            }
            refuseNumberWrittenAsText(value);
            jsonb.<Object>adapter((Type) value.getClass()).toJson(writer, value);
        }
    }

    private static void refuseNumberWrittenAsText(Object value) {
        if (value instanceof Double || value instanceof Float) {
            Double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number) || number.equals(-0.0)) {
                throw new JsonDataException(value + " would arrive as text where no type is declared");
            }
        }
    }

    @Override
    public Object fromJson(JsonReader reader) {
        return switch (reader.currentToken()) {
            case BEGIN_ARRAY -> lists.fromJson(reader);
            case BEGIN_OBJECT -> maps.fromJson(reader);
            case STRING -> reader.readString();
            case BOOLEAN -> reader.readBoolean();
            case NUMBER -> UntypedNumber.of(reader.readDecimal().toString());
            case NULL -> throw new JsonDataException("null reached an adapter that does not read it");
        };
    }
}
