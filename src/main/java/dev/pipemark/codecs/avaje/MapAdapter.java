package dev.pipemark.codecs.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.PropertyNames;
import io.avaje.jsonb.AdapterFactory;
import io.avaje.jsonb.Jsonb;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Maps with keys of text or whole numbers. The library's own adapter has text keys only, and returns a key with an escape as
 * it stands in the message if the map is within an object.
 */
final class MapAdapter<K, V> implements JsonAdapter<Map<K, V>> {
    static final AdapterFactory FACTORY = MapAdapter::create;

    private static final String ESCAPES = "bfnrt";
    private static final String ESCAPED = "\b\f\n\r\t";

    private final Class<K> keyType;
    private final Function<String, K> parse;
    private final JsonAdapter<V> values;

    /** Names that the parser knows beforehand. While it has a list of such names, it returns all names as they stand. */
    private final PropertyNames noNames;

    private MapAdapter(Class<K> keyType, Function<String, K> parse, Type valueType, Jsonb jsonb) {
        this.keyType = keyType;
        this.parse = parse;
        values = jsonb.adapter(valueType);
        noNames = jsonb.properties();
    }

    private static @Nullable JsonAdapter<?> create(Type type, Jsonb jsonb) {
        if (!(type instanceof ParameterizedType map) || map.getRawType() != Map.class) {
            return null;
        }
        Type key = map.getActualTypeArguments()[0];
        Type value = map.getActualTypeArguments()[1];
        if (key == String.class) {
            return new MapAdapter<>(String.class, text -> text, value, jsonb).nullSafe();
        }
        if (key == Integer.class) {
            return new MapAdapter<>(Integer.class, Integer::valueOf, value, jsonb).nullSafe();
        }
        return key == Long.class ? new MapAdapter<>(Long.class, Long::valueOf, value, jsonb).nullSafe() : null;
    }

    @Override
    public void toJson(JsonWriter writer, Map<K, V> map) {
        writer.beginObject();
        for (Map.Entry<K, V> entry : map.entrySet()) {
            // An untyped map may hold keys of any class.
            if (!keyType.isInstance(entry.getKey())) {
                throw new JsonDataException("a key is not of " + keyType + ": " + entry.getKey());
            }
            writer.name(entry.getKey().toString());
            values.toJson(writer, entry.getValue());
        }
        writer.endObject();
    }

    @Override
    public Map<K, V> fromJson(JsonReader reader) {
        Map<K, V> map = new LinkedHashMap<>();
        reader.beginObject(noNames);
        while (reader.hasNextField()) {
            K key = parse.apply(unescaped(reader.nextField()));
            if (map.put(key, values.fromJson(reader)) != null) {
                throw new JsonDataException("the key occurs twice: " + key);
            }
        }
        reader.endObject();
        return map;
    }

    private static String unescaped(String name) {
        int at = name.indexOf('\\');
        if (at < 0) {
            return name;
        }
        StringBuilder text = new StringBuilder(name.length());
        int from = 0;
        while (at >= 0) {
            text.append(name, from, at);
            char letter = name.charAt(at + 1);
            from = at + 2;
            if (letter == 'u') {
                text.append((char) Integer.parseInt(name, from, from + 4, 16));
                from += 4;
            } else {
                int escape = ESCAPES.indexOf(letter);
                text.append(escape < 0 ? letter : ESCAPED.charAt(escape));
            }
            at = name.indexOf('\\', from);
        }
        return text.append(name, from, name.length()).toString();
    }
}
