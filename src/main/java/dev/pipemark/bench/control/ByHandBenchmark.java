package dev.pipemark.bench.control;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.bench.ForkRecord;
import dev.pipemark.bench.Subject;
import dev.pipemark.bench.Warmup;
import dev.pipemark.record.Metric;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.apache.fory.Fory;
import org.apache.fory.memory.MemoryBuffer;
import org.apache.fory.memory.MemoryUtils;
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
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three libraries called by hand, with the same kind of frame and the same configuration as the codec of that name. The
 * difference to {@code encode} and {@code decode} is the cost of the suite's own interfaces. The fields have the
 * library's types, and the benchmark calls the library directly. Only a switch is in between, and it always takes the
 * same branch.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ByHandBenchmark {
    private static final int KRYO = 0;
    private static final int JACKSON = 1;
    private static final int FORY = 2;

    /** The size in the codec. */
    private static final int FORY_DEPTH = 1000;

    /** The libraries. A fork uses one of them. */
    @State(Scope.Thread)
    public static class Hand {
        @Param({"kryo-registered", "jackson-json", "fory"})
        public String codec;

        @Param("media-content")
        public String payload;

        private int library;
        private Subject subject;
        private Coder<Object> coder;
        private boolean encoding;
        private Frame[] frames;
        private int mask;
        private final Frame frame = new Frame();

        private Kryo kryo;
        private final Output output = new Output();
        private final Input input = new Input();

        private ObjectWriter writer;
        private ObjectReader reader;

        private Fory fory;
        private final MemoryBuffer buffer = MemoryUtils.wrap(new byte[0]);

        @Setup(Level.Trial)
        public void open(ForkRecord record, BenchmarkParams params) throws Exception {
            subject = new Subject(codec, payload, record);
            library = switch (codec) {
                case "kryo-registered" -> KRYO;
                case "jackson-json" -> JACKSON;
                case "fory" -> FORY;
                default -> throw new IllegalArgumentException("there is no code by hand for " + codec);
            };
            Collection<Class<?>> registered = subject.shape().classes();
            switch (library) {
                case KRYO -> {
                    kryo = new Kryo();
                    kryo.setReferences(false);
                    registered.forEach(kryo::register);
                }
                case JACKSON -> {
                    JsonMapper mapper = JsonMapper.builder().build();
                    JavaType type = mapper.constructType(subject.shape().type());
                    writer = mapper.writerFor(type);
                    reader = mapper.readerFor(type);
                }
                default -> {
                    fory = Fory.builder()
                            .withXlang(false)
                            .withCompatible(false)
                            .withRefTracking(false)
                            .requireClassRegistration(true)
                            .withMaxDepth(FORY_DEPTH)
                            .build();
                    registered.forEach(fory::register);
                    fory.ensureSerializersCompiled();
                }
            }
            coder = subject.open();
            encoding = params.getBenchmark().endsWith(".byHandEncode");
            ByHandBenchmark benchmark = new ByHandBenchmark();
            new Warmup(subject, record).run(() -> {
                if (encoding) {
                    benchmark.byHandEncode(this);
                    return 1;
                }
                // Every iteration begins with encoding, so that code must have settled too.
                encode();
                for (int i = 0; i < frames.length; i++) {
                    benchmark.byHandDecode(this);
                }
                return frames.length;
            });
        }

        private void encode() throws Exception {
            frames = subject.encoded(coder);
            mask = frames.length - 1;
        }

        @Setup(Level.Iteration)
        public void begin(IterationParams iteration) throws Exception {
            subject.refill();
            if (!encoding) {
                encode();
            }
            subject.begin(iteration);
        }

        @TearDown(Level.Iteration)
        public void end() {
            subject.end();
        }

        /** Measures the codec against the calls by hand in alternating blocks. It needs a single thread. */
        @TearDown(Level.Trial)
        public void inTurns(ForkRecord record, BenchmarkParams params) throws Exception {
            if (params.getThreads() > 1) {
                return;
            }
            long begun = System.nanoTime();
            ByHandBenchmark benchmark = new ByHandBenchmark();
            InTurns.Block codecs =
                    encoding ? each(() -> benchmark.asCodecEncode(this)) : each(() -> benchmark.asCodecDecode(this));
            InTurns.Block hands =
                    encoding ? each(() -> benchmark.byHandEncode(this)) : each(() -> benchmark.byHandDecode(this));
            new Warmup(subject, record).again(() -> {
                codecs.run();
                hands.run();
                return 2L * subject.ringLength();
            });
            record.metric(Metric.IN_TURNS, new InTurns(codecs, hands).ratio());
            record.metric(Metric.IN_TURNS_TIME, (System.nanoTime() - begun) / 1e6);
        }

        /** Returns a block that runs once for each value of the ring. */
        private InTurns.Block each(InTurns.Block one) {
            int values = subject.ringLength();
            return () -> {
                for (int i = 0; i < values; i++) {
                    one.run();
                }
            };
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int byHandEncode(Hand hand) throws Exception {
        Frame frame = hand.frame;
        frame.reset();
        Object value = hand.subject.next();
        switch (hand.library) {
            case KRYO -> {
                // The codec does the same. The array rarely changes.
                if (hand.output.getBuffer() != frame.array()) {
                    hand.output.setBuffer(frame.array(), Frame.limit());
                }
                hand.output.setPosition(frame.offset());
                hand.kryo.writeClassAndObject(hand.output, value);
                frame.adopt(hand.output.getBuffer(), frame.offset(), hand.output.position());
            }
            case JACKSON -> hand.writer.writeValue(frame, value);
            default -> {
                MemoryBuffer buffer = hand.buffer;
                buffer.pointTo(frame.array(), frame.offset(), frame.array().length - frame.offset());
                buffer.writerIndex(0);
                hand.fory.serialize(buffer, value);
                int length = buffer.writerIndex();
                if (buffer.getHeapMemory() == frame.array()) {
                    frame.adopt(frame.array(), frame.offset(), frame.offset() + length);
                } else {
                    frame.write(buffer.getHeapMemory(), 0, length);
                }
            }
        }
        return frame.length();
    }

    /** Does the same as the benchmark {@code encode}. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    int asCodecEncode(Hand hand) throws Exception {
        hand.frame.reset();
        hand.coder.encode(hand.subject.next(), hand.frame);
        return hand.frame.length();
    }

    /** Does the same as the benchmark {@code decode}. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    Object asCodecDecode(Hand hand) throws Exception {
        return hand.coder.decode(hand.frames[(int) hand.subject.step() & hand.mask]);
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public Object byHandDecode(Hand hand) {
        Frame frame = hand.frames[(int) hand.subject.step() & hand.mask];
        switch (hand.library) {
            case KRYO -> {
                hand.input.setBuffer(frame.array(), frame.offset(), frame.length());
                return hand.kryo.readClassAndObject(hand.input);
            }
            case JACKSON -> {
                return hand.reader.readValue(frame.array(), frame.offset(), frame.length());
            }
            default -> {
                hand.buffer.pointTo(frame.array(), frame.offset(), frame.length());
                hand.buffer.readerIndex(0);
                return hand.fory.deserialize(hand.buffer);
            }
        }
    }
}
