package dev.pipemark.pool;

import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.worker.QuickStart;
import dev.pipemark.worker.Villains;
import dev.pipemark.worker.Villains.Villain;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Faulty tasks of a pool, chosen by name, and faulty values, named after the place where they fail. */
public final class PoolVillains {
    /** The system property that says what {@link #begin} does in a worker. */
    static final String BEGIN = "-Dpipemark.begin=";

    private static final String SIDE = "pipemark.side";
    private static final String WORKER = "WORKER";
    private static final List<String> FLAGS = List.of(
            "-Xmx64m", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC", "-D" + SIDE + "=" + WORKER);

    /** Longer than the work that a pool sends ahead, so that nothing is sent behind such a task. */
    private static final long SLOW_NANOS = 10_000_000;

    private static final long DEADLINE_SECONDS = 20;
    private static final int LARGE = 17 << 20;
    private static final AtomicInteger BEGUN = new AtomicInteger();

    private PoolVillains() {}

    // ---- in the test's process

    /** Returns a builder for small workers that start fast, with the class path of the tests if the codec has a library. */
    static PoolBuilder pool(String codec, int workers, String... flags) {
        if (!codec.equals("java")) {
            return plain(codec, workers, flags);
        }
        return plain(codec, workers, QuickStart.packed(flags).toArray(String[]::new))
                .classPath(QuickStart.path());
    }

    /** Returns a builder for small workers with the class path of the tests. */
    static PoolBuilder plain(String codec, int workers, String... flags) {
        List<String> all = new ArrayList<>(FLAGS);
        all.addAll(List.of(flags));
        return Pool.over(Catalog.load(PoolVillains.class.getClassLoader()).codec(codec))
                .workers(workers)
                .jvmFlags(all);
    }

    /** A new job that runs {@link #act}. It has no measured time, so a worker gets one task at a time at first. */
    static Job<String, String> acts(Pool pool) throws Exception {
        return pool.named(Named.method(PoolVillains.class, "act"), Shape.of(String.class), Shape.of(String.class));
    }

    /** Pretends that the job's tasks were short, so that workers are sent many ahead. */
    static void haveBeenShort(Job<?, ?> job) {
        job.state().answered(1_000, 1);
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    /** Returns the failure of a task. */
    static Throwable failure(CompletableFuture<?> future) throws InterruptedException, TimeoutException {
        try {
            throw new AssertionError("it succeeded: " + future.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    // ---- in the worker

    /** Does what the first word of the argument names, with the other words. */
    @SuppressWarnings("SystemExitOutsideMain") // intended: the task misbehaves
    public static @Nullable String act(String deed) throws Exception {
        int space = deed.indexOf(' ');
        String rest = deed.substring(space + 1);
        return switch (space < 0 ? deed : deed.substring(0, space)) {
            case "echo" -> rest;
            case "slowly" -> slowly(rest);
            case "nothing" -> null;
            case "gate" -> PoolGate.pass(rest);
            case "after" -> after(rest);
            case "tally" -> tally(rest);
            case "garble" -> garble(rest);
            case "touch" -> Files.writeString(Path.of(rest), "").toString();
            case "pid" -> Long.toString(ProcessHandle.current().pid());
            case "begun" -> BEGUN.toString();
            case "codec" -> byCodec(Villain.valueOf(rest));
            case "halt" -> halt(Integer.parseInt(rest));
            case "print" -> printPastSystemOut(rest);
            case "large" -> "x".repeat(LARGE);
            case "close-streams" -> closeStreams(rest);
            case "close-frames" -> closeFrames(rest);
            case "close-requests" -> closeRequests(rest);
            case "stay" -> stay(rest);
            case "leave" -> leave(rest);
            case "orphan" -> orphan(rest);
            case "interrupt" -> interrupt(rest);
            case "interrupted" -> Boolean.toString(Thread.currentThread().isInterrupted());
            case "overdraw" -> throw new Overdrawn(Integer.parseInt(rest), new IOException("the ledger is closed"));
            case "unserializable" -> throw new Unserializable(rest);
            case "undecodable" -> throw new Undecodable(rest);
            case "speechless" -> throw new Speechless();
            case "groundless" -> throw new Groundless(rest);
            default -> throw new IllegalArgumentException("no such deed: " + deed);
        };
    }

    /** An initializer. */
    public static void begin() throws Exception {
        BEGUN.incrementAndGet();
        String deed = System.getProperty("pipemark.begin", "echo");
        if (!deed.startsWith("once ")) {
            act(deed);
            return;
        }
        // The second word is a file. While the file is missing, nothing fails.
        if (Files.exists(Path.of(deed.substring("once ".length())))) {
            act("overdraw 5");
        }
    }

    /** Returns its argument. */
    public static Cargo pass(Cargo cargo) {
        return cargo;
    }

    public static String join(int count, String word, List<Integer> numbers) {
        return count + word + numbers;
    }

    private static String slowly(String value) {
        long end = System.nanoTime() + SLOW_NANOS;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return value;
    }

    /** Does what a faulty codec of that name does on decoding. */
    private static String byCodec(Villain villain) throws Exception {
        Frame frame = new Frame();
        frame.write("hello".getBytes(StandardCharsets.US_ASCII));
        return Villains.codec(villain).open(Shape.of(String.class)).decode(frame);
    }

    private static String halt(int code) {
        Runtime.getRuntime().halt(code);
        return "halted";
    }

    /** Appends the second word to the file that the first word names. */
    private static String tally(String words) throws IOException {
        int space = words.indexOf(' ');
        String name = words.substring(space + 1);
        Files.writeString(
                Path.of(words.substring(0, space)), name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return name;
    }

    /** Writes text that is not a frame into the pipe for frames, whichever this process may write to. */
    private static String garble(String text) throws IOException {
        for (String descriptor : Objects.requireNonNull(new File("/proc/self/fd").list())) {
            Path link = Path.of("/proc/self/fd", descriptor);
            Path info = Path.of("/proc/self/fdinfo", descriptor);
            if (Files.isSymbolicLink(link)
                    && Files.readSymbolicLink(link).toString().startsWith("pipe:")
                    && Files.readString(info).matches("(?s).*flags:\\s*0[0-7]*1\\n.*")) {
                Files.writeString(link, text.repeat(100), StandardOpenOption.WRITE);
            }
        }
        return text;
    }

    @SuppressWarnings("resource") // closing it would close the frames' stream
    private static String printPastSystemOut(String text) throws IOException {
        new FileOutputStream(FileDescriptor.out).write(text.getBytes(StandardCharsets.US_ASCII));
        return text;
    }

    private static String closeStreams(String value) throws IOException {
        System.in.close();
        System.out.close();
        System.err.close();
        return value;
    }

    private static String closeFrames(String value) throws IOException {
        new FileOutputStream(FileDescriptor.out).close();
        return value;
    }

    private static String closeRequests(String value) throws IOException {
        new FileInputStream(FileDescriptor.in).close();
        return value;
    }

    private static String stay(String value) {
        new Thread(LockSupport::park).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> PoolGate.pass("0")));
        return value;
    }

    /** Waits at the gate that the first word names, then does what the other words name. */
    private static @Nullable String after(String words) throws Exception {
        int space = words.indexOf(' ');
        PoolGate.pass(words.substring(0, space));
        return act(words.substring(space + 1));
    }

    /** Starts a thread that ends the process when a gate opens. */
    private static String leave(String gate) {
        new Thread(() -> {
                    PoolGate.pass(gate);
                    Runtime.getRuntime().halt(9);
                })
                .start();
        return gate;
    }

    /** Starts a child process that shares all streams and outlives this process. Returns its pid. */
    private static String orphan(String seconds) throws IOException {
        return Long.toString(
                new ProcessBuilder("sleep", seconds).inheritIO().start().pid());
    }

    private static String interrupt(String value) {
        Thread.currentThread().interrupt();
        return value;
    }

    // ---- values that are sent

    /** The place where a value fails. */
    enum Place {
        PARENT_ENCODES,
        WORKER_DECODES,
        WORKER_ENCODES,
        PARENT_DECODES;

        void strikes(String doing, Kind kind) {
            String here = (System.getProperty(SIDE) == null ? "PARENT" : WORKER) + "_" + doing;
            if (name().equals(here)) {
                kind.strike();
            }
        }
    }

    /** The kind of failure. */
    enum Kind {
        EXCEPTION,
        ERROR,
        GROUNDLESS,
        OVERFLOW;

        void strike() {
            switch (this) {
                case EXCEPTION -> throw new IllegalStateException("the cargo has shifted");
                case ERROR -> throw new AssertionError("the cargo has shifted");
                case GROUNDLESS -> throw new Groundless("the cargo has shifted");
                case OVERFLOW -> strikeDeeper(0);
            }
        }

        @SuppressWarnings("InfiniteRecursion")
        private static long strikeDeeper(long depth) {
            return strikeDeeper(depth + 1) + depth;
        }
    }

    /** A value that cannot be sent. */
    static final class Cargo implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Place place;
        private final Kind kind;

        Cargo(Place place, Kind kind) {
            this.place = place;
            this.kind = kind;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            place.strikes("ENCODES", kind);
            out.defaultWriteObject();
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            place.strikes("DECODES", kind);
        }
    }

    /** A value that runs an action while it is encoded. */
    static final class Dawdler implements Serializable {
        private static final long serialVersionUID = 1L;

        private final transient Runnable meanwhile;

        Dawdler(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            meanwhile.run();
            out.defaultWriteObject();
        }
    }

    /** An exception with a field of its own. */
    static final class Overdrawn extends Exception {
        private static final long serialVersionUID = 1L;

        final int cents;

        Overdrawn(int cents, Throwable cause) {
            super("overdrawn by " + cents, cause);
            this.cents = cents;
        }
    }

    static final class Unserializable extends Exception {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // intended: the task misbehaves
        final Object lock = new Object();

        Unserializable(String message) {
            super(message);
        }
    }

    static final class Undecodable extends Exception {
        private static final long serialVersionUID = 1L;

        Undecodable(String message) {
            super(message);
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            Place.PARENT_DECODES.strikes("DECODES", Kind.EXCEPTION);
        }
    }

    static final class Speechless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("at a loss for words");
        }
    }

    /** An exception whose getCause throws. */
    static final class Groundless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Groundless(String message) {
            super(message);
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it has no state to guard
        public Throwable getCause() {
            throw new IllegalStateException("there is no reason for it");
        }
    }
}
