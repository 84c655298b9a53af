package dev.pipemark.slowed;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * {@code kryo-registered} with additional work: it encodes and decodes a percentage of the values twice. The additional work
 * is of the same kind as the other work: it is compiled, cached and allocated in the same way. Its amount is known.
 */
final class SlowedCodec implements Codec {
    private static final String ORIGINAL = "kryo-registered";

    private final int percent;
    private final char name;

    /**
     * Creates the codec.
     *
     * @param percent the percentage of values that are encoded and decoded twice
     * @param name a letter that distinguishes codecs of the same speed
     */
    SlowedCodec(int percent, char name) {
        this.percent = percent;
        this.name = name;
    }

    @Override
    public String id() {
        return "slowed-" + percent + name;
    }

    @Override
    public Badge badge() {
        return Badge.CONTROL;
    }

    @Override
    public String givesUp() {
        return "nothing but time: " + percent + " of 100 values are encoded and decoded twice";
    }

    @Override
    public String library() {
        return original().library();
    }

    @Override
    public String version() {
        return original().version();
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of();
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return new SlowedCoder<>(original().open(shape), percent);
    }

    private static Codec original() {
        ClassLoader loader = SlowedCodec.class.getClassLoader();
        return ServiceLoader.load(CodecProvider.class, loader).stream()
                .filter(provider -> provider.type() != SlowedProvider.class)
                .flatMap(provider -> provider.get().codecs().stream())
                .filter(codec -> codec.id().equals(ORIGINAL))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the suite has no codec " + ORIGINAL));
    }
}
