package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
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

    private final Map<String, Value<?>> values = Values.byId();
    private final Map<String, PayloadValues.Source<?>> payloads = new HashMap<>();
    private final Map<String, Value<?>> ofPayloads = new HashMap<>();
    private @Nullable Codec codec;
    private @Nullable Opened<?> opened;
    /**
     * The resources of the value encoded last. They stay open until the next value, because the value may be decoded
     * here too.
     */
    private Scope held = new Scope();

    @Override
    public void begin(Codec own) {
        codec = own;
    }

    @Override
    public void answer(long question, Frame request, Frame reply) throws Failure {
        try {
            DataInputStream in = new DataInputStream(request.input());
            Value<?> value = value(in.readUTF());
            switch ((int) question) {
                case DESCRIBE -> original(value).write(new DataOutputStream(reply));
                case ENCODE -> {
                    held.close();
                    held = new Scope();
                    opened(value).encode(held, reply);
                }
                case ARRIVE -> {
                    Frame encoded = new Frame();
                    encoded.write(in.readAllBytes());
                    opened(value).arrive(encoded).write(new DataOutputStream(reply));
                }
                default -> throw new IllegalArgumentException("no question has the number " + question);
            }
        } catch (PayloadException e) {
            throw new Failure(Stage.PAYLOAD, e);
        } catch (IOException e) {
            throw new Failure(Stage.PROTOCOL, e);
        }
    }

    private Value<?> value(String id) {
        return PayloadValues.isOne(id)
                ? ofPayloads.computeIfAbsent(
                        id,
                        each -> payloads.computeIfAbsent(PayloadValues.payload(id), PayloadValues.Source::of)
                                .value(each))
                : Objects.requireNonNull(values.get(id), "no such value");
    }

    private static <T> Place original(Value<T> value) throws Failure {
        try (Scope scope = new Scope()) {
            return Describer.describe(value, make(value, scope));
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

    private Opened<?> opened(Value<?> value) throws Failure {
        if (opened == null || opened.value != value) {
            opened = Opened.of(Objects.requireNonNull(codec, "a service begins with its codec"), value);
        }
        return opened;
    }

    private record Opened<T>(Value<T> value, Coder<T> coder) {
        static <T> Opened<T> of(Codec codec, Value<T> value) throws Failure {
            try {
                return new Opened<>(value, codec.open(value.shape()));
            } catch (Throwable e) {
                throw new Failure(Stage.OPEN, e);
            }
        }

        void encode(Scope scope, Frame out) throws Failure {
            T made = make(value, scope);
            try {
                coder.encode(made, out);
            } catch (Throwable e) {
                throw new Failure(Stage.ENCODE, e);
            }
        }

        Place arrive(Frame encoded) throws Failure {
            T arrived;
            try {
                arrived = coder.decode(encoded);
            } catch (Throwable e) {
                throw new Failure(Stage.DECODE, e);
            }
            try {
                return Describer.describe(value, arrived);
            } catch (Throwable e) {
                throw new Failure(Stage.USE, e);
            }
        }
    }
}
