package dev.pipemark.bench;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
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

/** Sends bytes to a worker, which returns them unchanged. Nothing that crosses the same pipe can be faster. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EchoFrameBenchmark {
    /** A worker that returns the bytes that it gets. */
    @State(Scope.Thread)
    public static class Echo {
        @Param("bytes-64")
        public String payload;

        @Param("pipe")
        public String transport;

        private Subject subject;
        private Peer peer;
        private Warmup.Stage stage;
        private Coder<Object> coder;
        private Frame[] frames;
        private int mask;

        @Setup(Level.Trial)
        public void open(ForkRecord record, BenchmarkParams params) throws Exception {
            peer = Peer.connect(transport, "raw", payload, record, params);
            subject = peer.subject;
            coder = subject.open();
            encode();
            EchoFrameBenchmark benchmark = new EchoFrameBenchmark();
            stage = () -> {
                benchmark.echoFrame(this);
                return 1;
            };
            peer.warmUp(stage);
        }

        private void encode() throws Exception {
            frames = subject.encoded(coder);
            mask = frames.length - 1;
        }

        private long echo() throws Exception {
            peer.caller.echoFrame(frames[(int) subject.step() & mask]);
            return 1;
        }

        @Setup(Level.Iteration)
        public void begin(IterationParams iteration) throws Exception {
            subject.refill();
            encode();
            subject.approach(iteration, stage);
            peer.begin();
            subject.begin(iteration);
        }

        @TearDown(Level.Iteration)
        public void end() throws Exception {
            subject.end();
            peer.end();
        }

        @TearDown(Level.Trial)
        public void close() throws Exception {
            peer.close();
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void echoFrame(Echo state) throws Exception {
        state.echo();
    }
}
