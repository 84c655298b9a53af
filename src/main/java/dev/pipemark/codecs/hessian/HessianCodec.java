package dev.pipemark.codecs.hessian;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.ApplicationLoader;
import dev.pipemark.codecs.shared.Records;
import java.util.List;
import java.util.Map;

/**
 * Hessian 2 with its list of allowed classes, and with text forms for JDK values whose fields it cannot reach (<a
 * href="http://hessian.caucho.com/doc/hessian-serialization.html">Hessian 2.0 serialization protocol</a>).
 */
public final class HessianCodec implements Codec {
    @Override
    public String id() {
        return "hessian";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "records and functions; comparators are lost, and a char in an untyped place arrives as a String; carries graphs"
                + " with identity";
    }

    @Override
    public String library() {
        return "com.caucho:hessian";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.GRAPHS, Tier.FULL);
    }

    /** The list restricts the classes of the application. The bytes may still name almost every class of the JDK. */
    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "not stated; each coder has streams of its own",
                        "http://hessian.caucho.com/doc/hessian-serialization.html"),
                new Declaration(
                        Declaration.CROSS_LANGUAGE,
                        "yes: the format is specified, and there are implementations in other languages",
                        "http://hessian.caucho.com/"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        Records.refuse(shape, "Hessian");
        return new HessianCoder<>(shape, new ShapeFactory(ApplicationLoader.get(), shape.classes()));
    }
}
