package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Compression;
import dev.pipemark.api.Difference;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.catalog.Catalog;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches a compression that changes values, that trusts the length in a message, or that is not found by its name. */
class CompressionTest {
    private static final Catalog CATALOG = Catalog.load(CompressionTest.class.getClassLoader());
    private static final Shape<byte[]> BYTES = Shape.of(byte[].class);

    static List<String> compressions() {
        return CATALOG.compressions();
    }

    @TestFactory
    Stream<DynamicTest> codecCarriesTheSameWithCompression() {
        return compressions().stream()
                .flatMap(compression -> Stream.of("raw", "java", "kryo-registered", "jackson-json")
                        .flatMap(codec -> SampleValues.all().stream()
                                .map(sample -> DynamicTest.dynamicTest(
                                        codec + "+" + compression + " " + sample,
                                        () -> check(
                                                CATALOG.codec(codec),
                                                CATALOG.codec(codec + "+" + compression),
                                                sample)))));
    }

    private static <T> void check(Codec plain, Codec compressed, Sample<T> sample) throws Exception {
        Coder<T> without;
        try {
            without = plain.open(sample.shape());
        } catch (UnsupportedShapeException e) {
            assertThatThrownBy(() -> compressed.open(sample.shape()))
                    .isInstanceOf(UnsupportedShapeException.class)
                    .hasMessage(e.getMessage());
            return;
        }
        Coder<T> with = compressed.open(sample.shape());
        Object expected;
        try {
            expected = without.decode(Messages.received(Messages.encode(without, sample.value())));
        } catch (Exception e) {
            assertThatThrownBy(() -> with.decode(Messages.received(Messages.encode(with, sample.value()))))
                    .isInstanceOf(e.getClass());
            return;
        }
        Frame message = Messages.received(Messages.encode(with, sample.value()));
        Object arrived = with.decode(message);
        assertThat(sample.same().test(sample.value(), arrived))
                .isEqualTo(sample.same().test(sample.value(), expected))
                .isTrue();
        Arrays.fill(message.array(), (byte) 0);
        Messages.encode(with, sample.value());
        assertThat(sample.same().test(sample.value(), arrived))
                .as("lives in a buffer")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void repetitionIsCompressedAndAnEmptyArrayArrives(String compression) throws Exception {
        Coder<byte[]> coder = CATALOG.codec("raw+" + compression).open(BYTES);
        assertThat(Messages.encode(coder, new byte[100_000]).length).isLessThan(10_000);
        assertThat(coder.decode(Messages.received(Messages.encode(coder, new byte[0]))))
                .isEmpty();
    }

    /** Catches room for less than the worst case: random bytes become longer. */
    @ParameterizedTest
    @MethodSource("compressions")
    void bytesWithoutRepetitionTravel(String compression) throws Exception {
        Coder<byte[]> coder = CATALOG.codec("raw+" + compression).open(BYTES);
        Random random = new Random(7);
        for (int length = 1; length < 300_000; length = length * 3 + 1) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            assertThat(coder.decode(Messages.received(Messages.encode(coder, noise))))
                    .isEqualTo(noise);
        }
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void messageCutAnywhereIsRefusedInOneSentence(String compression) throws Exception {
        Coder<byte[]> coder = CATALOG.codec("raw+" + compression).open(BYTES);
        byte[] value = value();
        byte[] message = Messages.encode(coder, value);
        for (int length = 0; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThatThrownBy(() -> coder.decode(Messages.received(cut)))
                    .as("the first " + length + " bytes")
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("this is not a message of " + compression + ": ");
        }
        assertThat(coder.decode(Messages.received(message))).isEqualTo(value);
    }

    /** A changed byte may become another value, as without compression, but must not end the JVM or spoil the coder. */
    @ParameterizedTest
    @MethodSource("compressions")
    void changedByteIsRefusedOrAnotherValue(String compression) throws Exception {
        Coder<byte[]> coder = CATALOG.codec("raw+" + compression).open(BYTES);
        byte[] value = value();
        byte[] message = Messages.encode(coder, value);
        int refused = 0;
        for (int at = 0; at < message.length; at++) {
            byte[] changed = message.clone();
            changed[at] ^= 0x55;
            try {
                assertThat(coder.decode(Messages.received(changed))).hasSameSizeAs(value);
            } catch (IOException e) {
                refused++;
            }
            assertThat(coder.decode(Messages.received(message))).isEqualTo(value);
        }
        assertThat(refused).isPositive();
        if (compression.equals("deflate")) {
            assertThat(refused).as("it has a checksum").isEqualTo(message.length);
        }
    }

    /** Catches a message that grows beyond the length that it states, and a stated length that is trusted. */
    @ParameterizedTest
    @MethodSource("compressions")
    void lengthLimitsTheRestoredMessage(String compression) throws Exception {
        Coder<byte[]> coder = CATALOG.codec("raw+" + compression).open(BYTES);
        byte[] message = Messages.encode(coder, new byte[1 << 20]);
        for (int length : new int[] {-1, Integer.MIN_VALUE, 0, 16, (1 << 20) - 1, (1 << 20) + 1}) {
            assertThatThrownBy(() -> coder.decode(saying(length, message)))
                    .as("stated length " + length)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("this is not a message of " + compression + ": ");
        }
        assertThatThrownBy(() -> coder.decode(saying(Integer.MAX_VALUE, message)))
                .isInstanceOf(FrameTooLargeException.class);
        assertThatCode(() -> coder.decode(saying(1 << 20, message))).doesNotThrowAnyException();
    }

    /** Catches a short message that makes the receiver reserve up to a GiB. */
    @ParameterizedTest
    @MethodSource("compressions")
    void lengthThatTheBytesCannotHoldIsRefused(String compression) throws Exception {
        Coder<byte[]> coder = CATALOG.codec("raw+" + compression).open(BYTES);
        byte[] message = Messages.encode(coder, value());
        Frame claim = saying(Frame.limit() - Frame.HEADER, message);

        assertThatThrownBy(() -> coder.decode(claim))
                .isInstanceOf(IOException.class)
                .hasMessage("this is not a message of %s: %d compressed bytes cannot hold the stated %d bytes"
                        .formatted(compression, message.length - Integer.BYTES, Frame.limit() - Frame.HEADER));
    }

    /** Catches a limit that refuses the values that compress best. */
    @ParameterizedTest
    @MethodSource("compressions")
    void whatCompressesBestArrives(String compression) throws Exception {
        Coder<byte[]> coder = CATALOG.codec("raw+" + compression).open(BYTES);
        for (int length = 1; length <= 1 << 24; length *= 4) {
            byte[] zeros = new byte[length];
            assertThat(Arrays.equals(coder.decode(Messages.received(Messages.encode(coder, zeros))), zeros))
                    .as(length + " bytes")
                    .isTrue();
        }
    }

    private static Frame saying(int length, byte[] message) {
        byte[] other = message.clone();
        ByteBuffer.wrap(other).putInt(length);
        return Messages.received(other);
    }

    @Test
    void compressedCodecDescribesItself() {
        Codec kryo = CATALOG.codec("kryo-registered");
        Codec compressed = CATALOG.codec("kryo-registered+zstd");
        assertThat(compressed.id()).isEqualTo("kryo-registered+zstd");
        assertThat(compressed.library()).isEqualTo(kryo.library());
        assertThat(compressed.version()).isEqualTo(kryo.version());
        assertThat(compressed.artifacts()).containsExactly("com.esotericsoftware:kryo", "com.github.luben:zstd-jni");
        assertThat(compressed.givesUp())
                .isEqualTo("time, to compress each message with zstd, level 1; " + kryo.givesUp());
        assertThat(compressed.opens()).isEqualTo(kryo.opens());
        assertThat(compressed.standsFor()).isEmpty();
        assertThat(compressed.differsFrom()).contains(new Difference("kryo-registered", "compression"));
        assertThat(CATALOG.codec("java+deflate").artifacts()).containsExactly("jdk");
        assertThat(CATALOG.codec("jackson-json+lz4"))
                .satisfies(json -> assertThat(json.wireFormat(BYTES)).isEmpty())
                .satisfies(json -> assertThat(json.safeForUntrustedBytes()).isTrue())
                .satisfies(json -> assertThat(json.badge()).isEqualTo(Badge.TUNED));
    }

    @Test
    void unknownCompressionIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> CATALOG.codec("kryo+gzip"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("there is no compression 'gzip'; there are deflate, lz4, snappy, zstd");
        assertThatThrownBy(() -> CATALOG.codec("java+lz4+zstd"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageStartingWith("there is no compression 'lz4+zstd'");
        assertThatThrownBy(() -> CATALOG.codec("kyro+zstd"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageStartingWith("no codec is called 'kyro'");
    }

    /** Catches an id that the command line would read as something else. */
    @Test
    void compressionWithSignsInItsIdIsRefused(@TempDir Path folder) throws Exception {
        String service = "META-INF/services/" + CodecProvider.class.getName();
        Path listed = folder.resolve(service);
        Files.createDirectories(listed.getParent());
        Files.writeString(listed, Misnamed.class.getName());
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, CompressionTest.class.getClassLoader())) {
            assertThatThrownBy(() -> Catalog.load(loader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("'lz4-fast' (" + Misnamed.class.getName() + "$Fast) cannot be the id of a compression:"
                            + " only lower-case letters and digits are allowed");
        }
    }

    /** Lists a compression whose id has a hyphen. */
    public static final class Misnamed implements CodecProvider {
        @Override
        public List<Codec> codecs() {
            return List.of();
        }

        @Override
        public List<Compression> compressions() {
            return List.of(new Fast());
        }

        private static final class Fast implements Compression {
            @Override
            public String id() {
                return "lz4-fast";
            }

            @Override
            public Codec of(Codec codec) {
                return codec;
            }
        }
    }

    /** Text with some repetition and some noise. */
    private static byte[] value() {
        byte[] value = new byte[400];
        Random random = new Random(3);
        for (int at = 0; at < value.length; at++) {
            value[at] = (byte) (at % 50 < 40 ? 'a' + at % 10 : random.nextInt());
        }
        return value;
    }
}
