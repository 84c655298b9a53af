package dev.pipemark.bench;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Shape;
import dev.pipemark.pool.Job;
import dev.pipemark.pool.Named;
import dev.pipemark.pool.Pool;
import dev.pipemark.worker.Usage;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;

/**
 * Tasks through a pool of workers, as programs use codecs. A value is encoded here, and decoded and used in a worker. Its
 * result is encoded there and decoded here. The values are distinct, and each is encoded by itself.
 */
@OutputTimeUnit(TimeUnit.SECONDS)
public class PoolBenchmark {
    /** The number of tasks of one {@code map}. There are fewer if the values are large. */
    private static final int TASKS = 2_048;

    /** The number of maps that are submitted before the result of one is awaited. The workers are then never idle. */
    private static final int AHEAD = 4;

    private static final String DEFAULT_CHUNK = "default";
    private static final long LONGEST_NANOS = 60_000_000_000L;

    /** A pool, and the values of its tasks. */
    @State(Scope.Thread)
    public static class Pooled {
        @Param("kryo-registered")
        public String codec;

        @Param("long")
        public String payload;

        @Param("1")
        public int workers;

        private Subject subject;
        private Pool pool;
        private Job<Object, Object> job;
        private ForkRecord record;
        private @Nullable List<CompletableFuture<Usage>> before;
        private List<Long> pids = List.of();
        private long allocatedBefore;

        void openPool(ForkRecord forkRecord) throws Exception {
            record = forkRecord;
            subject = new Subject(codec, payload, record);
            pool = pool(subject.codec, workers, record);
            @SuppressWarnings("unchecked") // the results have the reply's shape, and are not used
            Shape<Object> reply = (Shape<Object>) subject.maker.reply();
            job = pool.named(Named.instance(PayloadWork.class, payload), subject.shape(), reply);
            awaitWorkers();
        }

        /**
         * Warms up.
         *
         * @param fresh renews the parts, beside the values, that are new in each iteration
         */
        void warm(Runnable fresh, Warmup.Stage stage) throws Exception {
            Runnable refill = () -> {
                subject.rehearse();
                fresh.run();
            };
            new Warmup(refill, record, () -> compiling(pool)).run(stage);
        }

        /** Waits until all workers have started. Otherwise the first worker would do all the work. */
        private void awaitWorkers() throws Exception {
            while (pool.processes().size() < workers) {
                job.submit(subject.next()).get();
            }
        }

        /**
         * Requests the usage of the workers so far. Workers answer between two tasks, here as at the end. The tasks
         * between the two answers are the measured ones, although others are in flight at both times.
         */
        void ask() {
            pids = pids();
            before = pool.usage();
        }

        /** Waits for the answers. */
        void awaitTold() throws Exception {
            if (before != null) {
                told(before);
            }
        }

        /** Begins an iteration. It must be the last call of the set-up. */
        void begin(IterationParams iteration) {
            allocatedBefore = pool.threadAllocatedBytes();
            subject.begin(iteration);
        }

        void end() throws Exception {
            subject.end();
            if (subject.measuring()) {
                // The pool's own threads encode and decode, and not the measuring thread.
                record.thread(0, pool.threadAllocatedBytes() - allocatedBefore);
            }
            if (before != null && subject.measuring()) {
                List<Usage> after = told(pool.usage());
                List<Usage> until = told(before);
                if (!pids().equals(pids)) {
                    throw new IOException("a worker died and was replaced while it was measured");
                }
                for (int worker = 0; worker < after.size(); worker++) {
                    record.worker(after.get(worker).since(until.get(worker)));
                }
            }
        }

        /** Checks the ring with the measured job, and ends the pool. */
        void close(Job<Object, Object> measured) throws Exception {
            try (Pool closing = pool) {
                List<Object> results = measured.map(subject.ring());
                Recheck.ring(
                        subject,
                        index -> subject.maker.replyDifference(
                                subject.seed(index), PayloadWork.ARGUMENT, results.get(index)));
            }
        }

        private List<Long> pids() {
            return pool.processes().stream().map(ProcessHandle::pid).toList();
        }

        /** Returns the usage of each worker. */
        private List<Usage> told(List<CompletableFuture<Usage>> asked) throws Exception {
            List<Usage> all = new ArrayList<>();
            for (CompletableFuture<Usage> worker : asked) {
                all.add(worker.get());
            }
            if (all.size() != workers) {
                throw new IOException(all.size() + " of " + workers + " workers are up: the others died");
            }
            return all;
        }
    }

    /** Opens a pool whose workers have the same flags as the fork. */
    static Pool pool(Codec codec, int workers, ForkRecord record) throws IOException {
        WorkerSettings like = WorkerSettings.likeThisJvm(
                Path.of(System.getProperty("pipemark.worker.logs", System.getProperty("java.io.tmpdir"))));
        record.fact("placement", "left to the system: there are " + (workers + 1) + " processes");
        return Pool.over(codec)
                .workers(workers)
                .maxWaiting(AHEAD * TASKS)
                .jvmFlags(like.jvmFlags())
                .logs(like.logs())
                .open();
    }

    /** Returns the CPU time of all threads that do not serve, on both sides. The pool's own threads serve too. */
    static long compiling(Pool pool) throws Exception {
        long nanos = -pool.threadNanos();
        for (CompletableFuture<Usage> worker : pool.usage()) {
            Usage usage = worker.get();
            nanos += usage.cpuNanos() - usage.ownNanos();
        }
        return nanos;
    }

    /** A pool that has many tasks at once. */
    @State(Scope.Thread)
    public static class Mapped extends Pooled {
        @Param({"1", DEFAULT_CHUNK})
        public String chunk;

        private Job<Object, Object> chunked;
        private int size;
        private final Queue<CompletableFuture<List<Object>>> ahead = new ArrayDeque<>();

        @Setup(Level.Trial)
        public void open(ForkRecord record) throws Exception {
            openPool(record);
            size = Math.min(TASKS, 2 * super.subject.ringLength());
            chunked = chunk.equals(DEFAULT_CHUNK) ? super.job : super.job.chunk(Integer.parseInt(chunk));
            PoolBenchmark benchmark = new PoolBenchmark();
            warm(() -> {}, () -> {
                benchmark.pool(this);
                return TASKS;
            });
        }

        @Setup(Level.Iteration)
        public void beginIteration(IterationParams iteration) throws Exception {
            settle();
            super.subject.refill();
            take();
            ask();
            begin(iteration);
        }

        @TearDown(Level.Iteration)
        public void endIteration() throws Exception {
            // As many tasks are in flight now as at the beginning, so neither filling nor draining is counted.
            end();
            settle();
        }

        private void askAhead() {
            while (ahead.size() < AHEAD) {
                ahead.add(chunked.mapAsync(next()));
            }
        }

        /** Submits maps ahead, and returns the results of the oldest one. */
        private List<Object> take() throws Exception {
            askAhead();
            ahead.add(chunked.mapAsync(next()));
            return ahead.remove().get();
        }

        private void settle() throws Exception {
            while (!ahead.isEmpty()) {
                ahead.remove().get();
            }
        }

        @TearDown(Level.Trial)
        public void closePool() throws Exception {
            close(chunked);
        }

        private List<Object> next() {
            Object[] values = new Object[size];
            for (int i = 0; i < size; i++) {
                values[i] = super.subject.next();
            }
            return Arrays.asList(values);
        }
    }

    /** A pool that has one task at a time. */
    @State(Scope.Thread)
    public static class Submitted extends Pooled {
        private final Histogram times = new Histogram(LONGEST_NANOS, 3);

        @Setup(Level.Trial)
        public void open(ForkRecord record) throws Exception {
            openPool(record);
            PoolBenchmark benchmark = new PoolBenchmark();
            warm(times::reset, () -> {
                benchmark.submit(this);
                return 1;
            });
        }

        @Setup(Level.Iteration)
        public void beginIteration(IterationParams iteration) throws Exception {
            times.reset();
            super.subject.refill();
            ask();
            awaitTold();
            begin(iteration);
        }

        @TearDown(Level.Iteration)
        public void endIteration() throws Exception {
            end();
            if (super.subject.measuring()) {
                super.record.times(times);
            }
        }

        @TearDown(Level.Trial)
        public void closePool() throws Exception {
            close(super.job);
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(TASKS)
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public List<Object> pool(Mapped state) throws Exception {
        List<Object> results = state.take();
        for (int tasks = state.size; tasks < TASKS; tasks += state.size) {
            results = state.take();
        }
        return results;
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public @Nullable Object submit(Submitted state) throws Exception {
        Pooled pooled = state;
        long begun = System.nanoTime();
        Object result = pooled.job.submit(pooled.subject.next()).get();
        state.times.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - begun));
        return result;
    }
}
