package dev.pipemark.codecs.fory;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.codecs.shared.ApplicationLoader;
import org.apache.fory.json.ForyJson;
import org.apache.fory.reflect.TypeRef;

/**
 * Fory's JSON on a frame. The library writes a message into a buffer of its own, and then copies it. It reads only an
 * array that holds nothing but the message.
 */
final class ForyJsonCoder<T> implements Coder<T> {
    private final ForyJson json;
    private final TypeRef<T> type;

    private ForyJsonCoder(ForyJson json, TypeRef<T> type) {
        this.json = json;
        this.type = type;
    }

    static <T> Coder<T> open(Shape<T> shape) {
        ForyJson json = ForyJson.builder()
                // By default, a null field is left out. The receiver keeps what its constructor sets.
                .writeNullFields(true)
                .maxDepth(ForyCodec.MAX_DEPTH)
                .registerCodec(Object.class, new UntypedJson())
                .withClassLoader(ApplicationLoader.get())
                .build();
        return new ForyJsonCoder<>(json, TypeRef.of(shape.type()));
    }

    @Override
    public void encode(T value, Frame out) {
        json.writeJsonTo(value, type, out);
    }

    @Override
    public T decode(Frame in) {
        return json.fromJson(in.toByteArray(), type);
    }
}
