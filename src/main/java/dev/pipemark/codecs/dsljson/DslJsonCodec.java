package dev.pipemark.codecs.dsljson;

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
 * DSL-JSON, which analyses classes at run time (<a href="https://github.com/ngs-doo/dsl-json#runtime-analysis">README</a>). The
 * README shows its annotation processor first, which generates code. This codec does not use it.
 *
 * <p>The analysis also finds properties without the words get and set: a method without parameters, and a method of the same name
 * with one parameter of the returned type. So it calls {@code nextInt()} of a random number generator to write it, and {@code
 * nextInt(int)} to read it.
 */
public final class DslJsonCodec implements Codec {
    @Override
    public String id() {
        return "dsl-json";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL);
    }

    @Override
    public String givesUp() {
        return "the speed of its default reader, which changes the last digits of some doubles; fields that are neither"
                + " public nor have a getter, interfaces, and types that no declaration names; no graphs";
    }

    @Override
    public String library() {
        return "com.dslplatform:dsl-json";
    }

    @Override
    public Optional<WireFormat> wireFormat(Shape<?> shape) {
        return Optional.of(WireFormat.JSON);
    }

    /** Messages contain no class names. The declared type decides which classes are instantiated. */
    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "yes, with a reader and a writer for each thread",
                        "https://github.com/ngs-doo/dsl-json#best-practices"),
                new Declaration(Declaration.CROSS_LANGUAGE, "yes: JSON", "https://www.rfc-editor.org/rfc/rfc8259"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return DslJsonCoder.open(shape);
    }
}
