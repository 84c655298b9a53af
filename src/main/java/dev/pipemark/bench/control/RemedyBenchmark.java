package dev.pipemark.bench.control;

import dev.pipemark.bench.ForkRecord;
import dev.pipemark.bench.Measured;
import dev.pipemark.bench.Warmup;
import dev.pipemark.record.Metric;
import dev.pipemark.remedies.Remedies;
import dev.pipemark.remedies.Remedy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;

/**
 * The cost of a remedy: it encodes and decodes one value in one process, with and without the remedy. The value is
 * always the same, so the difference between two variants of a remedy shows more than either number alone.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RemedyBenchmark {
    /** The variants that presets measure: each remedy, and the plain way for comparison. */
    public static final List<String> PLANNED = List.of(
            "stronger-codec/serializable-java",
            "stronger-codec/not-serializable-kryo-graph",
            "leave-out/plain-java",
            "leave-out/read-object-java",
            "leave-out/write-replace-java",
            "name-not-function/function-java",
            "name-not-function/name-java");

    /** One variant of one remedy. */
    @State(Scope.Thread)
    public static class Remedied {
        @Param({
            "stronger-codec/serializable-java",
            "stronger-codec/serializable-kryo-graph",
            "stronger-codec/not-serializable-kryo-graph",
            "leave-out/plain-java",
            "leave-out/read-object-java",
            "leave-out/read-resolve-java",
            "leave-out/write-replace-java",
            "name-not-function/function-java",
            "name-not-function/function-kryo-graph",
            "name-not-function/name-java",
            "name-not-function/name-kryo-graph",
            "name-not-function/name-by-hand"
        })
        public String variant;

        private Remedy.Roundtrip roundtrip;
        private Measured measured;
        private long operations;

        @Setup(Level.Trial)
        public void open(ForkRecord record) throws Exception {
            Map<String, Remedy.Roundtrip> roundtrips = Remedies.roundtrips();
            Remedy.Roundtrip named = roundtrips.get(variant);
            if (named == null) {
                throw new IllegalArgumentException(
                        "there is no variant '" + variant + "'; the variants are " + roundtrips.keySet());
            }
            roundtrip = named;
            record.metric(Metric.MESSAGE_SIZE, named.once());
            measured = new Measured(record);
            RemedyBenchmark benchmark = new RemedyBenchmark();
            new Warmup(record).run(() -> {
                benchmark.remedy(this);
                return 1;
            });
        }

        @Setup(Level.Iteration)
        public void begin(IterationParams iteration) {
            measured.begin(iteration, operations);
        }

        @TearDown(Level.Iteration)
        public void end() {
            measured.end(operations);
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int remedy(Remedied remedied) throws Exception {
        remedied.operations++;
        return remedied.roundtrip.once();
    }
}
