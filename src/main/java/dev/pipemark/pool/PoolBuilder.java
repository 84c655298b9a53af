package dev.pipemark.pool;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Pool}. By default it has as many workers as there are processors, with the settings of this JVM. */
public final class PoolBuilder {
    /** A worker that runs out of memory ends, because the state of tasks it had begun is not reliable. */
    private static final String NO_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    private static final int WAITING_PER_WORKER = 1_024;

    private final Codec codec;
    private int workers = Runtime.getRuntime().availableProcessors();
    private int tasksPerWorker = Integer.MAX_VALUE;
    private int waiting;
    private long stallNanos = JobState.SLOW_NANOS;
    private Duration startTimeout = WorkerSettings.DEADLINE;
    private @Nullable List<String> jvmFlags;
    private @Nullable String classPath;
    private @Nullable Path logs;
    private byte @Nullable [] initializer;

    PoolBuilder(Codec codec) {
        this.codec = codec;
    }

    /** Sets the number of worker processes, at least 1. The default is the number of processors. */
    public PoolBuilder workers(int count) {
        workers = atLeastOne(count, "worker");
        return this;
    }

    /** Replaces a worker after this many tasks. Useful for code that leaks. */
    public PoolBuilder maxTasksPerWorker(int tasks) {
        tasksPerWorker = atLeastOne(tasks, "task");
        return this;
    }

    /**
     * Sets how many tasks may wait for a worker. A caller that adds more waits as well. The default is 1024 per worker.
     */
    public PoolBuilder maxWaiting(int tasks) {
        waiting = atLeastOne(tasks, "task");
        return this;
    }

    /** For tests: a worker receives no more tasks after this time without an answer, until it answers. */
    PoolBuilder stallAfter(long nanos) {
        stallNanos = nanos;
        return this;
    }

    /** Sets how long a worker may take to start, including its initializer. The default is 30 s. */
    public PoolBuilder startTimeout(Duration timeout) {
        startTimeout = timeout;
        return this;
    }

    /**
     * Sets the flags of the workers' JVMs. By default they are the flags of this JVM that a worker can take over.
     */
    public PoolBuilder jvmFlags(List<String> flags) {
        jvmFlags = List.copyOf(flags);
        return this;
    }

    /** Sets the class path of the workers. By default it is that of this JVM. */
    public PoolBuilder classPath(String path) {
        classPath = path;
        return this;
    }

    /** Sets the folder for the workers' stderr. By default it is a temporary folder that is deleted with the pool. */
    public PoolBuilder logs(Path folder) {
        logs = folder;
        return this;
    }

    /** Sets a function that each worker runs once before its first task. */
    public PoolBuilder initializer(Work0<?> work, Class<?>... of) throws UnsupportedShapeException, TravelException {
        initializer = new Definition(Definition.ship(codec, work, Work0.class, of), List.of(), Shape.of(Object.class))
                .encoded();
        return this;
    }

    /** Sets a public static method without parameters that each worker runs once before its first task. */
    public PoolBuilder initializer(Named work) throws TravelException {
        initializer = new Definition(new Definition.Code.Lookup(work), List.of(), Shape.of(Object.class)).encoded();
        return this;
    }

    /**
     * Starts the workers without waiting for them.
     *
     * @throws IOException if no folder for their logs can be created
     */
    public Pool open() throws IOException {
        PoolFolder folder = logs == null ? PoolFolder.temporary() : new PoolFolder(logs, false);
        WorkerSettings like = WorkerSettings.likeThisJvm(folder.path());
        List<String> flags = new ArrayList<>(jvmFlags == null ? like.jvmFlags() : jvmFlags);
        flags.add(NO_MEMORY);
        WorkerSettings each = new WorkerSettings(
                like.launcher(), classPath == null ? like.classPath() : classPath, flags, folder.path(), startTimeout);
        return new Pool(
                new PoolSettings(
                        each,
                        codec,
                        workers,
                        initializer,
                        tasksPerWorker,
                        stallNanos,
                        waiting > 0 ? waiting : WAITING_PER_WORKER * workers,
                        !folder.own()),
                folder);
    }

    private static int atLeastOne(int count, String what) {
        if (count < 1) {
            throw new IllegalArgumentException("a pool needs at least one " + what + ", not " + count);
        }
        return count;
    }
}
