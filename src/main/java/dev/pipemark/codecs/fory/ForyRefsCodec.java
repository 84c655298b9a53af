package dev.pipemark.codecs.fory;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Difference;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fory with every class registered and with reference tracking: an object that occurs twice is written once (<a
 * href="https://github.com/apache/fory/blob/v1.6.0/docs/object-serialization/java/configuration.md">Fory, reference tracking</a>).
 */
public final class ForyRefsCodec implements Codec {
    @Override
    public String id() {
        return "fory-refs";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "speed, to carry shared references and cycles: every reference is tracked; both sides register the same"
                + " classes with the same fields, and the classes that contain lambdas";
    }

    @Override
    public String library() {
        return "org.apache.fory:fory-core";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.RECORDS, Tier.FULL, Use.HIERARCHIES, Tier.FULL, Use.GRAPHS, Tier.FULL);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public Optional<Difference> differsFrom() {
        return Optional.of(new Difference("fory", "references"));
    }

    @Override
    public List<Declaration> declarations() {
        return ForyCodec.DECLARATIONS;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return ForyCodec.registered(shape, false, true);
    }
}
