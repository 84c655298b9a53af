package dev.pipemark.codecs.fory;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Difference;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.ApplicationLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fory.Fory;

/**
 * Fory with reference tracking. It does not require registration: a lambda is restored by the class that contains it,
 * and that class is not part of the shape. The classes of the shape are still registered.
 */
public final class ForyGraphCodec implements Codec {
    @Override
    public String id() {
        return "fory-graph";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "speed and size, to carry more types: references are tracked, and the bytes may name any class";
    }

    @Override
    public String library() {
        return "org.apache.fory:fory-core";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(
                Use.DATA,
                Tier.FULL,
                Use.RECORDS,
                Tier.FULL,
                Use.HIERARCHIES,
                Tier.QUICK,
                Use.GRAPHS,
                Tier.QUICK,
                Use.FUNCTIONS,
                Tier.QUICK);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public Optional<Difference> differsFrom() {
        return Optional.of(new Difference("fory-refs", "unregistered classes"));
    }

    @Override
    public List<Declaration> declarations() {
        return ForyCodec.DECLARATIONS;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        Fory fory = Fory.builder()
                .withXlang(false)
                .withCompatible(false)
                .withRefTracking(true)
                .requireClassRegistration(false)
                .withMaxDepth(ForyCodec.MAX_DEPTH)
                .withClassLoader(ApplicationLoader.get())
                .build();
        shape.classes().forEach(fory::register);
        return new ForyCoder<>(fory);
    }
}
