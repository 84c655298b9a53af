package dev.pipemark.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
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
 * Round trips, one at a time: a message is sent, and decoded and used in the worker. The result is encoded, sent back and
 * decoded. This closed loop measures the service time, and not the response time under load. Each call is also added to a
 * histogram, after the clock is read. The {@code memory} control has no histogram, since reading the clock would be a
 * large part of each call.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RoundTripBenchmark {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);

    /** A connection to one worker. */
    @State(Scope.Thread)
    public static class Conversation {
        @Param("java")
        public String codec;

        @Param("media-content")
        public String payload;

        @Param("pipe")
        public String transport;

        private Subject subject;
        private Peer peer;
        private Warmup.Stage stage;
        private boolean timed;
        private final Histogram times = new Histogram(LONGEST_NANOS, 3);

        @Setup(Level.Trial)
        public void open(ForkRecord record, BenchmarkParams params) throws Exception {
            peer = Peer.connect(transport, codec, payload, record, params);
            subject = peer.subject;
            timed = transport.equals("pipe");
            RoundTripBenchmark benchmark = new RoundTripBenchmark();
            stage = () -> {
                benchmark.roundTrip(this);
                return 1;
            };
            peer.warmUp(times, peer::burst, stage);
        }

        @Setup(Level.Iteration)
        public void begin(IterationParams iteration) throws Exception {
            subject.refill();
            subject.approach(iteration, stage);
            times.reset();
            peer.begin();
            subject.begin(iteration);
        }

        @TearDown(Level.Iteration)
        public void end(ForkRecord record) throws Exception {
            subject.end();
            peer.end();
            if (subject.measuring()) {
                record.times(times);
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
    public @Nullable Object roundTrip(Conversation state) throws Exception {
        long argument = state.subject.operations();
        Object value = state.subject.next();
        if (!state.timed) {
            return state.peer.caller.call(value, argument);
        }
        long begun = System.nanoTime();
        Object reply = state.peer.caller.call(value, argument);
        state.times.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - begun));
        return reply;
    }
}
