package dev.pipemark.codecs.fastjson2;

import com.alibaba.fastjson2.JSONB;
import com.alibaba.fastjson2.JSONFactory;
import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.JSONWriter;
import com.alibaba.fastjson2.SymbolTable;
import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * fastjson2's binary format JSONB, from fields, with references and a symbol table. A symbol is a short number for the
 * name of a field (<a href="https://github.com/alibaba/fastjson2/blob/main/docs/JSONB/jsonb_format_en.md">fastjson2,
 * JSONB</a>).
 */
public final class Fastjson2JsonbCodec implements Codec {
    @Override
    public String id() {
        return "fastjson2-jsonb";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "-0.0, which arrives as 0.0; keys of maps, which arrive as text; the order of linked maps; changes of a class:"
                + " messages number its fields, so both sides need the same fields; types that no declaration names";
    }

    @Override
    public String library() {
        return "com.alibaba.fastjson2:fastjson2";
    }

    /** The use data is missing, because the library loses the sign of a zero. */
    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.RECORDS, Tier.STANDARD, Use.GRAPHS, Tier.FULL);
    }

    /** Bytes select no classes, but a few bytes can state the length of a large array, which is allocated at once. */
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
        Fastjson2JsonCodec.refuseObjectOfInterface(shape);
        if (hasMapWithOtherKeys(shape.type())) {
            throw new UnsupportedShapeException(
                    "JSONB without class names writes every key of a map as text, and reads text where "
                            + shape.type().getTypeName() + " says otherwise");
        }
        SymbolTable symbols = symbols(shape);
        JSONReader.Context reading = new JSONReader.Context(
                JSONFactory.getDefaultObjectReaderProvider(),
                symbols,
                JSONReader.Feature.FieldBased,
                JSONReader.Feature.UseNativeObject);
        return new JsonbCoder<>(
                shape.type(),
                symbols,
                reading,
                JSONWriter.Feature.FieldBased,
                JSONWriter.Feature.ReferenceDetection,
                JSONWriter.Feature.WriteNulls);
    }

    private static boolean hasMapWithOtherKeys(Type type) {
        if (!(type instanceof ParameterizedType generic)) {
            return false;
        }
        Type[] arguments = generic.getActualTypeArguments();
        return Map.class.isAssignableFrom((Class<?>) generic.getRawType()) && arguments[0] != String.class
                || Arrays.stream(arguments).anyMatch(Fastjson2JsonbCodec::hasMapWithOtherKeys);
    }

    private static SymbolTable symbols(Shape<?> shape) {
        List<String> names = new ArrayList<>();
        for (Class<?> listed : shape.classes()) {
            // The classes of the JDK's own loader are read and written by code of the library.
            for (Class<?> type = listed; type != null && type.getClassLoader() != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        names.add(field.getName());
                    }
                }
            }
        }
        return JSONB.symbolTable(names.toArray(String[]::new));
    }
}
