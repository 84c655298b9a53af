package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.probe.values.Scope;
import dev.pipemark.probe.values.Value;
import dev.pipemark.probe.values.Values;
import dev.pipemark.record.Making;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.Refusal.Stage;
import dev.pipemark.worker.Ring;
import dev.pipemark.worker.Service;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Encodes values in one worker, and decodes and describes them in another. */
public final class ValueService implements Service {
    /** Requests a description of a newly created value. The request is its id. */
    static final int DESCRIBE = 1;
    /** Requests the encoded value. The request is its id. */
    static final int ENCODE = 2;
    /** Requests a description of the decoded value. The request is its id and the encoded value. */
    static final int ARRIVE = 3;
    /** Requests the {@link Sample} of a payload. The request is the payload's id. */
    static final int SAMPLE = 4;
    /**
     * Requests the first values of a payload as a {@link Kept} file, for a worker with Java's serialization. From then on, this
     * worker reads them too. The request is the payload's id. The answer is empty if the values cannot be kept.
     */
    static final int KEEP = 5;
    /**
     * Requests the {@link Making} of a payload whose values have been described, and the time to compare two of its values. The
     * request is the payload's id.
     */
    static final int PACE = 6;
    /**
     * Requests the time in which this worker opened the coder of a payload and used it for the first time, and the shortest time
     * in which it encoded or decoded a later value. The request is the payload's id.
     */
    static final int TIMES = 7;

    /** The shortest time in which a value of a payload was created, ns. */
    private final Map<String, Long> paces = new HashMap<>();

    /** The shortest time in which a value of a payload was described, ns. */
    private final Map<String, Long> descriptions = new HashMap<>();

    /** The time to open the coder of a payload and to use it for the first time, ns. */
    private final Map<String, Long> openings = new HashMap<>();

    /** The shortest time in which this coder encoded or decoded a later value, ns. */
    private final Map<String, Long> codings = new HashMap<>();

    private final LastCoder coders = new LastCoder();
    private @Nullable AskedValues values;
    private @Nullable Codec codec;
    /**
     * The resources of the value encoded last. They stay open until the next value, because the value may be decoded
     * here too.
     */
    private Scope held = new Scope();

    @Override
    public void begin(Catalog catalog, Codec own) {
        values = new AskedValues(catalog, Values::byId);
        codec = own;
    }

    @Override
    public void answer(long question, Frame request, Frame reply) throws IOException, Failure {
        DataInputStream in = new DataInputStream(request.input());
        String id = in.readUTF();
        DataOutputStream out = new DataOutputStream(reply);
        AskedValues known = Objects.requireNonNull(values, "a service begins with its catalog");
        try {
            switch ((int) question) {
                case DESCRIBE -> original(known.of(id)).write(out);
                case ENCODE -> encode(known.of(id), reply);
                case ARRIVE -> arrive(known.of(id), in.readAllBytes()).write(out);
                case SAMPLE -> known.payload(id).sample().write(out);
                case KEEP -> keep(id, known, reply);
                case PACE -> {
                    out.writeLong(paces.getOrDefault(id, 0L));
                    out.writeInt(Ring.length(known.payload(id).maker()));
                    // A comparison describes both values.
                    out.writeLong(2 * descriptions.getOrDefault(id, 0L));
                }
                case TIMES -> {
                    out.writeLong(openings.getOrDefault(id, 0L));
                    out.writeLong(codings.getOrDefault(id, 0L));
                }
                default -> throw new IllegalArgumentException("no question has the number " + question);
            }
        } catch (Failure e) {
            // A coder that has failed may be in any state. The next value gets a new one.
            coders.forget();
            throw e;
        }
    }

    private void keep(String id, AskedValues known, Frame reply) throws IOException, Failure {
        keep(id, known.payload(id), known, reply);
    }

    private <T> void keep(String id, PayloadValues.Source<T> source, AskedValues known, Frame reply)
            throws IOException, Failure {
        Coder<T> coder = Steps.open(own(), source.shape());
        Optional<Kept> kept = Kept.of(source.maker(), coder);
        if (kept.isPresent()) {
            reply.write(kept.get().file());
            known.replace(id, source.reading(kept.get(), coder));
        }
    }

    private <T> Place original(Value<T> value) throws Failure {
        try (Scope scope = new Scope()) {
            String payload = PayloadValues.payload(value.id());
            long begun = System.nanoTime();
            T made = Steps.make(value, scope);
            long ready = System.nanoTime();
            paces.merge(payload, ready - begun, Math::min);
            Place place = Describer.describe(value, made);
            descriptions.merge(payload, System.nanoTime() - ready, Math::min);
            return place;
        }
    }

    private <T> void encode(Value<T> value, Frame out) throws Failure {
        held.close();
        held = new Scope();
        long begun = System.nanoTime();
        Coder<T> coder = coders.of(own(), value);
        long opening = System.nanoTime() - begun;
        T made = Steps.make(value, held);
        begun = System.nanoTime();
        Steps.encode(coder, made, out);
        timed(value, opening, System.nanoTime() - begun);
    }

    private <T> Place arrive(Value<T> value, byte[] encoded) throws IOException, Failure {
        long begun = System.nanoTime();
        Coder<T> coder = coders.of(own(), value);
        long opened = System.nanoTime();
        T arrived = Steps.decode(coder, encoded);
        timed(value, opened - begun, System.nanoTime() - opened);
        try {
            return Describer.describe(value, arrived);
        } catch (Throwable e) {
            throw new Failure(Stage.USE, e);
        }
    }

    /** Notes the times of a value. The first value of a payload includes what the library does once. */
    private void timed(Value<?> value, long opening, long coding) {
        String payload = PayloadValues.payload(value.id());
        if (openings.putIfAbsent(payload, opening + coding) != null) {
            codings.merge(payload, coding, Math::min);
        }
    }

    private Codec own() {
        return Objects.requireNonNull(codec, "a service begins with its codec");
    }
}
