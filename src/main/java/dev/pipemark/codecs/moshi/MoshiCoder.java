package dev.pipemark.codecs.moshi;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;

/**
 * One adapter of Moshi for the declared type. It writes {@code null}s, because a map would lose the keys of its
 * {@code null} values otherwise. Moshi reads and writes only the buffers of Okio, so the bytes of a message are copied
 * once.
 */
final class MoshiCoder<T> implements Coder<T> {
    private final JsonAdapter<T> adapter;
    private final Buffer received = new Buffer();

    private MoshiCoder(JsonAdapter<T> adapter) {
        this.adapter = adapter;
    }

    static <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        Moshi moshi = new Moshi.Builder()
                .add(new TextAdapters())
                .add(UntypedAdapter.FACTORY)
                .build();
        try {
            return new MoshiCoder<>(moshi.<T>adapter(shape.type()).serializeNulls());
        } catch (IllegalArgumentException e) {
            throw new UnsupportedShapeException("Moshi has no adapter: " + e.getMessage());
        }
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        BufferedSink sink = Okio.buffer(Okio.sink(out));
        adapter.toJson(sink, value);
        sink.flush();
    }

    @Override
    public T decode(Frame in) throws IOException {
        // The buffer may still have the last part of a refused message.
        received.clear();
        received.write(in.array(), in.offset(), in.length());
        T value = adapter.fromJson(received);
        if (!received.exhausted()) {
            throw new JsonDataException("bytes are left behind the value");
        }
        return value;
    }
}
