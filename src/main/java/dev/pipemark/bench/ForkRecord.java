package dev.pipemark.bench;

import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.record.NoteFile;
import dev.pipemark.worker.Usage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The facts of this fork that JMH's result does not carry: the usage of both processes in the measured iterations,
 * percentiles, placement. At the end they are written as one note to the path in the system property {@value #PATH}, if
 * it is set.
 */
@State(Scope.Benchmark)
public class ForkRecord {
    static final String PATH = "pipemark.note";

    /** The fewest samples beyond a percentile that is printed. */
    private static final int SAMPLES_BEYOND = 20;

    /** The number of operations for which one call counts, from {@code -opi}. */
    private static final double OPERATIONS = Double.parseDouble(System.getProperty("pipemark.operations", "1"));

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    private final Map<String, String> facts = new TreeMap<>();
    private final long[] parentTotals = new long[4];
    private final long[] workerTotals = new long[4];
    private final Histogram histogram = new Histogram(3);
    private final Set<Long> measuring = ConcurrentHashMap.newKeySet();
    private long parentAllocated;
    private long workerAllocated;
    private long operations;
    private long measuredNanos;
    private int turns;
    private boolean hasWorker;
    private boolean foreignWorker;
    private Rest.State warmed = Rest.State.RESTING;
    private @Nullable JmhLink link;
    private @Nullable Gate gate;
    private @Nullable Usage start;
    private long startNanos;

    @Setup(Level.Trial)
    public void connect(BenchmarkParams params) throws IOException {
        link = new JmhLink(params);
        gate = Gate.connect();
        // A library may have started a process that holds our output open. JMH would wait for its end.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly),
                        "pipemark-descendants"));
    }

    /** Performs the work of JMH and of the gate before and after an iteration once. */
    void rehearse() throws IOException {
        if (link != null) {
            link.rehearse();
        }
        if (gate != null) {
            gate.rehearse();
        }
    }

    /**
     * Waits for this fork's turn, if forks take turns. JMH sets up this state before the states that depend on it. Their
     * work before the clock starts is therefore within the turn. JMH's warm-up iterations are not turns.
     */
    @Setup(Level.Iteration)
    public void awaitTurn(IterationParams iteration) throws IOException {
        if (gate != null && iteration.getType() == IterationType.MEASUREMENT) {
            gate.arrive();
        }
    }

    /**
     * Ends the last turn: waits until the other forks have had theirs as well. JMH calls this after the tear-downs of the
     * other states for an iteration, and before those for a trial. These check values, and leave work to the compilers.
     */
    @TearDown(Level.Iteration)
    public void awaitOthers(IterationParams iteration) throws IOException {
        if (gate != null && iteration.getType() == IterationType.MEASUREMENT) {
            turns++;
            if (turns == iteration.getCount()) {
                gate.done();
            }
        }
    }

    /** Returns whether this fork takes turns with others. */
    boolean takesTurns() {
        return gate != null;
    }

    /** Begins a measured iteration. With several threads, the last call counts. */
    synchronized void begin() {
        start = Usage.now();
        startNanos = System.nanoTime();
    }

    /** Ends a measured iteration. With several threads, the first call counts. */
    synchronized void end() {
        if (start != null) {
            measuredNanos += System.nanoTime() - startNanos;
            add(parentTotals, Usage.now().since(start));
            start = null;
        }
    }

    /** Adds the work of one thread in a measured iteration. */
    synchronized void thread(long threadOperations, long allocatedBytes) {
        operations += threadOperations;
        parentAllocated += allocatedBytes;
    }

    /** Adds the usage of one worker in a measured iteration. */
    synchronized void worker(Usage usage) {
        hasWorker = true;
        add(workerTotals, usage);
        workerAllocated += usage.allocatedBytes();
    }

    /** Records that the worker is not a JVM. Of the worker's resources, only its CPU time is known. */
    synchronized void foreignWorker() {
        foreignWorker = true;
    }

    /** Adds the service times of single calls, in ns. */
    synchronized void times(Histogram nanos) {
        histogram.add(nanos);
    }

    /** Returns the CPU time of all threads that have called this method, in ns. These are the measuring threads. */
    long measuringNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        measuring.add(Thread.currentThread().getId());
        return measuring.stream()
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread)))
                .sum();
    }

    /**
     * Notes the end of a thread's warm-up. With several threads, the note has the longest warm-up and the busiest
     * state of the compilers.
     */
    synchronized void warmed(long messages, double millis, Rest.State state) {
        metrics.merge(Metric.WARM_MESSAGES, (double) messages, Double::sum);
        metrics.merge(Metric.WARM_TIME, millis, Math::max);
        warmed = warmed.compareTo(state) < 0 ? state : warmed;
        facts.put(
                ForkNote.WARM_UP,
                switch (warmed) {
                    case RESTING -> ForkNote.RESTED;
                    case QUIET -> ForkNote.QUIET;
                    case BUSY -> ForkNote.AT_WORK;
                });
    }

    /** Adds the time that the warm-up took after its messages, in ms. */
    synchronized void calmed(double millis) {
        metrics.merge(Metric.WARM_TIME, millis, Double::sum);
    }

    /** Notes a metric that has one value for the whole fork. */
    public synchronized void metric(Metric metric, double value) {
        metrics.put(metric, value);
    }

    /** Adds to a metric over measured operations. The note has its mean. */
    synchronized void sum(Metric metric, double value) {
        metrics.merge(metric, value, Double::sum);
    }

    synchronized void fact(String name, String value) {
        facts.put(name, value);
    }

    @TearDown(Level.Trial)
    public synchronized void finish() throws IOException {
        try {
            write();
        } finally {
            closeLink();
        }
    }

    /** Writes the note, and replaces an earlier one. */
    synchronized void write() throws IOException {
        String path = System.getProperty(PATH);
        if (path != null) {
            write(Path.of(path));
        }
    }

    private void closeLink() {
        try {
            if (link != null) {
                link.close();
            }
            if (gate != null) {
                gate.close();
            }
        } catch (IOException e) {
            // No result depends on these connections.
        }
    }

    private void write(Path path) throws IOException {
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("flags", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        if (operations > 0) {
            summarize();
        }
        NoteFile.write(new ForkNote(metrics, facts), path);
    }

    private void summarize() {
        double counted = operations * OPERATIONS;
        metrics.replaceAll((metric, value) -> metric.id().startsWith("split-") ? value / counted : value);
        double measuredMillis = measuredNanos / NANOS_PER_MILLI;
        metrics.put(Metric.PARENT_CPU, parentTotals[0] / counted);
        metrics.put(Metric.PARENT_ALLOCATION, parentAllocated / counted);
        metrics.put(Metric.PARENT_GC, (double) parentTotals[1]);
        metrics.put(Metric.PARENT_JIT, 100 * parentTotals[2] / measuredMillis);
        metrics.put(Metric.PARENT_CLASSES, (double) parentTotals[3]);
        if (hasWorker) {
            metrics.put(Metric.WORKER_CPU, workerTotals[0] / counted);
            metrics.put(Metric.PER_CPU_SECOND, counted * 1e9 / (parentTotals[0] + workerTotals[0]));
        }
        if (hasWorker && !foreignWorker) {
            metrics.put(Metric.WORKER_ALLOCATION, workerAllocated / counted);
            metrics.put(Metric.WORKER_GC, (double) workerTotals[1]);
            metrics.put(Metric.WORKER_JIT, 100 * workerTotals[2] / measuredMillis);
            metrics.put(Metric.WORKER_CLASSES, (double) workerTotals[3]);
        }
        long samples = histogram.getTotalCount();
        if (samples > 0) {
            metrics.put(Metric.SAMPLES, (double) samples);
            metrics.put(Metric.MAX, (double) histogram.getMaxValue());
            percentile(Metric.P50, 50, samples);
            percentile(Metric.P90, 90, samples);
            percentile(Metric.P99, 99, samples);
            percentile(Metric.P999, 99.9, samples);
        }
    }

    private void percentile(Metric metric, double percentile, long samples) {
        if (samples * (100 - percentile) / 100 >= SAMPLES_BEYOND) {
            metrics.put(metric, (double) histogram.getValueAtPercentile(percentile));
        }
    }

    private static void add(long[] totals, Usage usage) {
        totals[0] += usage.cpuNanos();
        totals[1] += usage.gcMillis();
        totals[2] += usage.jitMillis();
        totals[3] += usage.loadedClasses();
    }
}
