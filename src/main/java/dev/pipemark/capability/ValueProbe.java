package dev.pipemark.capability;

import dev.pipemark.record.Carrying;
import dev.pipemark.record.Making;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.worker.Examiner;
import dev.pipemark.worker.Refusal;
import dev.pipemark.worker.Worker;
import dev.pipemark.worker.WorkerException;
import dev.pipemark.worker.WorkerSettings;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how values arrive in another process. One worker encodes. Another worker decodes and describes the result.
 * This process compares the two descriptions and never runs a codec.
 */
public final class ValueProbe {
    private static final String WITNESS = "java";
    private final WorkerSettings settings;

    /**
     * Creates a probe.
     *
     * @param settings the settings of the workers. Their deadline defines a hang.
     */
    public ValueProbe(WorkerSettings settings) {
        this.settings = settings;
    }

    /**
     * Describes newly created values in a worker that runs no codec.
     *
     * @throws IOException if a value cannot be created or described, which is an error of the suite
     */
    public Originals originals(List<String> values) throws IOException {
        return originals(values, Set.of());
    }

    /**
     * Describes newly created values in a worker that runs no codec but Java's serialization.
     *
     * @param kept the payloads whose values are kept for other processes, if Java's serialization does not change them
     * @throws IOException if a value cannot be created or described, which is an error of the suite
     */
    public Originals originals(List<String> values, Set<String> kept) throws IOException {
        Map<String, Place> places = new LinkedHashMap<>();
        Map<String, Sample> samples = new LinkedHashMap<>();
        Map<String, Kept> read = new LinkedHashMap<>();
        Map<String, Pace> paces = new LinkedHashMap<>();
        try (Worker worker = Worker.serving(settings, WITNESS, ValueService.class)) {
            Examiner examiner = new Examiner(worker);
            worker.hello();
            for (String value : values) {
                String payload = PayloadValues.payload(value);
                boolean first = PayloadValues.isOne(value) && !samples.containsKey(payload);
                byte[] file =
                        first && kept.contains(payload) ? described(examiner, ValueService.KEEP, payload) : new byte[0];
                if (file.length > 0) {
                    read.put(payload, Kept.read(new ByteArrayInputStream(file)));
                }
                places.put(value, place(described(examiner, ValueService.DESCRIBE, value)));
                if (first) {
                    samples.put(payload, Sample.read(described(examiner, ValueService.SAMPLE, payload)));
                }
            }
            for (String payload : samples.keySet()) {
                paces.put(payload, Pace.read(described(examiner, ValueService.PACE, payload)));
            }
        }
        return new Originals(places, samples, read, paces);
    }

    /**
     * The times of a payload's values.
     *
     * @param comparing the time to compare two values, in seconds
     */
    private record Pace(Making making, double comparing) {
        static Pace read(byte[] answer) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
            return new Pace(new Making(seconds(in), in.readInt()), seconds(in));
        }
    }

    /** Reads a time that a worker wrote in ns. */
    private static double seconds(DataInputStream in) throws IOException {
        return in.readLong() / 1e9;
    }

    private static byte[] described(Examiner examiner, int question, String value) throws IOException {
        try {
            return examiner.ask(question, AskedValues.question(value, new byte[0]));
        } catch (WorkerException.Refused e) {
            throw new IOException(
                    e.refusal().stage() == Refusal.Stage.PAYLOAD
                            ? e.refusal().error()
                            : "the value " + value + " cannot be described: " + e.getMessage(),
                    e);
        } catch (IOException e) {
            throw new IOException("the value " + value + " cannot be described: " + e.getMessage(), e);
        }
    }

    /**
     * Tries one codec on values, one after another in the same pair of workers. If a value kills or hangs a worker, the
     * pair is replaced and the value is tried once more.
     *
     * @param flags additional flags of the workers' JVMs, such as opened packages
     * @throws IOException if no worker can be started
     */
    public void probe(String codec, List<String> flags, Originals originals, Consumer<ValueCheck> checks)
            throws IOException {
        probe(codec, flags, originals, checks, (payload, times) -> {});
    }

    /**
     * Tries one codec on values, and measures it on payloads.
     *
     * @param flags additional flags of the workers' JVMs, such as opened packages
     * @param times receives the id of each payload whose last value arrived, and the times of the codec
     * @throws IOException if no worker can be started
     */
    void probe(
            String codec,
            List<String> flags,
            Originals originals,
            Consumer<ValueCheck> checks,
            BiConsumer<String, Carrying.Coder> times)
            throws IOException {
        List<String> all = new ArrayList<>(settings.jvmFlags());
        all.addAll(flags);
        WorkerSettings own = new WorkerSettings(
                settings.launcher(), settings.classPath(), all, settings.logs(), settings.deadline());
        Set<String> last = originals.lastOfPayloads();
        Pair pair = null;
        try {
            for (Map.Entry<String, Place> value : originals.places.entrySet()) {
                if (pair == null) {
                    pair = Pair.start(own, codec);
                }
                Trip trip = pair.carry(value.getKey(), value.getValue());
                if (trip.fatal()) {
                    pair.close();
                    pair = Pair.start(own, codec);
                    trip = pair.carry(value.getKey(), value.getValue());
                }
                checks.accept(new ValueCheck(
                        codec,
                        !flags.isEmpty(),
                        value.getKey(),
                        trip.outcome,
                        Texts.line(trip.detail),
                        trip.onlyElsewhere));
                if (trip.outcome.carries() && last.contains(value.getKey())) {
                    String payload = PayloadValues.payload(value.getKey());
                    pair.times(payload).ifPresent(measured -> times.accept(payload, measured));
                }
                if (trip.fatal() || pair.spent) {
                    pair.close();
                    pair = null;
                }
            }
        } finally {
            if (pair != null) {
                pair.close();
            }
        }
    }

    private static Place place(byte[] answer) {
        try {
            return Place.read(new DataInputStream(new ByteArrayInputStream(answer)));
        } catch (IOException e) {
            throw new UncheckedIOException("a worker's description is cut short", e);
        }
    }

    /** The descriptions of the created values, by id, and what is known of their payloads. */
    public static final class Originals {
        private final Map<String, Place> places;
        private final Map<String, Sample> samples;
        private final Map<String, Kept> kept;
        private final Map<String, Pace> paces;

        private Originals(
                Map<String, Place> places,
                Map<String, Sample> samples,
                Map<String, Kept> kept,
                Map<String, Pace> paces) {
            this.places = places;
            this.samples = samples;
            this.kept = kept;
            this.paces = paces;
        }

        /** Returns the ids of the values, in order. */
        public List<String> ids() {
            return List.copyOf(places.keySet());
        }

        /** Returns the fields that are null or empty in all values of a payload. */
        public List<Unfilled> unfilled(String payload) {
            return Unfilled.in(of(payload));
        }

        /** The names of the classes of all objects in a payload's values. */
        public Set<String> met(String payload) {
            Set<String> met = new HashSet<>();
            of(payload).forEach(place -> place.types(met));
            return met;
        }

        /** Returns the samples by payload. */
        public Map<String, Sample> samples() {
            return Collections.unmodifiableMap(samples);
        }

        /** The values that other processes read, by payload. The others make the values of all other payloads. */
        public Map<String, Kept> kept() {
            return Collections.unmodifiableMap(kept);
        }

        /** The time that it takes to make or read the values of each payload, by payload. */
        public Map<String, Making> makings() {
            Map<String, Making> makings = new LinkedHashMap<>();
            paces.forEach((payload, pace) -> makings.put(payload, pace.making));
            return makings;
        }

        /**
         * Returns the times of codecs that carried the values, by payload.
         *
         * @param coders the times of each codec by its id, by payload
         */
        public Map<String, Carrying> carryings(Map<String, Map<String, Carrying.Coder>> coders) {
            Map<String, Carrying> carryings = new LinkedHashMap<>();
            paces.forEach((payload, pace) ->
                    carryings.put(payload, new Carrying(pace.comparing, coders.getOrDefault(payload, Map.of()))));
            return carryings;
        }

        /** Returns the id of the last value of each payload. */
        private Set<String> lastOfPayloads() {
            Map<String, String> last = new HashMap<>();
            places.keySet().stream()
                    .filter(PayloadValues::isOne)
                    .forEach(value -> last.put(PayloadValues.payload(value), value));
            return new HashSet<>(last.values());
        }

        private List<Place> of(String payload) {
            return places.entrySet().stream()
                    .filter(value -> PayloadValues.payload(value.getKey()).equals(payload))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        /** Compares descriptions and samples. The time of making values differs each time. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Originals originals
                    && places.equals(originals.places)
                    && samples.equals(originals.samples);
        }

        @Override
        public int hashCode() {
            return Objects.hash(places, samples);
        }

        @Override
        public String toString() {
            return places.toString();
        }
    }

    private record Trip(ValueOutcome outcome, String detail, boolean onlyElsewhere) {
        /** Adds the place in the value that the complaint is about, if the value has a name for its paths. */
        Trip at(Place original) {
            return original.label().isEmpty()
                    ? this
                    : new Trip(
                            outcome,
                            Culprit.in(original, detail)
                                            .map(path -> path + ": ")
                                            .orElse("")
                                    + detail,
                            onlyElsewhere);
        }

        boolean fatal() {
            return outcome == ValueOutcome.DIED
                    || outcome == ValueOutcome.HANG
                    || outcome == ValueOutcome.OUT_OF_MEMORY;
        }
    }

    /** Two workers of one codec. The second one starts when the first has encoded a value: many codecs refuse all of them. */
    private static final class Pair implements Closeable {
        private final WorkerSettings settings;
        private final String codec;
        private final Worker senderProcess;
        private final Examiner sender;
        private @Nullable Worker receiverProcess;

        /** Whether a worker has ended although the last value was judged. */
        private boolean spent;

        private Pair(WorkerSettings settings, String codec, Worker sender) {
            this.settings = settings;
            this.codec = codec;
            this.senderProcess = sender;
            this.sender = new Examiner(sender);
        }

        static Pair start(WorkerSettings settings, String codec) throws IOException {
            return new Pair(settings, codec, Worker.serving(settings, codec, ValueService.class));
        }

        private Examiner receiver() throws IOException {
            Worker receiver = receiverProcess;
            if (receiver == null) {
                receiver = Worker.serving(settings, codec, ValueService.class);
                receiverProcess = receiver;
            }
            receiver.hello();
            return new Examiner(receiver);
        }

        Trip carry(String value, Place original) {
            byte[] encoded;
            Examiner receiver;
            try {
                senderProcess.hello();
                encoded = sender.ask(ValueService.ENCODE, AskedValues.question(value, new byte[0]));
                receiver = receiver();
            } catch (IOException e) {
                return failed(e, true).at(original);
            }
            Trip trip = arrive(receiver, value, encoded, original);
            if (trip.outcome.carries() || trip.fatal()) {
                return trip;
            }
            Trip within = arrive(sender, value, encoded, original);
            spent = within.fatal();
            return new Trip(trip.outcome, trip.detail, within.outcome.carries());
        }

        /** Returns the times of this codec with a payload. Empty if a worker does not answer. */
        Optional<Carrying.Coder> times(String payload) {
            try {
                byte[] question = AskedValues.question(payload, new byte[0]);
                DataInputStream sent = answer(sender, question);
                DataInputStream received = answer(receiver(), question);
                double openings = seconds(sent) + seconds(received);
                return Optional.of(new Carrying.Coder(openings / 2, seconds(sent) + seconds(received)));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        private static DataInputStream answer(Examiner where, byte[] question) throws IOException {
            return new DataInputStream(new ByteArrayInputStream(where.ask(ValueService.TIMES, question)));
        }

        private static Trip arrive(Examiner where, String value, byte[] encoded, Place original) {
            try {
                Place arrived = place(where.ask(ValueService.ARRIVE, AskedValues.question(value, encoded)));
                Arrival arrival = Arrival.of(original, arrived);
                return new Trip(arrival.outcome(), arrival.detail(), false);
            } catch (IOException e) {
                return failed(e, false).at(original);
            }
        }

        private static Trip failed(IOException failure, boolean encoding) {
            String message = String.valueOf(failure.getMessage());
            if (failure instanceof WorkerException.Refused refused) {
                Refusal refusal = refused.refusal();
                if (refusal.stage() == Refusal.Stage.PROTOCOL) {
                    throw new UncheckedIOException("the suite itself failed: " + refusal.stack(), failure);
                }
                return refused(refusal.error(), encoding);
            }
            return new Trip(
                    failure instanceof WorkerException.Hung ? ValueOutcome.HANG : ValueOutcome.DIED,
                    when(encoding) + message,
                    false);
        }

        private static Trip refused(String error, boolean encoding) {
            if (error.contains("StackOverflowError")) {
                return new Trip(ValueOutcome.STACK_OVERFLOW, when(encoding) + error, false);
            }
            if (error.contains("OutOfMemoryError")) {
                return new Trip(ValueOutcome.OUT_OF_MEMORY, when(encoding) + error, false);
            }
            return new Trip(encoding ? ValueOutcome.REFUSED_ON_ENCODE : ValueOutcome.REFUSED_ON_DECODE, error, false);
        }

        private static String when(boolean encoding) {
            return encoding ? "on encode: " : "on decode: ";
        }

        @Override
        public void close() {
            senderProcess.close();
            Worker receiver = receiverProcess;
            if (receiver != null) {
                receiver.close();
            }
        }
    }
}
