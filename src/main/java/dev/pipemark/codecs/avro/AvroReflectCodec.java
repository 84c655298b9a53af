package dev.pipemark.codecs.avro;

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
 * Avro with schemas that it derives from classes by reflection
 * (<a href="https://avro.apache.org/docs/1.12.0/api/java/org/apache/avro/reflect/package-summary.html">Avro,
 * reflect</a>). It carries plain mutable classes, and JDK lists, maps and arrays of plain values.
 */
public final class AvroReflectCodec implements Codec {
    @Override
    public String id() {
        return "avro-reflect";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "records, values of undeclared types, class hierarchies and graphs: it sets the fields of classes with a"
                + " constructor without parameters, and messages carry neither names nor types";
    }

    @Override
    public String library() {
        return "org.apache.avro:avro";
    }

    /** It carries only a part of the data and a part of the records. */
    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of();
    }

    /** A schema permits its classes, and it does not travel. */
    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        return AvroSpecificCodec.DECLARATIONS;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return AvroCoder.reflect(shape);
    }
}
