package dev.pipemark.bench;

import dev.pipemark.api.Shape;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.pool.Job;
import dev.pipemark.pool.Named;
import dev.pipemark.pool.Pool;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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

/** Tasks that compute and whose values are tiny. Here a second worker should double the rate. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PoolBusyBenchmark {
    private static final int TASKS = 512;
    /** The steps of about a millisecond. */
    private static final String STEPS = "400000";

    private static final String FEW_STEPS = "100";
    private static final int FEW_TASKS = 8;

    /** A pool whose workers compute. */
    @State(Scope.Benchmark)
    public static class Busy {
        @Param("kryo-registered")
        public String codec;

        @Param({"1", "2"})
        public int workers;

        private Pool pool;
        private Job<Long, Long> job;
        private final List<Long> seeds =
                LongStream.rangeClosed(1, TASKS).boxed().toList();

        private final List<Long> few =
                LongStream.rangeClosed(1, FEW_TASKS).boxed().toList();

        @Setup(Level.Trial)
        public void open(ForkRecord record) throws Exception {
            pool = PoolBenchmark.pool(
                    Catalog.load(Thread.currentThread().getContextClassLoader()).codec(codec), workers, record);
            // With a larger chunk, one worker would have no task while the other has the last ones.
            job = job(STEPS).chunk(1);
            Job<Long, Long> brief = job(FEW_STEPS).chunk(1);
            while (pool.processes().size() < workers) {
                brief.map(seeds);
            }
            // With short tasks, the code of the pool is compiled within a second. With the measured tasks, this would
            // take half a minute. Some measured tasks run too. Otherwise the JVM would discard the compiled code at the
            // first of them.
            new Warmup(() -> {}, record, () -> PoolBenchmark.compiling(pool))
                    .run(
                            () -> brief.map(seeds).size() + job.map(few).size(),
                            () -> job.map(seeds).size());
        }

        private Job<Long, Long> job(String steps) throws Exception {
            return pool.named(Named.instance(BusyWork.class, steps), Shape.of(Long.class), Shape.of(Long.class));
        }

        @TearDown(Level.Trial)
        public void close() throws Exception {
            try (Pool closing = pool) {
                BusyWork here = new BusyWork(STEPS);
                List<Long> results = job.map(few);
                for (int i = 0; i < few.size(); i++) {
                    Long expected = here.run(few.get(i));
                    if (!expected.equals(results.get(i))) {
                        throw new WrongValueException("in the check after the measurement, task " + i + " returned "
                                + results.get(i) + " and not " + expected);
                    }
                }
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public List<Long> poolBusy(Busy state) throws Exception {
        return state.job.map(state.seeds);
    }
}
