package dev.pipemark.codecs.fastjson2;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONException;
import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.JSONWriter;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import java.lang.reflect.Type;

/** fastjson2's JSON on a frame. The library writes a message into a buffer of its own, and then copies it. */
final class Fastjson2JsonCoder<T> implements Coder<T> {
    private static final JSONWriter.Feature[] WRITING = {
        JSONWriter.Feature.FieldBased,
        // By default, entries of maps and fields that are null are left out.
        JSONWriter.Feature.WriteNulls,
        // By default, a key that is a number has no quotes, which is not JSON.
        JSONWriter.Feature.WriteNonStringKeyAsString,
        // By default, NaN and the infinities are written as null.
        JSONWriter.Feature.WriteFloatSpecialAsString
    };

    private static final JSONReader.Feature[] READING = {
        JSONReader.Feature.FieldBased,
        JSONReader.Feature.UseNativeObject,
        // By default, a number with a fraction becomes a BigDecimal if no declaration names its type.
        JSONReader.Feature.UseDoubleForDecimals
    };

    private final Type type;

    Fastjson2JsonCoder(Type type) {
        this.type = type;
    }

    @Override
    public void encode(T value, Frame out) {
        JSON.writeTo(out, value, WRITING);
    }

    @Override
    public T decode(Frame in) {
        // The library reads a map that lacks its end as if it were complete.
        if (!hasEnd(in)) {
            throw new JSONException("the text ends before its value");
        }
        return JSON.parseObject(in.array(), in.offset(), in.length(), type, READING);
    }

    private static boolean hasEnd(Frame in) {
        byte first = in.array()[in.offset()];
        byte last = in.array()[in.end() - 1];
        return switch (first) {
            case '{' -> last == '}';
            case '[' -> last == ']';
            case '"' -> last == '"' && in.length() > 1;
            default -> true;
        };
    }
}
