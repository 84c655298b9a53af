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
 * What this fork knows and JMH does not carry: usage of both processes over the measured iterations, percentiles,
 * placement. Written at the end as one note to the path in the system property {@value #PATH}, where there is one.
 */
@State(Scope.Benchmark)
public class ForkRecord {
    static final String PATH = "pipemark.note";

    /** A percentile is printed only with at least so many samples beyond it. */
    private static final int SAMPLES_BEYOND = 20;

    /** How many operations one counts for, where the user says so: {@code -opi}. */
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
        // A process that a library started and that has our output would keep JMH waiting for the end of it.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly),
                        "pipemark-descendants"));
    }

    /** Does once what is done before and after an iteration: by JMH, and at the gate. */
    void rehearse() throws IOException {
        if (link != null) {
            link.rehearse();
        }
        if (gate != null) {
            gate.rehearse();
        }
    }

    /**
     * Waits for this fork's turn, where forks take turns. JMH sets this state up before those that depend on it: what they
     * do before the clock runs is done within the turn. JMH's warm-up iterations are no turns.
     */
    @Setup(Level.Iteration)
    public void awaitTurn(IterationParams iteration) throws IOException {
        if (gate != null && iteration.getType() == IterationType.MEASUREMENT) {
            gate.arrive();
        }
    }

    /** Whether this fork takes turns with others. */
    boolean takesTurns() {
        return gate != null;
    }

    /** A measured iteration begins; with several threads the last to begin counts. */
    synchronized void begin() {
        start = Usage.now();
        startNanos = System.nanoTime();
    }

    /** A measured iteration ends; with several threads the first to end counts. */
    synchronized void end() {
        if (start != null) {
            measuredNanos += System.nanoTime() - startNanos;
            add(parentTotals, Usage.now().since(start));
            start = null;
        }
    }

    /** What one thread did in a measured iteration. */
    synchronized void thread(long threadOperations, long allocatedBytes) {
        operations += threadOperations;
        parentAllocated += allocatedBytes;
    }

    /** What one worker used up in a measured iteration. */
    synchronized void worker(Usage usage) {
        hasWorker = true;
        add(workerTotals, usage);
        workerAllocated += usage.allocatedBytes();
    }

    /** The worker is no JVM: of what it uses, only its CPU time is known. */
    synchronized void foreignWorker() {
        foreignWorker = true;
    }

    /** Service times of single calls, ns. */
    synchronized void times(Histogram nanos) {
        histogram.add(nanos);
    }

    /** CPU time of all threads that asked this, which are those that measure, ns. */
    long measuringNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        measuring.add(Thread.currentThread().getId());
        return measuring.stream()
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread)))
                .sum();
    }

    /** A thread's warm-up is over; with several threads the longest counts, and the one in which the compilers rested least. */
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

    /** What the warm-up took behind its messages, ms. */
    synchronized void calmed(double millis) {
        metrics.merge(Metric.WARM_TIME, millis, Double::sum);
    }

    /** Notes a metric that is known once for the fork. */
    public synchronized void metric(Metric metric, double value) {
        metrics.put(metric, value);
    }

    /** Adds to a metric that is a sum over measured operations, written as a mean. */
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
            if (gate != null) {
                gate.done();
            }
        } finally {
            closeLink();
        }
    }

    /** Writes the note, in place of one that was written before. */
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
            // Nothing that was measured went this way.
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
