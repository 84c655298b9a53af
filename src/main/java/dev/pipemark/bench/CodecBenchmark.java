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
import org.openjdk.jmh.infra.IterationParams;

/**
 * Encodes values into a frame, and decodes them from frames, within one process. The codec is a parameter. Each fork has
 * one codec, so that the call of the coder stays monomorphic and is inlined.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {
    /** A coder that encodes the values of the ring. */
    @State(Scope.Thread)
    public static class Encoding {
        @Param("java")
        public String codec;

        @Param("media-content")
        public String payload;

        private Subject subject;
        private Coder<Object> coder;
        private Warmup.Stage stage;
        private final Frame frame = new Frame();

        @Setup(Level.Trial)
        public void open(ForkRecord record) throws Exception {
            subject = new Subject(codec, payload, record);
            coder = subject.open();
            CodecBenchmark benchmark = new CodecBenchmark();
            stage = () -> {
                benchmark.encode(this);
                return 1;
            };
            new Warmup(subject, record).run(stage);
        }

        @Setup(Level.Iteration)
        public void begin(IterationParams iteration) throws Exception {
            subject.refill();
            subject.approach(iteration, stage);
            subject.begin(iteration);
        }

        @TearDown(Level.Iteration)
        public void end() {
            subject.end();
        }

        /** Checks the last measured frame, and then the whole ring. */
        @TearDown(Level.Trial)
        public void check() throws Exception {
            Coder<Object> reader = subject.open();
            Recheck.value(subject, subject.last(), index -> subject.difference(index, reader.decode(frame)));
            Recheck.ring(subject, index -> {
                frame.reset();
                coder.encode(subject.value(index), frame);
                return subject.difference(index, reader.decode(frame));
            });
        }
    }

    /** A coder that decodes the frames of the ring. */
    @State(Scope.Thread)
    public static class Decoding {
        @Param("java")
        public String codec;

        @Param("media-content")
        public String payload;

        private Subject subject;
        private Coder<Object> coder;
        private Warmup.Stage stage;
        private Frame[] frames;
        private int mask;

        @Setup(Level.Trial)
        public void open(ForkRecord record) throws Exception {
            subject = new Subject(codec, payload, record);
            coder = subject.open();
            encode();
            CodecBenchmark benchmark = new CodecBenchmark();
            stage = () -> {
                for (int i = 0; i < frames.length; i++) {
                    benchmark.decode(this);
                }
                return frames.length;
            };
            new Warmup(subject, record).run(() -> {
                // Every iteration begins with encoding, so that code must have settled too.
                encode();
                return stage.some();
            });
        }

        private void encode() throws Exception {
            frames = subject.encoded(coder);
            mask = frames.length - 1;
        }

        @Setup(Level.Iteration)
        public void begin(IterationParams iteration) throws Exception {
            subject.refill();
            encode();
            subject.approach(iteration, stage);
            subject.begin(iteration);
        }

        @TearDown(Level.Iteration)
        public void end() {
            subject.end();
        }

        @TearDown(Level.Trial)
        public void check() throws Exception {
            Recheck.ring(subject, index -> subject.difference(index, coder.decode(frames[index])));
        }
    }

    /** The ring alone, for the cost of walking along it in {@link #encode}. */
    @State(Scope.Thread)
    public static class Walking {
        @Param("media-content")
        public String payload;

        private Subject subject;
        private Warmup.Stage stage;

        @Setup(Level.Trial)
        public void open(ForkRecord record) throws Exception {
            subject = new Subject("raw", payload, record);
            CodecBenchmark benchmark = new CodecBenchmark();
            stage = () -> {
                benchmark.ringOnly(this);
                return 1;
            };
            new Warmup(subject, record).run(stage);
        }

        @Setup(Level.Iteration)
        public void begin(IterationParams iteration) throws Exception {
            subject.refill();
            subject.approach(iteration, stage);
            subject.begin(iteration);
        }

        @TearDown(Level.Iteration)
        public void end() {
            subject.end();
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int encode(Encoding state) throws Exception {
        state.frame.reset();
        state.coder.encode(state.subject.next(), state.frame);
        return state.frame.length();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public Object decode(Decoding state) throws Exception {
        return state.coder.decode(state.frames[(int) state.subject.step() & state.mask]);
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public Object ringOnly(Walking state) {
        return state.subject.next();
    }
}
