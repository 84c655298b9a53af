package dev.pipemark.capability;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.worker.Maker;
import dev.pipemark.worker.Ring;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Values of a payload that one process made for all others. Java's serialization has written each of them by itself,
 * and reads a large value much faster than a library makes it by reflection.
 *
 * @param values the values of the seeds from 0 on, as Java's serialization wrote them
 */
public record Kept(List<byte[]> values) {
    /** The fewest values, unless they are large. A codec that meets the same few values again looks faster than it is. */
    private static final int FEWEST = 16;

    /** The number of values that are made twice. If the bytes differ, they depend on hash codes of objects. */
    private static final int TWICE = 2;

    /** The time limit. A worker must answer within a deadline, which is longer. */
    private static final long LIMIT_NANOS = 10_000_000_000L;

    public Kept {
        values = List.copyOf(values);
    }

    /**
     * Makes the values of the first seeds: those of a whole ring, or fewer if they are large.
     *
     * @param coder writes and reads values by Java's serialization
     * @return empty if the coder refuses or changes a value, if it writes a value in another way each time, if the probed
     *     values are too large together, or if this takes too long
     */
    static <T> Optional<Kept> of(Maker<T> maker, Coder<T> coder) {
        int wanted = Math.max(FEWEST, Ring.length(maker));
        long begun = System.nanoTime();
        List<byte[]> values = new ArrayList<>();
        long bytes = 0;
        while (values.size() < wanted) {
            int seed = values.size();
            Optional<byte[]> written = written(maker, seed, coder);
            boolean same = seed >= TWICE || isSame(written, written(maker, seed, coder));
            if (written.isEmpty() || !same || System.nanoTime() - begun > LIMIT_NANOS) {
                return Optional.empty();
            }
            bytes += written.get().length;
            if (bytes > Ring.LIVE_BYTES) {
                break;
            }
            values.add(written.get());
        }
        return values.size() < PayloadValues.SEEDS ? Optional.empty() : Optional.of(new Kept(values));
    }

    private static boolean isSame(Optional<byte[]> one, Optional<byte[]> other) {
        return one.isPresent() && other.isPresent() && Arrays.equals(one.get(), other.get());
    }

    /** Returns the bytes of the value of a seed if it is read again without any change, transient fields included. */
    private static <T> Optional<byte[]> written(Maker<T> maker, long seed, Coder<T> coder) {
        try {
            T made = maker.create(seed);
            Frame frame = new Frame();
            coder.encode(made, frame);
            byte[] written = frame.toByteArray();
            Arrival arrival = Arrival.of(Describer.describe("", made), Describer.describe("", coder.decode(frame)));
            return arrival.outcome() == ValueOutcome.EXACT ? Optional.of(written) : Optional.empty();
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // The value cannot be kept. If it cannot be made either, the probe says so.
            return Optional.empty();
        }
    }

    /**
     * Reads the value of a seed. Seeds beyond the number of values begin again with the first value.
     *
     * @param coder reads values by Java's serialization
     */
    <T> T value(long seed, Coder<T> coder) {
        try {
            Frame frame = new Frame();
            frame.write(values.get(Math.floorMod(seed, values.size())));
            return coder.decode(frame);
        } catch (Exception e) {
            throw new IllegalStateException("a value that was kept cannot be read", e);
        }
    }

    /** Returns the content of a file with these values. */
    public byte[] file() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(values.size());
            for (byte[] value : values) {
                out.writeInt(value.length);
                out.write(value);
            }
        } catch (IOException e) {
            throw new IllegalStateException("an array is always written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it is cut short
     */
    public static Kept read(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(file);
        int count = in.readInt();
        List<byte[]> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] value = new byte[in.readInt()];
            in.readFully(value);
            values.add(value);
        }
        return new Kept(values);
    }
}
