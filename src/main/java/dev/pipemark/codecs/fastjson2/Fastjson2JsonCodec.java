package dev.pipemark.codecs.fastjson2;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.api.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * fastjson2 as JSON, from fields. Its features keep values that the defaults lose (<a
 * href="https://github.com/alibaba/fastjson2/blob/main/docs/features_en.md">fastjson2, features</a>).
 */
public final class Fastjson2JsonCodec implements Codec {
    static final Declaration THREADS = new Declaration(
            Declaration.THREADS,
            "its static methods: yes; a reader or writer: no",
            "https://github.com/alibaba/fastjson2/blob/main/docs/ARCHITECTURE.md");

    @Override
    public String id() {
        return "fastjson2-json";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "types that no declaration names; objects of interfaces, sealed ones too; a null key arrives as text; the order of"
                + " linked maps; no graphs";
    }

    @Override
    public String library() {
        return "com.alibaba.fastjson2:fastjson2";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL);
    }

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return Optional.of(WireFormat.JSON);
    }

    /** Class names in a message have no effect unless the reader is told to support them. */
    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                THREADS,
                new Declaration(Declaration.CROSS_LANGUAGE, "yes: JSON", "https://www.rfc-editor.org/rfc/rfc8259"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        refuseObjectOfInterface(shape);
        return new Fastjson2JsonCoder<>(shape.type());
    }

    /**
     * Refuses an interface of the author. Without class names, the reader would return a proxy of it, whose methods only
     * get and set properties.
     */
    static void refuseObjectOfInterface(Shape<?> shape) throws UnsupportedShapeException {
        Class<?> type = shape.rawType();
        if (type.isInterface() && type.getClassLoader() != null) {
            throw new UnsupportedShapeException(
                    "messages have no class names, so the class of an object of " + type.getTypeName() + " is lost");
        }
    }
}
