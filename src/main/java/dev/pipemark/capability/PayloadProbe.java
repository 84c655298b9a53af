package dev.pipemark.capability;

import dev.pipemark.worker.Examiner;
import dev.pipemark.worker.Refusal;
import dev.pipemark.worker.Worker;
import dev.pipemark.worker.WorkerException;
import dev.pipemark.worker.WorkerSettings;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether payloads keep their own contract, before a codec is tried with them: a value of a seed can be made,
 * is the same as the value made again of this seed, is told from the values of other seeds, and is the same in every
 * process. Otherwise each codec would be told to fail at it, or to be right whatever it does.
 *
 * <p>All but the last are tried within one worker, without any codec. For the last the value crosses by Java's own
 * serialization, which carries nothing of the process that encodes. What it does not carry is not tried that way.
 */
final class PayloadProbe implements Closeable {
    private static final String CODEC = "java";

    /** A run's seeds begin with the run's own seed, of six digits at most, times 2^20. */
    private static final int RUN_SEED_BITS = 20;

    private static final long LAST_RUN_SEED = 999_999;
    private static final int EACH = 8;

    /** The number of seeds of which sizes are taken. */
    private static final int MOST = 64;

    /** Seeds beyond the first ones are tried for no longer than this. */
    private static final long SPARE_NANOS = 1_000_000_000;

    private final WorkerSettings settings;
    private @Nullable Pair pair;

    PayloadProbe(WorkerSettings settings) {
        this.settings = settings;
    }

    /**
     * The properties of a payload.
     *
     * @param fault the fault as a sentence with the payload and its provider, or empty if there is none
     * @param exhausted whether the worker's heap was too small, which is not the payload's fault
     * @param bytes the approximate size of one value in memory, for a payload without fault
     */
    record Likeness(String fault, boolean exhausted, long bytes) {
        boolean faulty() {
            return !fault.isEmpty();
        }
    }

    /**
     * Tries a payload. If it ends a worker, it is tried once more in a new one.
     *
     * @throws IOException if no worker can be started
     */
    Likeness find(String payload) throws IOException {
        try {
            return attempt(payload);
        } catch (Ended first) {
            close();
        }
        try {
            return attempt(payload);
        } catch (Ended again) {
            close();
            return new Likeness(again.getMessage(), again.getMessage().contains("OutOfMemoryError"), 1);
        }
    }

    private Likeness attempt(String payload) throws IOException, Ended {
        Pair workers = pair();
        String about = payload + " (provider " + workers.provider(payload) + ")";
        LongStream seeds = LongStream.concat(
                LongStream.range(0, EACH),
                LongStream.concat(
                        runSeeds(1), LongStream.concat(runSeeds(LAST_RUN_SEED), LongStream.range(EACH, MOST))));
        long begun = System.nanoTime();
        int tried = 0;
        for (long seed : seeds.toArray()) {
            if (++tried > EACH && System.nanoTime() - begun > SPARE_NANOS) {
                break;
            }
            Optional<String> fault = within(workers, payload, seed, about);
            if (fault.isPresent()) {
                return new Likeness(fault.get(), false, 1);
            }
        }
        Optional<String> blind = blind(workers, payload, about);
        if (blind.isPresent()) {
            return new Likeness(blind.get(), false, 1);
        }
        try {
            long bytes = Long.parseLong(workers.ask(PayloadService.SIZE, payload, 0));
            workers.expect(bytes);
            return new Likeness(across(workers, payload, about).orElse(""), false, bytes);
        } catch (WorkerException e) {
            throw new Ended(about + ": " + e.getMessage());
        }
    }

    private static LongStream runSeeds(long runSeed) {
        return LongStream.range(0, EACH).map(i -> (runSeed << RUN_SEED_BITS) + i);
    }

    private static Optional<String> within(Pair workers, String payload, long seed, String about) throws Ended {
        String step = "create(" + seed + ") of " + about;
        try {
            // A large value takes long to create as well as to send.
            workers.expect(Long.parseLong(workers.ask(PayloadService.CREATE, payload, seed)));
            step = "the second create(" + seed + ") of " + about + ", or same() or use() after it";
            String difference = workers.ask(PayloadService.COMPARE, payload, seed);
            return difference.isEmpty() ? Optional.empty() : Optional.of(difference);
        } catch (WorkerException.Refused e) {
            Refusal refusal = e.refusal();
            String error = refusal.stage() == Refusal.Stage.PAYLOAD
                    ? refusal.error()
                    : "use() of " + about + ", given create(" + seed + "), threw " + refusal.error();
            if (error.contains("OutOfMemoryError")) {
                throw new Ended(error);
            }
            return Optional.of(error);
        } catch (IOException e) {
            throw new Ended(step + ": " + e.getMessage());
        }
    }

    /** Whether the payload would take any value for the one that was sent: the fault, in words. */
    private static Optional<String> blind(Pair workers, String payload, String about) throws Ended {
        try {
            String other = workers.ask(PayloadService.TELL_APART, payload, EACH - 1);
            return other.isEmpty()
                    ? Optional.empty()
                    : Optional.of("same(create(0), create(" + other + ")) of " + about
                            + " is true although the two differ, as it is for each value that was tried: a value that"
                            + " arrives wrong would pass for the right one");
        } catch (IOException e) {
            throw new Ended("create(0) of " + about + ", compared with other values: " + e.getMessage());
        }
    }

    /** The value of one process, compared with the value of another; it is the same as its own, or Java lost something. */
    private static Optional<String> across(Pair workers, String payload, String about) throws Ended {
        try {
            workers.open(payload);
            for (long seed = 0; seed < EACH; seed++) {
                byte[] encoded = workers.one.encode(seed);
                String difference = workers.other.check(seed, encoded).difference();
                if (!difference.isEmpty()
                        && workers.one.check(seed, encoded).difference().isEmpty()) {
                    return Optional.of(
                            "create(" + seed + ") of " + about + " makes another value in each process: " + difference);
                }
            }
            return Optional.empty();
        } catch (WorkerException.Refused e) {
            if (e.refusal().stage() == Refusal.Stage.PAYLOAD) {
                return Optional.of(e.refusal().error());
            }
            // Java's own serialization does not carry the value.
            return Optional.empty();
        } catch (IOException e) {
            throw new Ended(about + ": " + e.getMessage());
        }
    }

    private Pair pair() throws IOException {
        if (pair == null) {
            pair = Pair.start(settings);
        }
        return pair;
    }

    @Override
    public void close() {
        if (pair != null) {
            pair.close();
            pair = null;
        }
    }

    /** Thrown if a worker ended or cannot continue. */
    private static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;

        Ended(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /** Two workers. */
    private static final class Pair implements Closeable {
        private final Worker first;
        private final Worker second;
        private final Examiner one;
        private final Examiner other;

        private Pair(Worker first, Worker second) {
            this.first = first;
            this.second = second;
            one = new Examiner(first);
            other = new Examiner(second);
        }

        static Pair start(WorkerSettings settings) throws IOException {
            Worker first = Worker.serving(settings, CODEC, PayloadService.class);
            try {
                Worker second = Worker.start(settings, CODEC, null);
                Pair started = new Pair(first, second);
                first.hello();
                return started;
            } catch (IOException e) {
                first.close();
                throw e;
            }
        }

        String provider(String payload) throws IOException {
            return ask(PayloadService.PROVIDER, payload, 0);
        }

        void expect(long bytes) {
            first.expect(bytes);
            second.expect(bytes);
        }

        void open(String payload) throws IOException {
            second.hello();
            one.open(payload);
            other.open(payload);
        }

        String ask(int question, String payload, long seed) throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(content);
            out.writeUTF(payload);
            out.writeLong(seed);
            return new String(one.ask(question, content.toByteArray()), StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            first.close();
            second.close();
        }
    }
}
