package dev.pipemark.bench;

import dev.pipemark.record.Metric;
import dev.pipemark.worker.Stamps;
import java.util.Arrays;
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
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;

/**
 * A round trip that reads a clock between its stages, to show how its time is divided. It is slower than {@link
 * RoundTripBenchmark}, because it reads the clocks and sends the worker's times in a second message. It gives the parts of
 * a round trip, and not its duration.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SplitBenchmark {
    private static final Metric[] STAGES = {
        Metric.SPLIT_ENCODE,
        Metric.SPLIT_OUTWARD,
        Metric.SPLIT_DECODE,
        Metric.SPLIT_USE,
        Metric.SPLIT_REPLY_ENCODE,
        Metric.SPLIT_HOMEWARD,
        Metric.SPLIT_REPLY_DECODE
    };

    /** A connection that adds up the times of the stages. */
    @State(Scope.Thread)
    public static class Stages {
        @Param("java")
        public String codec;

        @Param("media-content")
        public String payload;

        @Param("pipe")
        public String transport;

        private Subject subject;
        private Peer peer;
        private Warmup.Stage stage;
        private final long[] own = new long[4];
        private final long[] sums = new long[STAGES.length];

        @Setup(Level.Trial)
        public void open(ForkRecord record, BenchmarkParams params) throws Exception {
            peer = Peer.connect(transport, codec, payload, record, params);
            subject = peer.subject;
            SplitBenchmark benchmark = new SplitBenchmark();
            stage = () -> {
                benchmark.split(this);
                return 1;
            };
            peer.warmUp(peer::burst, stage);
        }

        @Setup(Level.Iteration)
        public void begin(IterationParams iteration) throws Exception {
            subject.refill();
            subject.approach(iteration, stage);
            peer.begin();
            Arrays.fill(sums, 0);
            subject.begin(iteration);
        }

        @TearDown(Level.Iteration)
        public void end(ForkRecord record) throws Exception {
            subject.end();
            peer.end();
            if (subject.measuring()) {
                for (int stage = 0; stage < STAGES.length; stage++) {
                    record.sum(STAGES[stage], sums[stage]);
                }
            }
        }

        @TearDown(Level.Trial)
        public void close() throws Exception {
            try (Peer closing = peer) {
                closing.check();
            }
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void split(Stages state) throws Exception {
        long argument = state.subject.operations();
        long[] own = state.own;
        Stamps worker = state.peer.caller.split(state.subject.next(), argument, own);
        long[] sums = state.sums;
        sums[0] += own[1] - own[0];
        sums[1] += worker.received() - own[1];
        sums[2] += worker.decoded() - worker.received();
        sums[3] += worker.used() - worker.decoded();
        sums[4] += worker.encoded() - worker.used();
        sums[5] += own[2] - worker.encoded();
        sums[6] += own[3] - own[2];
    }
}
