package dev.pipemark.bench;

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
 * A stream of messages to a worker, which decodes and acknowledges them. The window limits the messages without an
 * acknowledgement. It is full when an iteration begins and when it ends, so neither filling nor draining it is counted.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class StreamBenchmark {
    /** A stream of messages to one worker. */
    @State(Scope.Thread)
    public static class Stream {
        @Param("java")
        public String codec;

        @Param("media-content")
        public String payload;

        @Param("pipe")
        public String transport;

        @Param("64")
        public int window;

        private Subject subject;
        private Peer peer;
        private Warmup.Stage stage;

        @Setup(Level.Trial)
        public void open(ForkRecord record, BenchmarkParams params) throws Exception {
            peer = Peer.connect(transport, codec, payload, record, params);
            subject = peer.subject;
            StreamBenchmark benchmark = new StreamBenchmark();
            stage = () -> {
                benchmark.stream(this);
                return 1;
            };
            peer.warmUp(stage);
        }

        @Setup(Level.Iteration)
        public void begin(IterationParams iteration) throws Exception {
            subject.refill();
            subject.approach(iteration, stage);
            peer.begin();
            subject.begin(iteration);
            for (int i = 0; i < window; i++) {
                peer.caller.post(subject.next(), window);
            }
        }

        @TearDown(Level.Iteration)
        public void end() throws Exception {
            subject.end();
            peer.end();
        }

        @TearDown(Level.Trial)
        public void close() throws Exception {
            try (Peer closing = peer) {
                closing.checkBatches();
            }
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void stream(Stream state) throws Exception {
        state.peer.caller.post(state.subject.next(), state.window);
    }
}
