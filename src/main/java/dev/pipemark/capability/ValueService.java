package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.probe.values.Scope;
import dev.pipemark.probe.values.Value;
import dev.pipemark.probe.values.Values;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.Refusal.Stage;
import dev.pipemark.worker.Service;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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

    private @Nullable AskedValues values;
    private @Nullable Codec codec;
    private @Nullable Opened opened;
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
                default -> throw new IllegalArgumentException("no question has the number " + question);
            }
        } catch (Failure e) {
            // A coder that has failed may be in any state. The next value gets a new one.
            opened = null;
            throw e;
        }
    }

    private static <T> Place original(Value<T> value) throws Failure {
        try (Scope scope = new Scope()) {
            return Describer.describe(value, Steps.make(value, scope));
        }
    }

    private void encode(Value<?> value, Frame out) throws Failure {
        held.close();
        held = new Scope();
        Coder<Object> coder = coder(value);
        Steps.encode(coder, Steps.make(value, held), out);
    }

    private Place arrive(Value<?> value, byte[] encoded) throws IOException, Failure {
        Object arrived = Steps.decode(coder(value), encoded);
        try {
            return Describer.describe(value, arrived);
        } catch (Throwable e) {
            throw new Failure(Stage.USE, e);
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
            Codec own = Objects.requireNonNull(codec, "a service begins with its codec");
            opened = new Opened(subject, (Coder<Object>) Steps.open(own, value.shape()));
        }
        return opened.coder;
    }
}
