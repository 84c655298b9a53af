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
 * Tasks through a pool of workers, where codecs are used: each is encoded, decoded and used in a worker, its result encoded
 * and decoded here. The values are distinct ones, and each is encoded by itself.
 */
@OutputTimeUnit(TimeUnit.SECONDS)
public class PoolBenchmark {
    /** In one {@code map}, where their values are not so large that fewer fill the memory. */
    private static final int TASKS = 2_048;

    /** So many more maps are asked for before one is waited for, so that the workers never run dry. */
    private static final int AHEAD = 4;

    private static final String DEFAULT_CHUNK = "default";
    private static final long LONGEST_NANOS = 60_000_000_000L;

    /** A pool and what its tasks are made of. */
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
            @SuppressWarnings("unchecked") // what comes back is of the reply's shape, and is not looked at
            Shape<Object> reply = (Shape<Object>) subject.maker.reply();
            job = pool.named(Named.instance(PayloadWork.class, payload), subject.shape(), reply);
            awaitWorkers();
        }

        /**
         * @param fresh what else than the values is new in each burst, as it is in each iteration
         */
        void warm(Runnable fresh, Warmup.Stage stage) throws Exception {
            Runnable refill = () -> {
                subject.rehearse();
                fresh.run();
            };
            new Warmup(refill, record, () -> compiling(pool)).run(stage);
        }

        /** Until all are up: else the first does the work of all. */
        private void awaitWorkers() throws Exception {
            while (pool.processes().size() < workers) {
                job.submit(subject.next()).get();
            }
        }

        /**
         * Asks the workers what they have used so far. They tell it between two tasks, as they will when they are asked at
         * the end: between the two is what was measured, though others be under way at either.
         */
        void ask() {
            pids = pids();
            before = pool.usage();
        }

        /** Waits until they have told it. */
        void awaitTold() throws Exception {
            if (before != null) {
                told(before);
            }
        }

        /** Called last in an iteration's set-up: what is counted from now on is measured. */
        void begin(IterationParams iteration) {
            allocatedBefore = pool.threadAllocatedBytes();
            subject.begin(iteration);
        }

        void end() throws Exception {
            subject.end();
            if (subject.measuring()) {
                // Values are encoded and decoded by the pool's own threads, and not by the one that measures.
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

        /** Ends the pool, when the job that was measured has carried the ring once more. */
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

        /** Of each worker. */
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

    /** Workers like the fork itself. */
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

    /** CPU time of the workers' threads that do not serve; the pool's own threads on this side serve as well. */
    static long compiling(Pool pool) throws Exception {
        long nanos = -pool.threadNanos();
        for (CompletableFuture<Usage> worker : pool.usage()) {
            Usage usage = worker.get();
            nanos += usage.cpuNanos() - usage.ownNanos();
        }
        return nanos;
    }

    /** Many tasks at once. */
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
            // As many are under way now as were when it began: neither filling nor draining is counted.
            end();
            settle();
        }

        private void askAhead() {
            while (ahead.size() < AHEAD) {
                ahead.add(chunked.mapAsync(next()));
            }
        }

        /** The one that was asked for first, once another is under way. */
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

    /** One task at a time. */
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
