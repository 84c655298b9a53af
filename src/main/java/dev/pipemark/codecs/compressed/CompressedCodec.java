package dev.pipemark.codecs.compressed;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Difference;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A codec whose messages are compressed, each by itself. Other languages cannot read them, because the length of the
 * original is in front.
 */
record CompressedCodec(Codec codec, Algorithm algorithm, Map<Use, Tier> standsFor) implements Codec {
    @Override
    public String id() {
        return codec.id() + "+" + algorithm.id();
    }

    /** No library shows compression first. */
    @Override
    public Badge badge() {
        return codec.badge() == Badge.IDIOMATIC ? Badge.TUNED : codec.badge();
    }

    @Override
    public String givesUp() {
        return "time, to compress each message with " + algorithm.words() + "; " + codec.givesUp();
    }

    @Override
    public String library() {
        return codec.library();
    }

    @Override
    public String version() {
        return codec.version();
    }

    @Override
    public List<String> artifacts() {
        return Stream.concat(codec.artifacts().stream(), Stream.of(algorithm.library()))
                .distinct()
                .toList();
    }

    /** A small message can stand for a large one, up to the limit of a frame. */
    @Override
    public boolean safeForUntrustedBytes() {
        return codec.safeForUntrustedBytes();
    }

    @Override
    public Optional<Difference> differsFrom() {
        return Optional.of(new Difference(codec.id(), "compression"));
    }

    @Override
    public List<String> opens() {
        return codec.opens();
    }

    /** Programs in other languages cannot read the compressed messages. A declaration about other languages is left out. */
    @Override
    public List<Declaration> declarations() {
        return codec.declarations().stream()
                .filter(declaration -> !declaration.contract().equals(Declaration.CROSS_LANGUAGE))
                .toList();
    }

    @Override
    public Optional<Class<?>> evolving() {
        return codec.evolving();
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return new CompressedCoder<>(codec.open(shape), algorithm.open(), algorithm.id());
    }
}
