package dev.pipemark.codecs.dsljson;

import com.dslplatform.json.JsonReader;
import com.dslplatform.json.ObjectConverter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that are declared as {@code Object}. DSL-JSON reads all of their whole numbers as {@code Long}. */
final class UntypedValues {
    private UntypedValues() {}

    static @Nullable Object read(JsonReader<?> reader) throws IOException {
        return reader.wasNull() ? null : smallest(ObjectConverter.deserializeObject(reader));
    }

    /** Makes an {@code Integer} of each {@code Long} that fits into one, also within lists and maps. */
    // The library makes these lists and maps, which may hold anything.
    @SuppressWarnings("unchecked")
    private static @Nullable Object smallest(@Nullable Object value) {
        if (value instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        if (value instanceof List<?> list) {
            ((List<@Nullable Object>) list).replaceAll(UntypedValues::smallest);
        } else if (value instanceof Map<?, ?> map) {
            ((Map<String, @Nullable Object>) map).replaceAll((key, element) -> smallest(element));
        }
        return value;
    }
}
