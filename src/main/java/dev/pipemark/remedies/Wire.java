package dev.pipemark.remedies;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/** Encodes and decodes values with one codec of the suite. Confined to one thread. */
final class Wire<T> {
    private final Coder<T> coder;
    private final Frame frame = new Frame();

    /** A field, so that the compiler cannot drop the decoding. */
    @SuppressWarnings("unused")
    private @Nullable T arrived;

    private Wire(Coder<T> coder) {
        this.coder = coder;
    }

    /** Returns a wire for a codec that writes class names. */
    static Wire<Object> of(String codec) {
        return of(codec, Shape.of(Object.class));
    }

    static <T> Wire<T> of(String codec, Shape<T> shape) {
        Catalog catalog = Catalog.load(Thread.currentThread().getContextClassLoader());
        try {
            return new Wire<>(catalog.codec(codec).open(shape));
        } catch (UnsupportedShapeException e) {
            throw new IllegalStateException(codec + " was expected to carry " + shape.type(), e);
        }
    }

    byte[] bytes(T value) throws Exception {
        frame.reset();
        coder.encode(value, frame);
        return frame.toByteArray();
    }

    T value(byte[] message) throws Exception {
        frame.reset();
        frame.write(message, 0, message.length);
        return coder.decode(frame);
    }

    /** Encodes and decodes, and returns the number of bytes. */
    int roundtrip(T value) throws Exception {
        frame.reset();
        coder.encode(value, frame);
        arrived = coder.decode(frame);
        return frame.length();
    }
}
