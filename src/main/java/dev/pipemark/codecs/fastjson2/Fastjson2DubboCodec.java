package dev.pipemark.codecs.fastjson2;

import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.JSONWriter;
import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * JSONB with the features that Apache Dubbo sets for its own messages (<a
 * href="https://github.com/apache/dubbo/blob/3.3/dubbo-serialization/dubbo-serialization-fastjson2/src/main/java/org/apache/dubbo/common/serialize/fastjson2/FastJson2ObjectOutput.java">Dubbo,
 * FastJson2ObjectOutput</a>).
 */
public final class Fastjson2DubboCodec implements Codec {
    /** The classes of unmodifiable and fixed collections, which the library's own list of plain classes lacks. */
    private static final List<Class<?>> COLLECTIONS = List.of(
            List.of(1).getClass(),
            List.of(1, 2, 3).getClass(),
            Set.of(1).getClass(),
            Set.of(1, 2, 3).getClass(),
            Map.of(1, 1).getClass(),
            Map.of(1, 1, 2, 2).getClass(),
            Arrays.asList(1).getClass());

    @Override
    public String id() {
        return "fastjson2-jsonb-dubbo";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "-0.0, which arrives as 0.0; fields that the constructor sets, if they are sent with the default value of"
                + " their type; size: messages name their classes";
    }

    @Override
    public String library() {
        return "com.alibaba.fastjson2:fastjson2";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.HIERARCHIES, Tier.FULL, Use.GRAPHS, Tier.FULL);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(Fastjson2JsonCodec.THREADS, JsonbCoder.CROSS_LANGUAGE);
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        for (Class<?> type : shape.classes()) {
            if (type.isRecord() && hasCollection(type)) {
                throw new UnsupportedShapeException(
                        "the record " + type.getName() + " has a collection, and JSONB with class names reads no other"
                                + " collection in a record than ArrayList");
            }
        }
        Class<?>[] allowed =
                Stream.concat(shape.classes().stream(), COLLECTIONS.stream()).toArray(Class<?>[]::new);
        JSONReader.Context reading = JsonbCoder.reading(
                allowed,
                JSONReader.Feature.UseDefaultConstructorAsPossible,
                JSONReader.Feature.ErrorOnNoneSerializable,
                JSONReader.Feature.IgnoreAutoTypeNotMatch,
                JSONReader.Feature.UseNativeObject,
                JSONReader.Feature.FieldBased);
        return new JsonbCoder<>(
                shape.type(),
                null,
                reading,
                JSONWriter.Feature.WriteClassName,
                JSONWriter.Feature.FieldBased,
                JSONWriter.Feature.ErrorOnNoneSerializable,
                JSONWriter.Feature.ReferenceDetection,
                JSONWriter.Feature.WriteNulls,
                JSONWriter.Feature.NotWriteDefaultValue,
                JSONWriter.Feature.NotWriteHashMapArrayListClassName,
                JSONWriter.Feature.WriteNameAsSymbol);
    }

    private static boolean hasCollection(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> Collection.class.isAssignableFrom(component.getType()));
    }
}
