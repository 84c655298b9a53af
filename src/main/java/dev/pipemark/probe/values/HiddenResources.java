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

/** Counters that keep something of their process in a field, each of another kind. */
@SuppressWarnings("serial") // fields that cannot be serialized are what is tried
public final class HiddenResources {
    private HiddenResources() {}

    /** A count that travels well, and a call that needs what may not. */
    public interface Counter {
        /** The count so far. */
        int getCount();

        /** Uses the resource, and counts. */
        int next() throws Exception;
    }

    /** The count; subclasses add the resource. */
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

        /** Counts by so many. */
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

    /** A thread that does the work. */
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

    /** A pool that does the work. */
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

    /** Tells a server of each call. */
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

    /** Counts by what a file says. */
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

    /** Writes a line to a file of its own for each call. */
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

    /** A logger that is not static. */
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

    /** Counts by what each thread has of its own. */
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

    /** Finds classes, as plug-ins do. */
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

    /** Stands in the middle of a list. */
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

    /** Keeps a stream for later. */
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

    /** Like a driver's: not serializable, and good for nothing unless this process opened it. */
    public static final class Connection implements AutoCloseable {
        private static final Set<Connection> OPEN = ConcurrentHashMap.newKeySet();

        private final String peer;

        public Connection(String peer) {
            this.peer = peer;
            OPEN.add(this);
        }

        /** Fails when this process did not open it. */
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

    /** Keeps a connection. */
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

    /** Threads one level further down. */
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

    /** Pools by name. */
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

    /** A superclass that is serializable and keeps a thread. */
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

    /** Looks as though it had no thread. */
    public static final class ThreadChild extends ThreadBase {
        private static final long serialVersionUID = 1;

        public ThreadChild(Thread thread, int count) {
            super(thread, count);
        }
    }

    /** Keeps the thread for its inner counters. */
    public static final class ThreadOwner implements Serializable {
        private static final long serialVersionUID = 1;

        private final Thread thread;

        public ThreadOwner(Thread thread) {
            this.thread = thread;
        }

        /** Carries its owner along, in a field that nobody wrote. */
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

    /** Makes what it needs at the first call: nothing is there yet when it is sent. */
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

    /** Sends a description of what it reads, which opens it again where it arrives. */
    public static final class ReopeningCounter extends Counting implements Closeable {
        private static final long serialVersionUID = 1;

        private final String resource;
        private final transient InputStream stream;

        /**
         * Opens it.
         *
         * @param resource on the class path, beside this class
         * @throws NullPointerException when it is not there
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

        /** What travels in its place. */
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
