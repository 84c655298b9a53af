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
 * What one thread of a fork measures: a codec, a payload, and a ring of values that is walked one by one. The number of
 * steps taken is the number of operations.
 */
public final class Subject {
    private static final long SEED = Long.getLong("pipemark.seed", 1);

    private static final long APPROACH_NANOS = 2_000_000;

    private final ForkRecord record;
    private final Object[] values;
    private final int mask;

    /** Of one value in memory, about. */
    final long valueBytes;

    private long cursor;
    private long seed = SEED << 20;

    /** Of the first value of the ring. */
    private long first;

    /** Apart from those that are measured. */
    private long rehearsed = seed + (1 << 19);

    private final Measured measured;
    final Maker<Object> maker;

    final Codec codec;
    final Payload<Object> payload;

    /**
     * @throws PayloadException when the payload cannot make its values
     */
    @SuppressWarnings("unchecked") // a payload's values are only ever handed to coders of its own shape
    public Subject(String codec, String payload, ForkRecord record) {
        Catalog catalog = Catalog.load(Thread.currentThread().getContextClassLoader());
        this.codec = catalog.codec(codec);
        maker = (Maker<Object>) Maker.of(catalog, payload);
        this.payload = maker.payload();
        this.record = record;
        measured = new Measured(record);
        valueBytes = Ring.bytes(maker);
        values = new Object[Ring.length(valueBytes)];
        mask = values.length - 1;
        record.fact("ring", Integer.toString(values.length));
        rehearsed = fill(rehearsed);
    }

    /** The shape of the payload. */
    public Shape<Object> shape() {
        return maker.shape();
    }

    /** A coder of the codec for the payload. */
    public Coder<Object> open() throws UnsupportedShapeException {
        return codec.open(maker.shape());
    }

    /** The next value of the ring. */
    public Object next() {
        return values[(int) cursor++ & mask];
    }

    /** Steps taken, which is also the argument of the next one. */
    long operations() {
        return cursor;
    }

    /** Takes a step without looking at the value. */
    public long step() {
        return cursor++;
    }

    /** How many steps make one walk round the ring. */
    public int ringLength() {
        return values.length;
    }

    /** New values with new seeds, so that no iteration measures the same ones again, and each those of other codecs. */
    public void refill() {
        seed = fill(seed);
    }

    /** Values to warm with. How often it takes new ones depends on the codec, and must not move those of {@link #refill}. */
    void rehearse() {
        rehearsed = fill(rehearsed);
    }

    private long fill(long from) {
        first = from;
        for (int i = 0; i < values.length; i++) {
            values[i] = maker.create(from + i);
        }
        return from + values.length;
    }

    /** The ring encoded, each value in a frame of its own. */
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
     * Comes before a turn, unmeasured: what is to be measured goes round the ring once and for 2 ms at least, since other
     * forks have had the caches meanwhile. Does nothing where forks do not take turns, nor in JMH's warm-up.
     */
    public void approach(IterationParams iteration, Warmup.Stage stage) throws Exception {
        if (record.takesTurns() && iteration.getType() == IterationType.MEASUREMENT) {
            Warmup.burst(stage, values.length, APPROACH_NANOS);
        }
    }

    /** The value at an index of the ring. */
    Object value(int index) {
        return values[index];
    }

    /** All values of the ring, in order. */
    List<Object> ring() {
        return List.of(values);
    }

    /** The seed of that value. */
    long seed(int index) {
        return first + index;
    }

    /** The index of the value at which the last step was taken. */
    int last() {
        return (int) (cursor - 1) & mask;
    }

    /** What differs between the value at an index and what arrived; empty where nothing does. */
    public Optional<String> difference(int index, @Nullable Object arrived) {
        return maker.difference(seed(index), arrived);
    }

    /** Notes how many values were checked again. */
    void checked(int values) {
        record.fact(ForkNote.CHECKED_AGAIN, values + " values, the ring has " + this.values.length);
    }

    /** Writes what the fork knows so far. */
    void keepNote() throws IOException {
        record.write();
    }

    /** Called last in an iteration's set-up. */
    public void begin(IterationParams iteration) {
        measured.begin(iteration, cursor);
    }

    /** Called first in an iteration's tear-down. */
    public void end() {
        measured.end(cursor);
    }

    boolean measuring() {
        return measured.measuring();
    }
}
