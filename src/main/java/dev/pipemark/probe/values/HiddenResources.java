package dev.pipemark.probe.values;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counters with a resource of their process in a field, each of a different kind. */
@SuppressWarnings("serial") // tests fields that cannot be serialized
public final class HiddenResources {
    private HiddenResources() {}

    /** Has a count that can be sent, and a call that needs a resource that may not be. */
    public interface Counter {
        /** Returns the count so far. */
        int getCount();

        /** Uses the resource and increments the count. */
        int next() throws Exception;
    }

    /** Holds the count. Subclasses add the resource. */
    public abstract static class Counting implements Counter, Serializable {
        private static final long serialVersionUID = 1;

        private int count;

        protected Counting(int count) {
            this.count = count;
        }

        @Override
        public int getCount() {
            return count;
        }

        /** Adds to the count. */
        protected final int add(int more) {
            count += more;
            return count;
        }
    }

    private static void requireAlive(Thread thread) {
        if (!thread.isAlive()) {
            throw new IllegalStateException("the thread is not alive");
        }
    }

    /** Has a thread that does the work. */
    public static final class ThreadCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final Thread thread;

        public ThreadCounter(Thread thread, int count) {
            super(count);
            this.thread = thread;
        }

        @Override
        public int next() {
            requireAlive(thread);
            return add(1);
        }
    }

    /** Has a pool that does the work. */
    public static final class ExecutorCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final ExecutorService executor;

        public ExecutorCounter(ExecutorService executor, int count) {
            super(count);
            this.executor = executor;
        }

        @Override
        public int next() throws Exception {
            return executor.submit(() -> add(1)).get(AnotherThread.PATIENCE, TimeUnit.MILLISECONDS);
        }
    }

    /** Sends each call to a server. */
    public static final class SocketCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final Socket socket;

        public SocketCounter(Socket socket, int count) {
            super(count);
            this.socket = socket;
        }

        @Override
        public int next() throws IOException {
            socket.getOutputStream().write(1);
            return add(1);
        }
    }

    /** Adds numbers that it reads from a file. */
    public static final class FileCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final FileInputStream file;

        public FileCounter(FileInputStream file, int count) {
            super(count);
            this.file = file;
        }

        @Override
        public int next() throws IOException {
            return add(file.read());
        }
    }

    /** Writes a line to a file for each call. */
    public static final class WriterCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final BufferedWriter log;

        public WriterCounter(BufferedWriter log, int count) {
            super(count);
            this.log = log;
        }

        @Override
        public int next() throws IOException {
            log.write("counted");
            log.newLine();
            log.flush();
            return add(1);
        }
    }

    /** Has a logger in an instance field. */
    public static final class LoggerCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final Logger logger = Logger.getLogger("pipemark.probe");

        public LoggerCounter(int count) {
            super(count);
        }

        @Override
        public int next() {
            logger.finest("counted");
            return add(1);
        }
    }

    /** Adds a value that each thread has. */
    public static final class ThreadLocalCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final ThreadLocal<Integer> step = ThreadLocal.withInitial(() -> 1);

        public ThreadLocalCounter(int count) {
            super(count);
        }

        @Override
        public int next() {
            try {
                return add(step.get());
            } finally {
                step.remove();
            }
        }
    }

    /** Loads classes, as plug-in designs do. */
    public static final class LoaderCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final ClassLoader loader;

        public LoaderCounter(ClassLoader loader, int count) {
            super(count);
            this.loader = loader;
        }

        @Override
        public int next() throws ClassNotFoundException {
            if (loader.loadClass(Value.class.getName()) != Value.class) {
                throw new IllegalStateException("not the class of this process");
            }
            return add(1);
        }
    }

    /** Has an iterator in the middle of a list. */
    public static final class IteratorCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final Iterator<Integer> steps;

        public IteratorCounter(Iterator<Integer> steps, int count) {
            super(count);
            this.steps = steps;
        }

        @Override
        public int next() {
            return add(steps.next());
        }
    }

    /** Has a stream for later use. */
    public static final class StreamCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final Stream<Integer> steps;

        public StreamCounter(Stream<Integer> steps, int count) {
            super(count);
            this.steps = steps;
        }

        @Override
        public int next() {
            return add(steps.mapToInt(Integer::intValue).sum());
        }
    }

    /** Like a driver's connection: not serializable, and usable only in the process that opened it. */
    public static final class Connection implements AutoCloseable {
        private static final Set<Connection> OPEN = ConcurrentHashMap.newKeySet();

        private final String peer;

        public Connection(String peer) {
            this.peer = peer;
            OPEN.add(this);
        }

        /** Fails if another process opened the connection. */
        public void send() {
            if (!OPEN.contains(this)) {
                throw new IllegalStateException("not connected to " + peer);
            }
        }

        @Override
        public void close() {
            OPEN.remove(this);
        }
    }

    /** Has a connection. */
    public static final class ConnectionCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final Connection connection;

        public ConnectionCounter(Connection connection, int count) {
            super(count);
            this.connection = connection;
        }

        @Override
        public int next() {
            connection.send();
            return add(1);
        }
    }

    /** Has threads in a list. */
    public static final class ListCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final List<Thread> threads;

        public ListCounter(List<Thread> threads, int count) {
            super(count);
            this.threads = threads;
        }

        @Override
        public int next() {
            threads.forEach(HiddenResources::requireAlive);
            return add(threads.size());
        }
    }

    /** Has pools in a map. */
    public static final class MapCounter extends Counting {
        private static final long serialVersionUID = 1;

        private final Map<String, ExecutorService> pools;

        public MapCounter(Map<String, ExecutorService> pools, int count) {
            super(count);
            this.pools = pools;
        }

        @Override
        public int next() throws Exception {
            ExecutorService pool = Objects.requireNonNull(pools.get("pool"));
            return pool.submit(() -> add(1)).get(AnotherThread.PATIENCE, TimeUnit.MILLISECONDS);
        }
    }

    /** A serializable superclass with a thread. */
    public abstract static class ThreadBase extends Counting {
        private static final long serialVersionUID = 1;

        private final Thread thread;

        protected ThreadBase(Thread thread, int count) {
            super(count);
            this.thread = thread;
        }

        @Override
        public int next() {
            requireAlive(thread);
            return add(1);
        }
    }

    /** Does not show that its superclass has a thread. */
    public static final class ThreadChild extends ThreadBase {
        private static final long serialVersionUID = 1;

        public ThreadChild(Thread thread, int count) {
            super(thread, count);
        }
    }

    /** Has a thread that its inner counters use. */
    public static final class ThreadOwner implements Serializable {
        private static final long serialVersionUID = 1;

        private final Thread thread;

        public ThreadOwner(Thread thread) {
            this.thread = thread;
        }

        /** Refers to its outer object by a hidden field. */
        public final class Inner extends Counting {
            private static final long serialVersionUID = 1;

            public Inner(int count) {
                super(count);
            }

            @Override
            public int next() {
                requireAlive(thread);
                return add(1);
            }
        }
    }

    /** Creates its resource at the first call, so it has none when it is sent. */
    public static final class LazyCounter extends Counting {
        private static final long serialVersionUID = 1;

        private @Nullable MessageDigest digest;

        public LazyCounter(int count) {
            super(count);
        }

        @Override
        public int next() throws NoSuchAlgorithmException {
            if (digest == null) {
                digest = MessageDigest.getInstance("SHA-256");
            }
            return add(digest.getDigestLength());
        }
    }

    /** Sends a description of its resource. The receiver opens the resource again. */
    public static final class ReopeningCounter extends Counting implements Closeable {
        private static final long serialVersionUID = 1;

        private final String resource;
        private final transient InputStream stream;

        /**
         * Opens the resource.
         *
         * @param resource on the class path, beside this class
         * @throws NullPointerException if it does not exist
         */
        public ReopeningCounter(String resource, int count) {
            super(count);
            this.resource = resource;
            this.stream = Objects.requireNonNull(HiddenResources.class.getResourceAsStream(resource), resource);
        }

        private Object writeReplace() {
            return new Description(resource, getCount());
        }

        @Override
        public int next() throws IOException {
            return add(stream.read());
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }

        /** The object that is sent instead. */
        public static final class Description implements Serializable {
            private static final long serialVersionUID = 1;

            private final String resource;
            private final int count;

            public Description(String resource, int count) {
                this.resource = resource;
                this.count = count;
            }

            private Object readResolve() {
                return new ReopeningCounter(resource, count);
            }
        }
    }
}
