package dev.pipemark.codecs.moshi;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.pipemark.codecs.shared.UntypedNumber;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that are declared as {@code Object}. Moshi's own adapter reads all of their numbers as {@code Double}. */
final class UntypedAdapter extends JsonAdapter<Object> {
    static final JsonAdapter.Factory FACTORY = UntypedAdapter::create;

    private final JsonAdapter<Object> builtIn;

    private UntypedAdapter(JsonAdapter<Object> builtIn) {
        this.builtIn = builtIn;
    }

    private static @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        return type == Object.class ? new UntypedAdapter(moshi.nextAdapter(FACTORY, type, annotations)) : null;
    }

    @Override
    public @Nullable Object fromJson(JsonReader reader) throws IOException {
        return reader.peek() == JsonReader.Token.NUMBER
                ? UntypedNumber.of(reader.nextString())
                : builtIn.fromJson(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
        builtIn.toJson(writer, value);
    }
}
