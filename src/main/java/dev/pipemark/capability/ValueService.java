package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.probe.values.Scope;
import dev.pipemark.probe.values.Value;
import dev.pipemark.probe.values.Values;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.PayloadException;
import dev.pipemark.worker.Refusal.Stage;
import dev.pipemark.worker.Service;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

    private final Map<String, Value<?>> values = new HashMap<>();
    private final Map<String, PayloadValues.Source<?>> payloads = new HashMap<>();
    private final LastCoder coders = new LastCoder();
    private @Nullable Catalog catalog;
    private @Nullable Codec codec;
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
                default -> throw new IllegalArgumentException("no question has the number " + question);
            }
        } catch (PayloadException e) {
            throw new Failure(Stage.PAYLOAD, e);
        } catch (IOException e) {
            throw new Failure(Stage.PROTOCOL, e);
        } catch (Failure e) {
            // A coder that has failed may be in any state. The next value gets a new one.
            coders.forget();
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

    private static <T> Place original(Value<T> value) throws Failure {
        try (Scope scope = new Scope()) {
            return Describer.describe(value, make(value, scope));
        }
    }

    private <T> void encode(Value<T> value, Frame out) throws Failure {
        held.close();
        held = new Scope();
        Coder<T> coder = coder(value);
        T made = make(value, held);
        try {
            coder.encode(made, out);
        } catch (Throwable e) {
            throw new Failure(Stage.ENCODE, e);
        }
    }

    private <T> Place arrive(Value<T> value, byte[] encoded) throws IOException, Failure {
        Coder<T> coder = coder(value);
        Frame frame = new Frame();
        frame.write(encoded);
        T arrived;
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

    private <T> Coder<T> coder(Value<T> value) throws Failure {
        return coders.of(Objects.requireNonNull(codec, "a service begins with its codec"), value);
    }
}
