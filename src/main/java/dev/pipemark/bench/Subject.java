package dev.pipemark.bench;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.worker.Maker;
import dev.pipemark.worker.PayloadException;
import dev.pipemark.worker.Ring;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The codec, the payload and the ring of values that one thread of a fork measures. Each operation takes the next value of
 * the ring.
 */
public final class Subject {
    private static final long SEED = Long.getLong("pipemark.seed", 1);

    private static final long APPROACH_NANOS = 2_000_000;

    /** The number of values of a ring that is filled once and serves all iterations; 0 if each iteration has new values. */
    private static final int KEPT = Integer.getInteger("pipemark.ring", 0);

    private final ForkRecord record;
    private final Object[] values;
    private final int mask;

    /** The approximate size of one value in memory. */
    final long valueBytes;

    private long cursor;
    private long seed = SEED << 20;

    /** The seed of the first value of the ring. */
    private long first;

    /** The next seed for the warm-up. These seeds are never measured. */
    private long rehearsed = seed + (1 << 19);

    private final Filling filling = new Filling(System::nanoTime);
    private final boolean kept;
    private final Measured measured;
    final Maker<Object> maker;

    final Codec codec;
    final Payload<Object> payload;

    /**
     * Makes a subject. The number of its values follows from the plan of the run, or else from their size.
     *
     * @throws PayloadException if the payload cannot make its values
     */
    public Subject(String codec, String payload, ForkRecord record) {
        this(codec, payload, record, KEPT);
    }

    /**
     * Makes a subject.
     *
     * @param kept the number of values of a ring that is filled once and serves the warm-up and all iterations: a power of
     *     two, or 0. The plan of the run chooses it, so it is the same for all codecs. If it is 0, each iteration has new
     *     values, and their number follows from their size
     * @throws PayloadException if the payload cannot make its values
     */
    @SuppressWarnings("unchecked") // a payload's values are only ever handed to coders of its own shape
    Subject(String codec, String payload, ForkRecord record, int kept) {
        Catalog catalog = Catalog.load(Thread.currentThread().getContextClassLoader());
        this.codec = catalog.codec(codec);
        maker = (Maker<Object>) Maker.of(catalog, payload);
        this.payload = maker.payload();
        this.record = record;
        measured = new Measured(record);
        valueBytes = Ring.bytes(maker);
        values = new Object[kept > 0 ? kept : Ring.length(valueBytes)];
        mask = values.length - 1;
        this.kept = kept > 0;
        record.fact("ring", values.length + (this.kept ? ", with the same values in all iterations" : ""));
        if (this.kept) {
            seed = fill(seed);
        } else {
            rehearsed = fill(rehearsed);
        }
    }

    /** Returns the shape of the payload. */
    public Shape<Object> shape() {
        return maker.shape();
    }

    /** Opens a coder of the codec for the payload. */
    public Coder<Object> open() throws UnsupportedShapeException {
        return codec.open(maker.shape());
    }

    /** Returns the next value of the ring. */
    public Object next() {
        return values[(int) cursor++ & mask];
    }

    /** Returns the number of operations so far. */
    long operations() {
        return cursor;
    }

    /** Counts one operation without a value of the ring, and returns how many came before it. */
    public long step() {
        return cursor++;
    }

    /** Returns the number of values in the ring. */
    public int ringLength() {
        return values.length;
    }

    /**
     * Fills the ring from new seeds. Each iteration has new values, and the same ones for all codecs. Does nothing if the ring
     * is kept.
     */
    public void refill() {
        if (!kept) {
            seed = fill(seed);
        }
    }

    /**
     * Fills the ring with values for the warm-up. Their seeds are separate, because the number of warm-up fills depends on
     * the codec and must not change the values of {@link #refill}. Does nothing if the ring is kept, or if filling it takes so
     * long that little time would be left for messages.
     */
    void rehearse() {
        if (!kept && filling.due()) {
            rehearsed = fill(rehearsed);
        }
    }

    private long fill(long from) {
        first = from;
        filling.run(() -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = maker.create(from + i);
            }
        });
        return from + values.length;
    }

    /** Encodes each value of the ring into a frame of its own. */
    public Frame[] encoded(Coder<Object> coder) throws Exception {
        Frame[] frames = new Frame[values.length];
        Frame scratch = new Frame();
        long bytes = 0;
        for (int i = 0; i < values.length; i++) {
            scratch.reset();
            coder.encode(values[i], scratch);
            bytes += scratch.length();
            byte[] copy = Arrays.copyOf(scratch.array(), scratch.end());
            frames[i] = new Frame();
            frames[i].view(copy, scratch.offset(), scratch.length());
        }
        record.metric(Metric.MESSAGE_SIZE, (double) bytes / values.length);
        return frames;
    }

    /**
     * Runs the measured code before a turn, outside the clock: once round the ring, and for at least 2 ms. This fills the
     * caches, which other forks have used in the meantime. Does nothing if forks do not take turns, and in JMH's warm-up.
     */
    public void approach(IterationParams iteration, Warmup.Stage stage) throws Exception {
        if (record.takesTurns() && iteration.getType() == IterationType.MEASUREMENT) {
            Warmup.burst(stage, values.length, APPROACH_NANOS);
        }
    }

    /** Returns the value at an index of the ring. */
    Object value(int index) {
        return values[index];
    }

    /** Returns all values of the ring, in order. */
    List<Object> ring() {
        return List.of(values);
    }

    /** Returns the seed of the value at an index of the ring. */
    long seed(int index) {
        return first + index;
    }

    /** Returns the index of the value of the last operation. */
    int last() {
        return (int) (cursor - 1) & mask;
    }

    /** Returns the difference between the value at an index and the value that arrived, or empty if they are equal. */
    public Optional<String> difference(int index, @Nullable Object arrived) {
        return maker.difference(seed(index), arrived);
    }

    /** Records how many values were checked again. */
    void checked(int values) {
        record.fact(ForkNote.CHECKED_AGAIN, values + " values, the ring has " + this.values.length);
    }

    /** Writes the note of this fork, with all facts so far. */
    void keepNote() throws IOException {
        record.write();
    }

    /** Begins an iteration. It must be the last call of the set-up. */
    public void begin(IterationParams iteration) {
        measured.begin(iteration, cursor);
    }

    /** Ends an iteration. It must be the first call of the tear-down. */
    public void end() {
        measured.end(cursor);
    }

    boolean measuring() {
        return measured.measuring();
    }
}
