package dev.pipemark.bench;

import dev.pipemark.api.Shape;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.worker.Job;
import dev.pipemark.worker.Named;
import dev.pipemark.worker.Pool;
import dev.pipemark.worker.Usage;
import dev.pipemark.worker.WorkerSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Tasks that compute and carry next to nothing: what a second worker is worth where it should be worth a second. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PoolBusyBenchmark {
    private static final int TASKS = 128;
    /** About a millisecond. */
    private static final String STEPS = "400000";

    /** A pool whose workers compute. */
    @State(Scope.Benchmark)
    public static class Busy {
        @Param("java")
        public String codec;

        @Param({"1", "2"})
        public int workers;

        private Pool pool;
        private Job<Long, Long> job;
        private final List<Long> seeds = new ArrayList<>();

        @Setup(Level.Trial)
        public void open(ForkRecord record) throws Exception {
            WorkerSettings like = WorkerSettings.likeThisJvm(
                    Path.of(System.getProperty("pipemark.worker.logs", System.getProperty("java.io.tmpdir"))));
            pool = Pool.over(Catalog.load(Thread.currentThread().getContextClassLoader())
                            .codec(codec))
                    .workers(workers)
                    .jvmFlags(like.jvmFlags())
                    .logs(like.logs())
                    .open();
            job = pool.named(Named.instance(BusyWork.class, STEPS), Shape.of(Long.class), Shape.of(Long.class));
            for (long seed = 1; seed <= TASKS; seed++) {
                seeds.add(seed);
            }
            while (pool.processes().size() < workers) {
                job.map(seeds);
            }
            new Warmup(() -> {}, record, this::compiling)
                    .run(() -> job.map(seeds).size());
            record.fact("placement", "left to the system: there are " + (workers + 1) + " processes");
        }

        private long compiling() throws Exception {
            long nanos = -pool.threadNanos();
            for (CompletableFuture<Usage> worker : pool.usage()) {
                Usage usage = worker.get();
                nanos += usage.cpuNanos() - usage.ownNanos();
            }
            return nanos;
        }

        @TearDown(Level.Trial)
        public void close() {
            pool.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public List<Long> poolBusy(Busy state) throws Exception {
        return state.job.map(state.seeds);
    }
}
