package dev.pipemark.codecs.dsljson;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.Settings;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import java.io.IOException;

/**
 * One writer and one reader of DSL-JSON for the declared type, each with a buffer that it uses again. Both buffers
 * start at index 0, so messages are copied between them and the frame.
 */
final class DslJsonCoder<T> implements Coder<T> {
    private final JsonWriter writer;
    private final JsonWriter.WriteObject<T> encoder;
    private final JsonReader<Object> reader;
    private final JsonReader.ReadObject<T> decoder;
    private byte[] received = new byte[512];

    private DslJsonCoder(DslJson<Object> json, JsonWriter.WriteObject<T> encoder, JsonReader.ReadObject<T> decoder) {
        writer = json.newWriter();
        reader = json.newReader();
        this.encoder = encoder;
        this.decoder = decoder;
    }

    // The library looks up converters by type, and returns them without it.
    @SuppressWarnings("unchecked")
    static <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        DslJson<Object> json = json();
        JsonWriter.WriteObject<?> encoder = json.tryFindWriter(shape.type());
        JsonReader.ReadObject<?> decoder = json.tryFindReader(shape.type());
        if (encoder == null || decoder == null) {
            throw new UnsupportedShapeException(
                    "DSL-JSON has no converter for " + shape.type().getTypeName());
        }
        return new DslJsonCoder<>(json, (JsonWriter.WriteObject<T>) encoder, (JsonReader.ReadObject<T>) decoder);
    }

    /**
     * By default, DSL-JSON changes the last digits of some doubles when it reads them. Its documented option
     * {@code EXACT} reads them as {@link Double#parseDouble} does.
     */
    private static DslJson<Object> json() {
        DslJson<Object> json = new DslJson<>(Settings.<Object>withRuntime()
                .doublePrecision(JsonReader.DoublePrecision.EXACT)
                .unknownNumbers(JsonReader.UnknownNumberParsing.LONG_AND_DOUBLE));
        Converters.register(json);
        return json;
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        writer.reset();
        encoder.write(writer, value);
        writer.toStream(out);
    }

    @Override
    public T decode(Frame in) throws IOException {
        int length = in.length();
        if (received.length < length) {
            received = new byte[length];
        }
        System.arraycopy(in.array(), in.offset(), received, 0, length);
        reader.process(received, length);
        reader.getNextToken();
        return decoder.read(reader);
    }
}
