package dev.pipemark;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Family;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Payload;
import dev.pipemark.api.PayloadProvider;
import dev.pipemark.api.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A codec and two payloads with known costs. Each call burns CPU time, lasts some wall time and allocates bytes, and each
 * message has the same size. A test compares the numbers of a run with these costs.
 */
public final class KnownCost implements CodecProvider, PayloadProvider {
    /** The id of the codec, and of the payload whose calls last milliseconds. */
    static final String ID = "known-cost";

    /** The id of the payload for benchmarks that always make thousands of calls. */
    static final String BRIEF_ID = "known-cost-brief";

    /** The factor by which the long payload multiplies the times below. It does not multiply the bytes. */
    static final int LONG = 20;

    /** The factor of the brief payload. */
    static final int BRIEF = 3;

    /** The size of each message. */
    static final int MESSAGE_BYTES = 1_000;

    // The sides of a benchmark have different costs, so that a test fails if a run confuses them.
    static final Cost ENCODE = new Cost(100_000, 200_000, 20_000);
    static final Cost DECODE = new Cost(40_000, 80_000, 60_000);
    static final Cost USE = new Cost(80_000, 220_000, 40_000);

    /** Called by {@link java.util.ServiceLoader}. */
    public KnownCost() {}

    @Override
    public List<Codec> codecs() {
        return List.of(new KnownCodec());
    }

    @Override
    public List<Payload<?>> payloads() {
        return List.of(new Load(ID, LONG), new Load(BRIEF_ID, BRIEF));
    }

    /** Writes a jar with these classes in it, as an author of a codec would. */
    static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("known-cost.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> service : List.of(CodecProvider.class, PayloadProvider.class)) {
                out.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
                out.write(KnownCost.class.getName().getBytes(StandardCharsets.UTF_8));
            }
            for (Class<?> type : Stream.concat(
                            Stream.of(KnownCost.class), Arrays.stream(KnownCost.class.getDeclaredClasses()))
                    .toList()) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream in = type.getResourceAsStream("/" + name)) {
                    Objects.requireNonNull(in, name).transferTo(out);
                }
            }
        }
        return jar;
    }

    /**
     * The cost of one call, before the payload multiplies it.
     *
     * @param cpuNanos the CPU time that the call burns, by the clock of the calling thread. It is the same on a busy and on an
     *     idle machine. A fixed number of steps would depend on the machine
     * @param wallNanos the minimum time of the call, including the burning. On a busy machine the burning takes longer and the
     *     wait is shorter, so the call lasts only a little longer
     * @param bytes the size of the array that the call allocates
     */
    record Cost(long cpuNanos, long wallNanos, int bytes) {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        /** The last array. It is stored here, so that no compiler removes the allocation. */
        private static volatile byte @Nullable [] last;

        void pay(int times) {
            long begun = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            last = new byte[bytes];
            while (THREADS.getCurrentThreadCpuTime() - cpu < times * cpuNanos) {
                Thread.onSpinWait();
            }
            long end = begun + times * wallNanos;
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    /**
     * A payload of bytes that contain the factor of the costs.
     *
     * @param times the factor
     */
    private record Load(String id, int times) implements Payload<byte[]> {
        /** The size of a value. A ring holds at most 4 MiB, so it has few such values. To make many would take too long. */
        private static final int MADE_BYTES = 1 << 20;

        private static volatile byte @Nullable [] made;

        @Override
        public Family family() {
            return Family.INSTANCES;
        }

        @Override
        public Shape<byte[]> shape() {
            return Shape.of(byte[].class);
        }

        @Override
        public byte[] create(long seed) {
            made = new byte[MADE_BYTES];
            return ByteBuffer.allocate(MESSAGE_BYTES)
                    .putInt(times)
                    .putLong(seed)
                    .array();
        }

        @Override
        public byte[] use(byte[] arrived, long argument) {
            USE.pay(timesIn(arrived));
            return arrived;
        }

        @Override
        public boolean same(byte[] sent, @Nullable Object arrived) {
            return arrived instanceof byte[] bytes && Arrays.equals(sent, bytes);
        }
    }

    private static int timesIn(byte[] value) {
        return ByteBuffer.wrap(value).getInt();
    }

    private record KnownCodec() implements Codec {
        @Override
        public String id() {
            return ID;
        }

        @Override
        public Badge badge() {
            return Badge.HAND_WRITTEN;
        }

        @Override
        public String givesUp() {
            return "speed: each call has a known cost";
        }

        @Override
        public String library() {
            return "jdk";
        }

        @Override
        public boolean safeForUntrustedBytes() {
            return false;
        }

        @Override
        @SuppressWarnings("unchecked") // its payloads are byte arrays
        public <T> Coder<T> open(Shape<T> shape) {
            return (Coder<T>) new KnownCoder();
        }
    }

    private record KnownCoder() implements Coder<byte[]> {
        @Override
        public void encode(byte[] value, Frame out) throws IOException {
            ENCODE.pay(timesIn(value));
            out.write(value);
        }

        @Override
        public byte[] decode(Frame in) {
            byte[] value = in.toByteArray();
            DECODE.pay(timesIn(value));
            return value;
        }
    }
}
