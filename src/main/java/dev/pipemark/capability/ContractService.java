package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.probe.values.Value;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.Service;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The worker's side of contracts. Each question has its own coder, so earlier questions leave no state. */
public final class ContractService implements Service {
    /** Requests a description of a newly created specimen. */
    static final int DESCRIBE = 1;
    /** Requests an encoded specimen. */
    static final int ENCODE = 2;
    /** Requests a description of the decoded specimen. */
    static final int ARRIVE = 3;
    /** Requests that a {@link LargeMessage} is encoded into its file. */
    static final int ENCODE_LARGE = 4;
    /** Requests that a {@link LargeMessage} is decoded. The answer is the difference, or empty. */
    static final int ARRIVE_LARGE = 5;
    /** Requests that two threads use one coder. The answer is the first failure, or empty. */
    static final int CONTEND = 6;
    /** Requests that one coder decodes a specimen and then encodes a new one. The answer is the newly encoded one. */
    static final int RELAY = 7;

    /** The shape for a receiver that does not know the type. */
    private static final Shape<Object> ANYTHING = new Shape<>(Object.class, Set.of());

    private final Map<String, Value<?>> specimens = new HashMap<>();
    private @Nullable Catalog catalog;
    private @Nullable Codec codec;

    @Override
    public void begin(Catalog all, Codec own) {
        catalog = all;
        codec = own;
        specimens.putAll(Specimens.byId(own));
    }

    /**
     * Encodes a question about a specimen.
     *
     * @param told whether the coder receives the specimen's shape. Otherwise it receives the shape of an {@code Object}
     */
    static byte[] about(String specimen, boolean told, byte[] encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(specimen);
            out.writeBoolean(told);
            out.write(encoded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void answer(long question, Frame request, Frame reply) throws IOException, Failure {
        DataInputStream in = new DataInputStream(request.input());
        switch ((int) question) {
            case DESCRIBE -> {
                Value<?> specimen = specimen(in);
                Describer.describe(specimen, Steps.make(specimen)).write(new DataOutputStream(reply));
            }
            case ENCODE -> encode(specimen(in), in.readBoolean(), reply);
            case ARRIVE ->
                arrive(specimen(in), in.readBoolean(), in.readAllBytes()).write(new DataOutputStream(reply));
            case RELAY -> relay(specimen(in), in.readBoolean(), in.readAllBytes(), reply);
            case ENCODE_LARGE -> {
                LargeMessage message = LargeMessage.read(in);
                message.encode(open(message.shape()));
            }
            case ARRIVE_LARGE -> {
                LargeMessage message = LargeMessage.read(in);
                reply.write(message.arrive(open(message.shape())).getBytes(StandardCharsets.UTF_8));
            }
            case CONTEND -> reply.write(contend(in).getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("no question has the number " + question);
        }
    }

    private Value<?> specimen(DataInputStream in) throws IOException {
        return specimen(in.readUTF());
    }

    private Value<?> specimen(String id) {
        if (!specimens.containsKey(id)) {
            specimens.putAll(Specimens.ofPayload(Objects.requireNonNull(catalog, "a service begins with its catalog")));
        }
        return Objects.requireNonNull(specimens.get(id), "no such specimen");
    }

    private void encode(Value<?> specimen, boolean told, Frame out) throws Failure {
        encode(open(told ? specimen.shape() : ANYTHING), specimen, out);
    }

    private static void encode(Coder<Object> coder, Value<?> specimen, Frame out) throws Failure {
        Steps.encode(coder, Steps.make(specimen), out);
    }

    private void relay(Value<?> specimen, boolean told, byte[] encoded, Frame out) throws IOException, Failure {
        Coder<Object> coder = open(told ? specimen.shape() : ANYTHING);
        Steps.decode(coder, encoded);
        encode(coder, specimen, out);
    }

    private Place arrive(Value<?> specimen, boolean told, byte[] encoded) throws IOException, Failure {
        return Describer.describe(specimen, Steps.decode(open(told ? specimen.shape() : ANYTHING), encoded));
    }

    private String contend(DataInputStream in) throws IOException, Failure {
        String id = in.readUTF();
        Value<?> specimen = specimen(id);
        Value<?> other = specimen(Specimens.other(id));
        Contention.Use one = Contention.Use.of(open(specimen.shape()), specimen, Steps.make(specimen));
        Contention.Use two = Contention.Use.of(open(other.shape()), other, Steps.make(other));
        return new Contention(open(specimen.shape())).between(one, two);
    }

    // Specimens have the shape that the coder is opened for.
    @SuppressWarnings("unchecked")
    private Coder<Object> open(Shape<?> shape) throws Failure {
        return (Coder<Object>) Steps.open(Objects.requireNonNull(codec, "a service begins with its codec"), shape);
    }
}
