package dev.pipemark.capability.languages;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.WireFormat;
import dev.pipemark.capability.Arrival;
import dev.pipemark.capability.AskedValues;
import dev.pipemark.capability.LastCoder;
import dev.pipemark.capability.PayloadValues;
import dev.pipemark.capability.Steps;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.probe.values.Value;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.Refusal.Stage;
import dev.pipemark.worker.Service;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Java side of a trial, in a worker of its own. It encodes values for a program in another language. It judges the
 * description that the program returns, and the bytes that the program sends back. No value holds a file or a thread.
 */
public final class LanguageService implements Service {
    /** Requests the format of the codec's messages for a value. The request is its id. */
    static final int FORMAT = 1;
    /** Requests the encoded value. The request is its id. */
    static final int ENCODE = 2;
    /** Requests a judgement of a description. The request is the value's id and the description in UTF-8. */
    static final int SEEN = 3;
    /** Requests a judgement of an encoded value. The request is the value's id and the bytes. */
    static final int BACK = 4;

    /** The encoders by payload, or by value if it belongs to none. The first question about a value opens its encoder. */
    private final Map<String, Coder<?>> encoders = new HashMap<>();
    /** The decoders. They are separate from the encoders, so that no decoder uses state of its encoder. */
    private final LastCoder decoders = new LastCoder();

    private @Nullable AskedValues values;
    private @Nullable Codec codec;

    @Override
    public void begin(Catalog catalog, Codec own) {
        values = new AskedValues(catalog, PlainValues::byId);
        codec = own;
    }

    @Override
    public void answer(long question, Frame request, Frame reply) throws IOException, Failure {
        DataInputStream in = new DataInputStream(request.input());
        Value<?> value = Objects.requireNonNull(values, "a service begins with its catalog")
                .of(in.readUTF());
        DataOutputStream out = new DataOutputStream(reply);
        try {
            switch ((int) question) {
                case FORMAT -> Answers.write(format(value), out);
                case ENCODE -> encode(value, reply);
                case SEEN -> Answers.write(seen(value, new String(in.readAllBytes(), StandardCharsets.UTF_8)), out);
                case BACK -> Answers.write(back(value, in.readAllBytes()), out);
                default -> throw new IllegalArgumentException("no question has the number " + question);
            }
        } catch (Failure e) {
            // A coder that has failed may be in any state. The next value gets a new one.
            encoders.remove(PayloadValues.payload(value.id()));
            decoders.forget();
            throw e;
        }
    }

    private Codec own() {
        return Objects.requireNonNull(codec, "a service begins with its codec");
    }

    /** A codec that refuses the type of the value beforehand has no messages for it. */
    private Optional<WireFormat> format(Value<?> value) throws Failure {
        Optional<WireFormat> format = own().wireFormat(value.shape());
        if (format.isEmpty()) {
            return format;
        }
        try {
            encoder(value);
            return format;
        } catch (Failure e) {
            if (e.thrown() instanceof UnsupportedShapeException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @SuppressWarnings("unchecked") // the values of a payload have one shape
    private <T> Coder<T> encoder(Value<T> value) throws Failure {
        String subject = PayloadValues.payload(value.id());
        Coder<?> encoder = encoders.get(subject);
        if (encoder == null) {
            encoder = Steps.open(own(), value.shape());
            encoders.put(subject, encoder);
        }
        return (Coder<T>) encoder;
    }

    private <T> void encode(Value<T> value, Frame out) throws Failure {
        T made = Steps.make(value);
        Steps.encode(encoder(value), made, out);
    }

    private static <T> Arrival seen(Value<T> value, String description) throws Failure {
        Neutral original = Original.of(Steps.make(value));
        try {
            return Seen.of(original, DescriptionReader.read(description));
        } catch (RuntimeException e) {
            throw new Failure(Stage.USE, e);
        }
    }

    private <T> Arrival back(Value<T> value, byte[] bytes) throws IOException, Failure {
        T arrived = Steps.decode(decoders.of(own(), value), bytes);
        T sent = Steps.make(value);
        try {
            Arrival arrival = Arrival.of(value, sent, arrived);
            return arrival.outcome() == ValueOutcome.WRONG && value.questions().isEmpty()
                    ? byContent(arrival, sent, arrived)
                    : arrival;
        } catch (Throwable e) {
            throw new Failure(Stage.USE, e);
        }
    }

    /**
     * Judges two values by their content if their printed texts differ. For example, 0.1f is the same number as the double
     * 0.10000000149011612.
     */
    private static Arrival byContent(Arrival printed, @Nullable Object sent, @Nullable Object arrived) {
        try {
            Arrival content = Seen.of(Original.of(sent), Original.of(arrived));
            return switch (content.outcome()) {
                case EXACT -> new Arrival(ValueOutcome.OTHER_CLASS, printed.detail());
                case WRONG -> printed;
                default -> content;
            };
        } catch (IllegalArgumentException e) {
            // If a class has no description, its objects are not plain values.
            return printed;
        }
    }
}
