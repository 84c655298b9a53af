package dev.pipemark.bench;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.worker.Caller;
import dev.pipemark.worker.Worker;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Measures from the start of a worker process to its first answer. The coder on this side is warm, the worker is cold.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FirstReplyBenchmark {
    private static final long ARGUMENT = 1;
    private static final int WARM_ENCODES = 10_000;
    private static final long WARM_NANOS = 500_000_000;

    /** A warm coder on this side, and the latest worker. */
    @State(Scope.Thread)
    public static class Cold {
        @Param("java")
        public String codec;

        @Param("media-content")
        public String payload;

        private Subject subject;
        private Coder<Object> coder;
        private @Nullable Worker worker;
        private @Nullable Caller<Object> caller;
        private @Nullable Object reply;

        @Setup(Level.Trial)
        public void warm(ForkRecord record) throws Exception {
            subject = new Subject(codec, payload, record);
            coder = subject.open();
            Frame frame = new Frame();
            long until = System.nanoTime() + WARM_NANOS;
            for (int i = 0; i < WARM_ENCODES && System.nanoTime() < until; i++) {
                frame.reset();
                coder.encode(subject.next(), frame);
                coder.decode(frame);
            }
            record.fact("placement", "left to the system: the worker is new each time");
        }

        /** Ends the worker of the previous iteration. */
        @Setup(Level.Iteration)
        public void end() throws Exception {
            Worker ended = worker;
            worker = null;
            caller = null;
            if (ended != null) {
                ended.close();
            }
        }

        /** Checks the measured reply. */
        @TearDown(Level.Iteration)
        public void check() throws Exception {
            Recheck.value(
                    subject,
                    subject.last(),
                    index -> subject.maker.replyDifference(subject.seed(index), ARGUMENT, reply));
        }

        /** Checks the ring with the last measured worker. */
        @TearDown(Level.Trial)
        public void close() throws Exception {
            try (Worker closing = worker) {
                Caller<Object> asked = caller;
                if (asked != null) {
                    Recheck.ring(
                            subject, index -> asked.check(subject.value(index), subject.seed(index), subject.maker));
                }
            }
        }
    }

    @Benchmark
    public @Nullable Object firstReply(Cold state) throws Exception {
        Worker worker = Peer.start(state.codec, state.payload);
        state.worker = worker;
        worker.expect(state.subject.valueBytes);
        worker.hello();
        Caller<Object> caller = new Caller<>(worker, state.subject.codec, state.subject.payload, state.coder);
        state.caller = caller;
        state.reply = caller.call(state.subject.next(), ARGUMENT);
        return state.reply;
    }
}
