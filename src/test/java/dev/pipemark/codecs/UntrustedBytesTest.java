package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.UnsupportedShapeException;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Catches a codec that claims to be safe for untrusted bytes, but instantiates classes that only the bytes name, or
 * allocates a large array for a short message. It does not detect a library that corrupts memory. Some codecs are declared unsafe for that reason, which no trial can
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

    /**
     * Messages of a few bytes, each of which states 2^31 - 1 elements, bytes or characters: int[] in JSONB, bytes and text
     * in Avro, and bytes, text and array in MessagePack and in CBOR.
     */
    private static final List<String> SHORT_MESSAGES = List.of(
            "a4487fffffff",
            "feffffff0f",
            "c67fffffff",
            "db7fffffff",
            "dd7fffffff",
            "5a7fffffff",
            "7a7fffffff",
            "9a7fffffff");

    /** The bytes that the decode of a short message may allocate, with those of classes that are loaded meanwhile. */
    private static final long FEW = 100_000_000;

    private static final List<Class<?>> ARRAYS =
            List.of(byte[].class, int[].class, long[].class, String.class, Object.class);

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

    @ParameterizedTest
    @MethodSource("safeCodecs")
    void safeCodecAllocatesLittleForShortMessage(Codec codec) {
        assertThat(largeAllocations(codec)).isEmpty();
    }

    /** Catches a trial that never finds a large allocation. */
    @Test
    void trialDetectsLargeAllocations() {
        assertThat(largeAllocations(Messages.codec("fastjson2-jsonb"))).contains("int[] of a4487fffffff");
        assertThat(largeAllocations(Messages.codec("jackson-avro"))).contains("byte[] of feffffff0f");
    }

    private static List<String> largeAllocations(Codec codec) {
        List<String> large = new ArrayList<>();
        for (Class<?> type : ARRAYS) {
            for (String message : SHORT_MESSAGES) {
                if (allocated(codec, type, HexFormat.of().parseHex(message)) > FEW) {
                    large.add(type.getSimpleName() + " of " + message);
                }
            }
        }
        return large;
    }

    /** Returns the bytes that the decode of a message allocates or asks for in vain; 0 if the codec does not open the type. */
    private static long allocated(Codec codec, Class<?> type, byte[] message) {
        Coder<?> coder;
        try {
            coder = codec.open(Shape.of(type));
        } catch (UnsupportedShapeException e) {
            return 0;
        }
        com.sun.management.ThreadMXBean threads =
                ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            coder.decode(Messages.received(message));
        } catch (OutOfMemoryError e) {
            return Long.MAX_VALUE;
        } catch (Exception | LinkageError | StackOverflowError e) {
            // Only the memory counts. The codec may refuse the message.
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
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
