package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.UnsupportedShapeException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Catches a codec that claims to be safe for untrusted bytes, but instantiates classes that only the bytes name. It
 * does not detect a library that corrupts memory. Some codecs are declared unsafe for that reason, which no trial can
 * refute.
 */
class UntrustedBytesTest {
    /** Counts the foreign objects: its constructor runs for each one that Java's serialization creates. */
    static class Witness {
        static final AtomicInteger MADE = new AtomicInteger();

        Witness() {
            MADE.incrementAndGet();
        }
    }

    /** A class that the receiver's shape does not list. */
    public static final class Foreign extends Witness implements Serializable {
        private static final long serialVersionUID = 1L;

        public int value = 7;
    }

    /** The foreign objects, as each codec that carries them encodes them. */
    private static final List<byte[]> MESSAGES = foreignMessages();

    static Stream<Codec> safeCodecs() {
        return Messages.allCodecs().stream().filter(Codec::safeForUntrustedBytes);
    }

    /** Each codec decodes the foreign objects that it and all others encode, with each shape that it can open. */
    @ParameterizedTest
    @MethodSource("safeCodecs")
    void safeCodecInstantiatesNoForeignClass(Codec codec) {
        assertThat(shapesThatLetAForeignObjectIn(codec)).isEmpty();
    }

    /** Catches a trial that never finds a foreign object. */
    @Test
    void trialDetectsForeignObjectOfJavaCodec() {
        assertThat(shapesThatLetAForeignObjectIn(Messages.codec("java")))
                .contains("java.lang.Object", "java.util.List<java.lang.Object>", "java.lang.Integer");
    }

    private static List<String> shapesThatLetAForeignObjectIn(Codec codec) {
        List<Shape<?>> shapes = new ArrayList<>(List.of(
                Shape.of(Object.class),
                Shape.of(new TypeOf<List<Object>>() {}, ArrayList.class),
                Shape.of(new TypeOf<Map<String, Object>>() {}, HashMap.class)));
        SampleValues.all().forEach(sample -> shapes.add(sample.shape()));
        return shapes.stream()
                .filter(shape -> letsIn(codec, shape))
                .map(shape -> shape.type().getTypeName())
                .toList();
    }

    private static boolean letsIn(Codec codec, Shape<?> shape) {
        Coder<?> coder;
        try {
            coder = codec.open(shape);
        } catch (UnsupportedShapeException e) {
            return false;
        }
        return MESSAGES.stream().anyMatch(message -> letsIn(coder, message));
    }

    private static boolean letsIn(Coder<?> coder, byte[] message) {
        int before = Witness.MADE.get();
        Object arrived;
        try {
            arrived = coder.decode(Messages.received(message));
        } catch (Exception | LinkageError | StackOverflowError e) {
            // The object may have been created before the codec refused the message.
            arrived = e;
        }
        return Witness.MADE.get() > before || holdsForeign(arrived);
    }

    private static boolean holdsForeign(Object value) {
        return value instanceof Foreign
                || value instanceof Collection<?> elements && elements.stream().anyMatch(Foreign.class::isInstance)
                || value instanceof Map<?, ?> map && map.values().stream().anyMatch(Foreign.class::isInstance);
    }

    private static List<byte[]> foreignMessages() {
        List<byte[]> messages = new ArrayList<>();
        for (Codec codec : Messages.allCodecs()) {
            add(messages, codec, Shape.of(Object.class, Foreign.class), new Foreign());
            add(messages, codec, Shape.of(Foreign.class), new Foreign());
            add(
                    messages,
                    codec,
                    Shape.of(new TypeOf<List<Object>>() {}, ArrayList.class, Foreign.class),
                    new ArrayList<>(List.of(new Foreign())));
            add(
                    messages,
                    codec,
                    Shape.of(new TypeOf<Map<String, Object>>() {}, HashMap.class, Foreign.class),
                    new HashMap<>(Map.of("foreign", new Foreign())));
        }
        assertThat(messages).hasSizeGreaterThan(10);
        return messages;
    }

    private static <T> void add(List<byte[]> messages, Codec codec, Shape<T> shape, T value) {
        try {
            Coder<T> coder = codec.open(shape);
            messages.add(Messages.encode(coder, value));
        } catch (Exception e) {
            // The codec does not carry such a value.
        }
    }
}
