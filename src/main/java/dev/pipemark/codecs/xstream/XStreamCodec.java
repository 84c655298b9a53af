package dev.pipemark.codecs.xstream;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import java.util.List;
import java.util.Map;

/**
 * XStream as compact XML in UTF-8. Only the classes of the shape may be read (<a
 * href="https://x-stream.github.io/security.html#framework">XStream, security framework</a>). The parser is one of the
 * fast ones (<a href="https://x-stream.github.io/faq.html#Scalability_Performance">XStream, performance</a>).
 */
public final class XStreamCodec implements Codec {
    private static final String FAQ = "https://x-stream.github.io/faq.html";

    @Override
    public String id() {
        return "xstream";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public String givesUp() {
        return "records, which version 1.4 writes but cannot read; speed and size: XML with class names; many classes"
                + " of the JDK, unless its packages are opened";
    }

    @Override
    public String library() {
        return "com.thoughtworks.xstream:xstream";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.GRAPHS, Tier.FULL);
    }

    /** Class names in a message can select only classes of the receiver's shape. */
    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    /** Its converters for JDK classes read and write private fields. */
    @Override
    public List<String> opens() {
        return List.of(
                "java.base/java.io",
                "java.base/java.lang",
                "java.base/java.lang.invoke",
                "java.base/java.lang.reflect",
                "java.base/java.math",
                "java.base/java.net",
                "java.base/java.text",
                "java.base/java.time",
                "java.base/java.util",
                "java.base/java.util.concurrent",
                "java.base/java.util.concurrent.atomic",
                "java.base/java.util.concurrent.locks",
                "java.base/java.util.regex");
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(Declaration.THREADS, "yes, once it is configured", FAQ + "#Scalability_Thread_safety"),
                new Declaration(
                        Declaration.CROSS_LANGUAGE, "XML, with Java's class names in it", FAQ + "#Other_Products"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        for (Class<?> type : shape.classes()) {
            if (type.isRecord()) {
                throw new UnsupportedShapeException(
                        "XStream 1.4 cannot set the fields of the record " + type.getName());
            }
        }
        return XStreamCoder.open(shape);
    }
}
