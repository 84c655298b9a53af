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

/** Describes a {@link Pool}: what is not said is as many workers as there are processors, like this JVM. */
public final class PoolBuilder {
    /** A task that leaves a worker without memory ends it: whatever it had begun then cannot be trusted. */
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

    /** How many processes, at least 1. */
    public PoolBuilder workers(int count) {
        workers = atLeastOne(count, "worker");
        return this;
    }

    /** After so many tasks a worker is replaced: for code that leaks. */
    public PoolBuilder maxTasksPerWorker(int tasks) {
        tasksPerWorker = atLeastOne(tasks, "task");
        return this;
    }

    /** How many tasks wait at most for a worker before who adds one waits as well; otherwise 1024 for each worker. */
    public PoolBuilder maxWaiting(int tasks) {
        waiting = atLeastOne(tasks, "task");
        return this;
    }

    /** For tests: after what time without an answer a worker takes no more tasks until it has answered. */
    PoolBuilder stallAfter(long nanos) {
        stallNanos = nanos;
        return this;
    }

    /** How long a worker may take to start, its initializer included; otherwise 30 s. */
    public PoolBuilder startTimeout(Duration timeout) {
        startTimeout = timeout;
        return this;
    }

    /** Flags of the workers' JVMs; otherwise those of this one that a worker can take over. */
    public PoolBuilder jvmFlags(List<String> flags) {
        jvmFlags = List.copyOf(flags);
        return this;
    }

    /** What the workers load; otherwise what this JVM does. */
    public PoolBuilder classPath(String path) {
        classPath = path;
        return this;
    }

    /** Where the workers' stderr goes; otherwise into a temporary folder that is deleted with the pool. */
    public PoolBuilder logs(Path folder) {
        logs = folder;
        return this;
    }

    /** What each worker runs once before its first task. */
    public PoolBuilder initializer(Work0<?> work, Class<?>... of) throws UnsupportedShapeException, TravelException {
        initializer = new Definition(Definition.ship(codec, work, Work0.class, of), List.of(), Shape.of(Object.class))
                .encoded();
        return this;
    }

    /** A public static method without parameters that each worker runs once before its first task. */
    public PoolBuilder initializer(Named work) throws TravelException {
        initializer = new Definition(new Definition.Code.Lookup(work), List.of(), Shape.of(Object.class)).encoded();
        return this;
    }

    /**
     * Starts the workers, without waiting for them.
     *
     * @throws IOException when there is no folder for their logs
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
