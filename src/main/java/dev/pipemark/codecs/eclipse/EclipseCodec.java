package dev.pipemark.codecs.eclipse;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Eclipse Serializer with the classes of the shape registered (<a
 * href="https://docs.eclipsestore.io/manual/serializer/getting-started.html">Eclipse Serializer, getting started</a>).
 */
public final class EclipseCodec implements Codec {
    /** The JDK package that it needs for records. */
    private static final String RECORDS = "jdk.internal.misc";

    @Override
    public String id() {
        return "eclipse";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public String givesUp() {
        return "size, functions, enum sets and enum maps, and records without a JVM flag; both sides register the same"
                + " classes in the same order; comparators are lost; carries graphs with identity";
    }

    @Override
    public String library() {
        return "org.eclipse.serializer:serializer";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.GRAPHS, Tier.FULL);
    }

    /** Messages have the layout of objects in memory, and are read by unchecked access. */
    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<String> opens() {
        return List.of("java.base/" + RECORDS);
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "no: an instance for each thread, or external synchronization",
                        "https://docs.eclipsestore.io/manual/serializer/performance.html"),
                new Declaration(
                        Declaration.CROSS_LANGUAGE,
                        "no: a binary format for Java types",
                        "https://docs.eclipsestore.io/manual/serializer/performance.html"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        boolean open = Object.class.getModule().isOpen(RECORDS, EclipseCodec.class.getModule());
        for (Class<?> type : shape.classes()) {
            if (type.isRecord() && !open) {
                throw new UnsupportedShapeException("Eclipse Serializer needs --add-opens java.base/" + RECORDS
                        + "=ALL-UNNAMED for records: " + type.getName());
            }
            if (EnumSet.class.isAssignableFrom(type) || EnumMap.class.isAssignableFrom(type)) {
                throw new UnsupportedShapeException(
                        "Eclipse Serializer restores an EnumSet or EnumMap without the constants of its enum");
            }
        }
        return new EclipseCoder<>(new Registered(shape.classes()));
    }
}
