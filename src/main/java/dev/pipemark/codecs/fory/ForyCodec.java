package dev.pipemark.codecs.fory;

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
import org.apache.fory.Fory;

/** Fory with every class registered and one schema on both sides: generated code, no references. */
public final class ForyCodec implements Codec {
    static final List<Declaration> DECLARATIONS = List.of(
            new Declaration(
                    Declaration.THREADS,
                    "no: an instance for each thread, or a ThreadSafeFory",
                    "https://github.com/apache/fory/blob/v1.6.0/docs/object-serialization/java/index.md"),
            new Declaration(
                    Declaration.CROSS_LANGUAGE,
                    "no: the native mode is for Java; xlang mode is another format",
                    "https://github.com/apache/fory/blob/v1.6.0/docs/object-serialization/java/native.md"));

    /**
     * The maximum depth of nesting, the same as in Jackson 2. Fory's default of 50 refuses ordinary trees and lists.
     */
    static final int MAX_DEPTH = 1000;

    @Override
    public String id() {
        return "fory";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "shared references and cycles; both sides register the same classes with the same fields, and the"
                + " classes that contain lambdas";
    }

    @Override
    public String library() {
        return "org.apache.fory:fory-core";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.QUICK, Use.RECORDS, Tier.QUICK, Use.HIERARCHIES, Tier.FULL);
    }

    /**
     * Only registered classes are instantiated, but Fory uses unchecked memory access. No test has shown that to be
     * safe.
     */
    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return DECLARATIONS;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return registered(shape, false, false);
    }

    /**
     * Opens a coder with every class of the shape registered.
     *
     * @param compatible whether the two sides may have different fields
     * @param references whether an object that occurs twice is written once
     */
    static <T> Coder<T> registered(Shape<T> shape, boolean compatible, boolean references) {
        Fory fory = Fory.builder()
                .withXlang(false)
                .withCompatible(compatible)
                .withRefTracking(references)
                .requireClassRegistration(true)
                .withMaxDepth(MAX_DEPTH)
                .withClassLoader(ApplicationLoader.get())
                .build();
        shape.classes().forEach(fory::register);
        return new ForyCoder<>(fory);
    }
}
