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
 * Checks that a payload fulfils its contract, before any codec is tried with it. Otherwise a fault of the payload would
 * look like a fault of every codec, or would hide one. The checks are:
 *
 * <ul>
 *   <li>The payload creates a value from a seed.
 *   <li>A value that is created again from the same seed is the same.
 *   <li>Values of different seeds are not all reported as the same.
 *   <li>Another process creates the same value from the seed.
 * </ul>
 *
 * <p>The first three checks run within one worker and use no codec. For the last, the value is sent by Java's own
 * serialization. It is skipped if Java serialization does not carry the value.
 */
final class PayloadProbe implements Closeable {
    private static final String CODEC = "java";

    /** The first seed of the values of a run is the run's own seed times 2^20. The run's own seed has six digits at most. */
    private static final int RUN_SEED_BITS = 20;

    private static final long LAST_RUN_SEED = 999_999;

    /** The number of seeds that are tried from each start: from 0, and from the first seeds of two runs. */
    private static final int EACH = 8;

    /** The number of seeds whose values the pair probe may measure for sizes. */
    private static final int MOST = 64;

    /** The time limit for the seeds after the first {@value #EACH}, ns. */
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

    /**
     * Returns the fault of a payload that reports all values as the same although they differ. Empty if the payload has no
     * such fault.
     */
    private static Optional<String> blind(Pair workers, String payload, String about) throws Ended {
        try {
            String other = workers.ask(PayloadService.TELL_APART, payload, EACH - 1);
            return other.isEmpty()
                    ? Optional.empty()
                    : Optional.of("same(create(0), create(" + other + ")) of " + about
                            + " is true although the two differ. It is true for every value that was tried, so a"
                            + " wrong value would pass as correct");
        } catch (IOException e) {
            throw new Ended("create(0) of " + about + ", compared with other values: " + e.getMessage());
        }
    }

    /**
     * Compares the value of one process with that of another. A difference is a fault only if the value survives a
     * round trip within one process. Otherwise Java serialization has changed it.
     */
    private static Optional<String> across(Pair workers, String payload, String about) throws Ended {
        try {
            workers.open(payload);
            for (long seed = 0; seed < EACH; seed++) {
                byte[] encoded = workers.one.encode(seed);
                String difference = workers.other.check(seed, encoded).difference();
                if (!difference.isEmpty()
                        && workers.one.check(seed, encoded).difference().isEmpty()) {
                    return Optional.of("create(" + seed + ") of " + about
                            + " creates different values in different processes: " + difference);
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
