package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.probe.values.Scope;
import dev.pipemark.probe.values.Value;
import dev.pipemark.probe.values.Values;
import dev.pipemark.record.Making;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.PayloadException;
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
    /** Requests the {@link Making} of a payload whose values have been described. The request is the payload's id. */
    static final int PACE = 6;

    private final Map<String, Value<?>> values = new HashMap<>();
    private final Map<String, PayloadValues.Source<?>> payloads = new HashMap<>();
    /** The shortest time in which a value of a payload was created, ns. */
    private final Map<String, Long> paces = new HashMap<>();

    private @Nullable Catalog catalog;
    private @Nullable Codec codec;
    private @Nullable Opened opened;
    /**
     * The resources of the value encoded last. They stay open until the next value, because the value may be decoded
     * here too.
     */
    private Scope held = new Scope();

    @Override
    public void begin(Catalog ownCatalog, Codec ownCodec) {
        catalog = ownCatalog;
        codec = ownCodec;
    }

    @Override
    public void answer(long question, Frame request, Frame reply) throws Failure {
        try {
            DataInputStream in = new DataInputStream(request.input());
            String id = in.readUTF();
            DataOutputStream out = new DataOutputStream(reply);
            switch ((int) question) {
                case DESCRIBE -> original(value(id)).write(out);
                case ENCODE -> encode(value(id), reply);
                case ARRIVE -> arrive(value(id), in.readAllBytes()).write(out);
                case SAMPLE -> payload(id).sample().write(out);
                case KEEP -> keep(id, payload(id), reply);
                case PACE -> {
                    out.writeLong(paces.getOrDefault(id, 0L));
                    out.writeInt(Ring.length(payload(id).maker()));
                }
                default -> throw new IllegalArgumentException("no question has the number " + question);
            }
        } catch (PayloadException e) {
            throw new Failure(Stage.PAYLOAD, e);
        } catch (IOException e) {
            throw new Failure(Stage.PROTOCOL, e);
        } catch (Failure e) {
            // A coder that has failed may be in any state. The next value gets a new one.
            opened = null;
            throw e;
        }
    }

    private Value<?> value(String id) {
        if (PayloadValues.isOne(id)) {
            return payload(PayloadValues.payload(id)).value(id);
        }
        if (values.isEmpty()) {
            values.putAll(Values.byId());
        }
        return Objects.requireNonNull(values.get(id), "no such value");
    }

    private PayloadValues.Source<?> payload(String id) {
        Catalog own = Objects.requireNonNull(catalog, "a service begins with its catalog");
        return payloads.computeIfAbsent(id, each -> PayloadValues.Source.of(own, each));
    }

    private <T> void keep(String id, PayloadValues.Source<T> source, Frame reply) throws IOException, Failure {
        Coder<T> coder;
        try {
            coder = own().open(source.shape());
        } catch (UnsupportedShapeException e) {
            throw new Failure(Stage.OPEN, e);
        }
        Optional<Kept> kept = Kept.of(source.maker(), coder);
        if (kept.isPresent()) {
            reply.write(kept.get().file());
            payloads.put(id, source.reading(kept.get(), coder));
        }
    }

    private <T> Place original(Value<T> value) throws Failure {
        try (Scope scope = new Scope()) {
            long begun = System.nanoTime();
            T made = make(value, scope);
            paces.merge(PayloadValues.payload(value.id()), System.nanoTime() - begun, Math::min);
            return Describer.describe(value, made);
        }
    }

    private void encode(Value<?> value, Frame out) throws Failure {
        held.close();
        held = new Scope();
        Coder<Object> coder = coder(value);
        Object made = make(value, held);
        try {
            coder.encode(made, out);
        } catch (Throwable e) {
            throw new Failure(Stage.ENCODE, e);
        }
    }

    private Place arrive(Value<?> value, byte[] encoded) throws IOException, Failure {
        Coder<Object> coder = coder(value);
        Frame frame = new Frame();
        frame.write(encoded);
        Object arrived;
        try {
            arrived = coder.decode(frame);
        } catch (Throwable e) {
            throw new Failure(Stage.DECODE, e);
        }
        try {
            return Describer.describe(value, arrived);
        } catch (Throwable e) {
            throw new Failure(Stage.USE, e);
        }
    }

    private static <T> T make(Value<T> value, Scope scope) throws Failure {
        try {
            return value.make(scope);
        } catch (PayloadException e) {
            throw new Failure(Stage.PAYLOAD, e);
        } catch (Exception e) {
            throw new Failure(Stage.PROTOCOL, e);
        }
    }

    /**
     * A coder and its subject. The subject is a payload, whose values all have one shape, or one value of the suite.
     * Opening a coder can take longer than all else, since libraries generate code for each class.
     */
    private record Opened(String subject, Coder<Object> coder) {}

    @SuppressWarnings("unchecked") // the coder receives only values of the shape that it was opened for
    private Coder<Object> coder(Value<?> value) throws Failure {
        String subject = PayloadValues.payload(value.id());
        if (opened == null || !opened.subject.equals(subject)) {
            opened = null;
            try {
                opened = new Opened(subject, (Coder<Object>) own().open(value.shape()));
            } catch (Throwable e) {
                throw new Failure(Stage.OPEN, e);
            }
        }
        return opened.coder;
    }

    private Codec own() {
        return Objects.requireNonNull(codec, "a service begins with its codec");
    }
}
