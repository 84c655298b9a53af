package dev.pipemark.codecs.hessianlite;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.ApplicationLoader;
import java.util.List;
import java.util.Map;

/**
 * Hessian-lite, Dubbo's version of Hessian 2, as Dubbo 3.3 has it (<a
 * href="https://github.com/apache/dubbo-hessian-lite">README</a>). A factory decides which classes may be read, as Dubbo's
 * does (<a href="https://dubbo.apache.org/en/overview/mannual/java-sdk/tasks/security/class-check">class check</a>). Older
 * versions are published as {@code com.alibaba:hessian-lite}. Their classes have the same names, so a program can have only
 * one of the two artifacts.
 */
public final class HessianLiteCodec implements Codec {
    @Override
    public String id() {
        return "hessian-lite";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "functions; the order of a sorted collection with a comparator, the flags of a Pattern and the zone of a"
                + " Calendar are lost; a char in an untyped place arrives as a String; carries graphs with identity";
    }

    @Override
    public String library() {
        return "org.apache.dubbo:hessian-lite";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL, Use.GRAPHS, Tier.FULL);
    }

    /**
     * Only classes of the shape, of {@code java.util} and of the library itself are instantiated. But a few bytes can state the
     * length of a large array, which the library allocates before it reads the elements.
     */
    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    /**
     * The comparators of {@code String} and {@code Collections} need these packages. Each comparator has one instance, which a
     * private method returns.
     */
    @Override
    public List<String> opens() {
        return List.of("java.base/java.lang", "java.base/java.util");
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "not stated; each coder has streams of its own",
                        "https://github.com/apache/dubbo-hessian-lite"),
                new Declaration(
                        Declaration.CROSS_LANGUAGE,
                        "yes: Dubbo has implementations in other languages",
                        "https://dubbo.apache.org/en/overview/mannual/java-sdk/reference-manual/serialization/serialization/"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return new HessianLiteCoder<>(shape, new ShapeFactory(ApplicationLoader.get(), shape.classes()));
    }
}
