package dev.pipemark.codecs.fastjson2;

import com.alibaba.fastjson2.JSONException;
import com.alibaba.fastjson2.JSONFactory;
import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.JSONWriter;
import com.alibaba.fastjson2.SymbolTable;
import com.alibaba.fastjson2.reader.ObjectReader;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Frame;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * JSONB on a frame. The library writes a message into a buffer of its own, and then copies it. Its methods that take a
 * filter of class names need an array that holds nothing but the message. A reader with a context of its own reads from
 * the frame.
 */
final class JsonbCoder<T> implements Coder<T> {
    static final Declaration CROSS_LANGUAGE = new Declaration(
            Declaration.CROSS_LANGUAGE,
            "no: only fastjson2 reads JSONB",
            "https://github.com/alibaba/fastjson2/blob/main/docs/JSONB/jsonb_format_en.md");

    private static final long NEGATIVE_ZERO = Double.doubleToRawLongBits(-0.0);

    private final Type type;
    private final @Nullable SymbolTable symbols;
    private final JSONWriter.Feature[] writing;
    private final JSONReader.Context reading;
    private final ObjectReader<?> reader;

    JsonbCoder(Type type, @Nullable SymbolTable symbols, JSONReader.Context reading, JSONWriter.Feature... writing) {
        this.type = type;
        this.symbols = symbols;
        this.writing = writing;
        this.reading = reading;
        this.reader = reading.getObjectReader(type);
    }

    /**
     * Returns a context that admits the plain classes of the library's own list, these classes, and each class whose name
     * begins with the name of one of them.
     */
    static JSONReader.Context reading(Class<?>[] allowed, JSONReader.Feature... features) {
        return new JSONReader.Context(
                JSONFactory.getDefaultObjectReaderProvider(), JSONReader.autoTypeFilter(true, allowed), features);
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        refuseChanges(value);
        // The writer changes its context while it writes a key, and a failure would leave it changed.
        JSONWriter.Context context = new JSONWriter.Context(writing);
        try (JSONWriter writer = JSONWriter.ofJSONB(context, symbols)) {
            writer.setRootObject(value);
            Class<?> own = value.getClass();
            // The declared type lets the writer leave out the class name of a root that has just this class.
            writer.getObjectWriter(own, own).writeJSONB(writer, value, null, type, 0);
            writer.flushTo(out);
        }
    }

    /** Refuses a root that the library is known to change without an error. It does not look into objects. */
    private static void refuseChanges(Object value) {
        if (value.getClass().isHidden()) {
            throw new JSONException("the class of a lambda exists in this process only");
        }
        if (value instanceof double[] numbers) {
            for (double number : numbers) {
                if (Double.doubleToRawLongBits(number) == NEGATIVE_ZERO) {
                    throw new JSONException("JSONB writes -0.0 as 0.0");
                }
            }
        }
    }

    // The object reader was made for the declared type, which is T.
    @SuppressWarnings("unchecked")
    @Override
    public T decode(Frame in) {
        try (JSONReader input = JSONReader.ofJSONB(in.array(), in.offset(), in.length(), reading)) {
            Object value = reader.readJSONBObject(input, type, null, 0);
            input.handleResolveTasks(value);
            // The reader does not stop at the end of the message. In a frame, other bytes may follow.
            int end = in.offset() + in.length();
            if (input.getOffset() != end) {
                throw new JSONException(
                        "the value ends at byte " + input.getOffset() + ", and the message at byte " + end);
            }
            return (T) value;
        }
    }
}
