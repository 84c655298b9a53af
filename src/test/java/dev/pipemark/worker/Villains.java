package dev.pipemark.worker;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Family;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Payload;
import dev.pipemark.api.PayloadProvider;
import dev.pipemark.api.Shape;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Faulty codecs, named after the time at which they fail, and a payload for them. */
public final class Villains implements CodecProvider, PayloadProvider {
    static final String PAYLOAD = "greeting";

    /** A file that one of the codecs creates in the current folder. */
    static final String LITTER = "litter";

    /** More values than any trial creates, and fewer than any fork does. */
    private static final int DRIFTS = 2_000;

    /** The faults. Each is a codec whose id is this name in lower case. */
    public enum Villain {
        HONEST,
        THROWS_ON_DECODE,
        EXITS_ON_DECODE,
        EXITS_QUIETLY_ON_DECODE,
        KILLED_ON_DECODE,
        CRASHES_ON_DECODE,
        HANGS_ON_DECODE,
        SPINS_ON_DECODE,
        OVERFLOWS_ON_DECODE,
        EXHAUSTS_HEAP_ON_DECODE,
        PRINTS_ON_DECODE,
        PRINTS_INTO_THE_FRAMES_ON_DECODE,
        LEAVES_A_THREAD_ON_DECODE,
        LITTERS_ON_DECODE,
        HUGE_REPLY,
        REFUSES_ON_OPEN,
        MISTAKES_ON_DECODE,
        MISTAKES_ON_SECOND_DECODE,
        MISTAKES_ON_LATE_DECODES,
        MISTAKES_ON_LATE_ENCODES,
        MISTAKES_BEHIND_ANOTHER_MESSAGE,
        /** Refuses the greeting of seed 3, and every value after it. */
        BREAKS_FOR_GOOD_ON_ONE_DECODE,
        NEEDS_AN_OPENED_PACKAGE_ON_DECODE,
        /** Sends only a reference into its own memory, like a codec that sends a lambda's class name. */
        REFERS_TO_ITS_OWN_MEMORY_ON_ENCODE;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Returns the class path of a worker that finds the villains: this test's own, and a folder with the provider file. */
    static String classPath(Path folder) throws IOException {
        return classPath(System.getProperty("java.class.path"), folder);
    }

    /** Returns the class path of a worker that finds the villains and starts fast. */
    static String packed(Path folder) throws IOException {
        return classPath(QuickStart.path(), folder);
    }

    private static String classPath(String before, Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        for (Class<?> service : List.of(CodecProvider.class, PayloadProvider.class)) {
            Files.writeString(services.resolve(service.getName()), Villains.class.getName());
        }
        return before + File.pathSeparator + folder;
    }

    /** Returns the codec for this side of the pipe. */
    public static Codec codec(Villain villain) {
        return new VillainCodec(villain);
    }

    @Override
    public List<Codec> codecs() {
        return Arrays.stream(Villain.values()).<Codec>map(VillainCodec::new).toList();
    }

    @Override
    public List<Payload<?>> payloads() {
        return List.of(new Greeting(), new Greeting("drifting-greeting", DRIFTS));
    }

    /** A short text. Once {@code most} texts are created, equal seeds give different texts. */
    record Greeting(String id, int most) implements Payload<String> {
        private static final AtomicInteger MADE = new AtomicInteger();

        Greeting() {
            this(PAYLOAD, Integer.MAX_VALUE);
        }

        @Override
        public Family family() {
            return Family.PRIMITIVES;
        }

        @Override
        public Shape<String> shape() {
            return Shape.of(String.class);
        }

        @Override
        public String create(long seed) {
            int made = MADE.incrementAndGet();
            return "hello " + seed + (made > most ? " for the time " + made : "");
        }

        @Override
        public boolean same(String sent, @Nullable Object arrived) {
            return sent.equals(arrived);
        }
    }

    private record VillainCodec(Villain villain) implements Codec {
        @Override
        public String id() {
            return villain.id();
        }

        @Override
        public Badge badge() {
            return Badge.CONTROL;
        }

        @Override
        public String givesUp() {
            return "good manners";
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
        @SuppressWarnings("unchecked") // the only payload is a String
        public <T> Coder<T> open(Shape<T> shape) throws dev.pipemark.api.UnsupportedShapeException {
            if (villain == Villain.REFUSES_ON_OPEN) {
                throw new dev.pipemark.api.UnsupportedShapeException("carries nothing at all");
            }
            return (Coder<T>) new VillainCoder(villain);
        }
    }

    private static final class VillainCoder implements Coder<String> {
        private static final int ENOUGH = 1 << 20;

        /** The memory of this process. The other process has its own. */
        private static final List<String> MEMORY = new ArrayList<>();

        private final Villain villain;
        /** More decodes than a trial of a pair makes, and fewer than a measurement does. */
        private static final int LATE = 200;

        private boolean broken;
        private int decoded;
        private int encoded;

        VillainCoder(Villain villain) {
            this.villain = villain;
        }

        @Override
        public void encode(String value, Frame out) throws IOException {
            if (villain == Villain.REFERS_TO_ITS_OWN_MEMORY_ON_ENCODE) {
                MEMORY.add(value);
                out.write(MEMORY.size());
                return;
            }
            encoded++;
            boolean mistaken = villain == Villain.MISTAKES_ON_LATE_ENCODES && encoded > LATE
                    || villain == Villain.MISTAKES_BEHIND_ANOTHER_MESSAGE && out.offset() > Frame.HEADER;
            out.write((mistaken ? "good bye" : value).getBytes(StandardCharsets.UTF_8));
            if (villain == Villain.HUGE_REPLY && decoded > 0) {
                while (true) {
                    out.write(new byte[ENOUGH]);
                }
            }
        }

        @Override
        public String decode(Frame in) throws Exception {
            String value = new String(in.toByteArray(), StandardCharsets.UTF_8);
            decoded++;
            broken |= value.equals("hello 3");
            return switch (villain) {
                case THROWS_ON_DECODE -> throw new IllegalStateException("cannot make sense of " + value);
                case EXITS_ON_DECODE -> {
                    System.err.println("had enough");
                    System.exit(7);
                    yield value;
                }
                case EXITS_QUIETLY_ON_DECODE -> {
                    System.exit(0);
                    yield value;
                }
                case KILLED_ON_DECODE -> kill(value);
                case CRASHES_ON_DECODE -> crash(value);
                case HANGS_ON_DECODE -> hang(value);
                case SPINS_ON_DECODE -> spin(value);
                case OVERFLOWS_ON_DECODE -> overflow(value);
                case EXHAUSTS_HEAP_ON_DECODE -> exhaust(value);
                case PRINTS_ON_DECODE -> {
                    System.out.println("decoding " + value);
                    yield value;
                }
                case PRINTS_INTO_THE_FRAMES_ON_DECODE -> {
                    printPastSystemOut("decoding some value or other\n");
                    yield value;
                }
                case LEAVES_A_THREAD_ON_DECODE -> {
                    new Thread(() -> hang("")).start();
                    yield value;
                }
                case LITTERS_ON_DECODE -> {
                    new FileOutputStream(LITTER).close();
                    yield value;
                }
                case REFERS_TO_ITS_OWN_MEMORY_ON_ENCODE -> MEMORY.get(value.charAt(0) - 1);
                case BREAKS_FOR_GOOD_ON_ONE_DECODE -> {
                    if (broken) {
                        throw new IllegalStateException("broken for good");
                    }
                    yield value;
                }
                case MISTAKES_ON_DECODE -> "good bye";
                case MISTAKES_ON_SECOND_DECODE -> decoded > 1 ? "good bye" : value;
                case MISTAKES_ON_LATE_DECODES -> decoded > LATE ? "good bye" : value;
                case NEEDS_AN_OPENED_PACKAGE_ON_DECODE -> {
                    if (!Object.class.getModule().isOpen("java.util", Villains.class.getModule())) {
                        throw new IllegalStateException("java.util is not open");
                    }
                    yield value;
                }
                default -> value;
            };
        }

        @SuppressWarnings("resource") // closing it would close the frames' stream
        private static void printPastSystemOut(String text) throws IOException {
            new FileOutputStream(FileDescriptor.out).write(text.getBytes(StandardCharsets.US_ASCII));
        }

        private static String hang(String value) {
            while (true) {
                LockSupport.park();
                if (value.equals("never")) {
                    return value;
                }
            }
        }

        private static String spin(String value) {
            long x = 0;
            while (x != -1) {
                x = Math.max(0, x + 1);
            }
            return value;
        }

        private static String kill(String value) throws Exception {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor(30, TimeUnit.SECONDS);
            return hang(value);
        }

        private static String crash(String value) throws Exception {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 1L, 1L);
            return value;
        }

        @SuppressWarnings("InfiniteRecursion")
        private static String overflow(String value) {
            return overflow(value) + value;
        }

        private static String exhaust(String value) {
            List<byte[]> hoard = new ArrayList<>();
            while (hoard.size() < Integer.MAX_VALUE) {
                hoard.add(new byte[ENOUGH]);
            }
            return value;
        }
    }
}
