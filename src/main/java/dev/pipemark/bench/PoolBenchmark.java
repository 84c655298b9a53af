package dev.pipemark.bench;

import dev.pipemark.api.Shape;
import dev.pipemark.worker.Job;
import dev.pipemark.worker.Named;
import dev.pipemark.worker.Pool;
import dev.pipemark.worker.Usage;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    /** In one {@code map}. The next is asked for before it is waited for, so that the workers never run dry. */
    private static final int TASKS = 2_048;

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
        private @Nullable List<Usage> before;
        private List<Long> pids = List.of();

        void open(ForkRecord forkRecord, Warmup.Stage... stages) throws Exception {
            record = forkRecord;
            subject = new Subject(codec, payload, record);
            WorkerSettings like = WorkerSettings.likeThisJvm(
                    Path.of(System.getProperty("pipemark.worker.logs", System.getProperty("java.io.tmpdir"))));
            pool = Pool.over(subject.codec)
                    .workers(workers)
                    .jvmFlags(like.jvmFlags())
                    .logs(like.logs())
                    .open();
            @SuppressWarnings("unchecked") // what comes back is of the reply's shape, and is not looked at
            Shape<Object> reply = (Shape<Object>) subject.payload.reply();
            job = pool.named(Named.instance(PayloadWork.class, payload), subject.shape(), reply);
            record.fact("placement", "left to the system: there are " + (workers + 1) + " processes");
            awaitWorkers();
            new Warmup(subject, record, this::compiling).run(stages);
        }

        /** Until all are up: else the first does the work of all. */
        private void awaitWorkers() throws Exception {
            while (pool.processes().size() < workers) {
                job.submit(subject.next()).get();
            }
        }

        void begin(IterationParams iteration, Runnable first) throws Exception {
            subject.refill();
            // As it is at the end: with some work under way, so that what is used is that of the tasks between.
            first.run();
            before = usage();
            pids = pids();
            subject.begin(iteration);
        }

        void end() throws Exception {
            subject.end();
            if (before != null && subject.measuring()) {
                List<Usage> after = usage();
                if (!pids().equals(pids)) {
                    throw new IOException("a worker died and was replaced while it was measured");
                }
                for (int worker = 0; worker < after.size(); worker++) {
                    record.worker(after.get(worker).since(before.get(worker)));
                }
            }
        }

        void close() {
            pool.close();
        }

        private List<Long> pids() {
            return pool.processes().stream().map(ProcessHandle::pid).toList();
        }

        /** Of each worker. */
        private List<Usage> usage() throws Exception {
            List<Usage> all = new ArrayList<>();
            for (CompletableFuture<Usage> worker : pool.usage()) {
                all.add(worker.get());
            }
            if (all.size() != workers) {
                throw new IOException(all.size() + " of " + workers + " workers are up: the others died");
            }
            return all;
        }

        private long compiling() throws Exception {
            // The pool's own threads on this side serve as well.
            return usage().stream()
                            .mapToLong(one -> one.cpuNanos() - one.ownNanos())
                            .sum()
                    - pool.threadNanos();
        }
    }

    /** Many tasks at once. */
    @State(Scope.Thread)
    public static class Mapped extends Pooled {
        @Param({"1", DEFAULT_CHUNK})
        public String chunk;

        private Job<Object, Object> chunked;
        private @Nullable CompletableFuture<List<Object>> ahead;

        @Setup(Level.Trial)
        public void open(ForkRecord record) throws Exception {
            PoolBenchmark benchmark = new PoolBenchmark();
            open(record, () -> {
                chunked = chunk.equals(DEFAULT_CHUNK) ? super.job : super.job.chunk(Integer.parseInt(chunk));
                benchmark.pool(this);
                return TASKS;
            });
        }

        @Setup(Level.Iteration)
        public void beginIteration(IterationParams iteration) throws Exception {
            settle();
            begin(iteration, this::askAhead);
        }

        @TearDown(Level.Iteration)
        public void endIteration() throws Exception {
            // One is under way now as one was when it began: neither filling nor draining is counted.
            end();
            settle();
        }

        private void askAhead() {
            ahead = chunked.mapAsync(next());
        }

        /** The one that was asked for before, once the next is under way. */
        private List<Object> take() throws Exception {
            CompletableFuture<List<Object>> asked = ahead;
            askAhead();
            return asked == null ? List.of() : asked.get();
        }

        private void settle() throws Exception {
            if (ahead != null) {
                ahead.get();
                ahead = null;
            }
        }

        @TearDown(Level.Trial)
        public void closePool() {
            close();
        }

        private List<Object> next() {
            Object[] values = new Object[TASKS];
            for (int i = 0; i < TASKS; i++) {
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
            PoolBenchmark benchmark = new PoolBenchmark();
            open(record, () -> {
                benchmark.submit(this);
                return 1;
            });
        }

        @Setup(Level.Iteration)
        public void beginIteration(IterationParams iteration) throws Exception {
            times.reset();
            begin(iteration, () -> {});
        }

        @TearDown(Level.Iteration)
        public void endIteration() throws Exception {
            end();
            if (super.subject.measuring()) {
                super.record.times(times);
            }
        }

        @TearDown(Level.Trial)
        public void closePool() {
            close();
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(TASKS)
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public List<Object> pool(Mapped state) throws Exception {
        return state.take();
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
