package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.probe.values.Scope;
import dev.pipemark.probe.values.Value;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.PayloadException;
import dev.pipemark.worker.Refusal.Stage;
import java.io.IOException;

/** The steps of a trial in a worker. The failure of a step names its stage. */
public final class Steps {
    private Steps() {}

    /** Creates a value. */
    static <T> T make(Value<T> value, Scope scope) throws Failure {
        try {
            return value.make(scope);
        } catch (PayloadException e) {
            throw new Failure(Stage.PAYLOAD, e);
        } catch (Exception e) {
            throw new Failure(Stage.PROTOCOL, e);
        }
    }

    /** Creates a value that holds nothing open. */
    public static <T> T make(Value<T> value) throws Failure {
        try (Scope scope = new Scope()) {
            return make(value, scope);
        }
    }

    public static <T> Coder<T> open(Codec codec, Shape<T> shape) throws Failure {
        try {
            return codec.open(shape);
        } catch (Throwable e) {
            throw new Failure(Stage.OPEN, e);
        }
    }

    public static <T> void encode(Coder<T> coder, T value, Frame out) throws Failure {
        try {
            coder.encode(value, out);
        } catch (Throwable e) {
            throw new Failure(Stage.ENCODE, e);
        }
    }

    /**
     * Decodes a value.
     *
     * @throws IOException if the encoded value does not fit into a frame
     */
    public static <T> T decode(Coder<T> coder, byte[] encoded) throws IOException, Failure {
        Frame frame = new Frame();
        frame.write(encoded);
        return decode(coder, frame);
    }

    static <T> T decode(Coder<T> coder, Frame encoded) throws Failure {
        try {
            return coder.decode(encoded);
        } catch (Throwable e) {
            throw new Failure(Stage.DECODE, e);
        }
    }
}
