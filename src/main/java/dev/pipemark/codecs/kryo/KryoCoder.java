package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.Kryo;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import java.util.function.Supplier;

/**
 * Kryo on a frame. One instance, one output and one input are reused for all messages, as Kryo's documentation asks.
 */
final class KryoCoder<T> implements Coder<T> {
    private final Supplier<Kryo> setup;
    private final FrameOutput output = new FrameOutput();
    private final FrameInput input = new FrameInput();
    private Kryo kryo;

    /**
     * Creates a coder.
     *
     * @param setup creates a configured instance. It is called again after a failure.
     */
    KryoCoder(Supplier<Kryo> setup) {
        this.setup = setup;
        kryo = setup.get();
    }

    @Override
    public void encode(T value, Frame out) throws FrameTooLargeException {
        output.begin(out);
        try {
            kryo.writeClassAndObject(output, value);
        } catch (RuntimeException | Error failure) {
            startAfresh();
            FrameTooLargeException refused = output.refused();
            if (refused != null) {
                throw refused;
            }
            throw failure;
        }
        output.finish();
    }

    // The bytes name the class. The caller must know that it matches T.
    @SuppressWarnings("unchecked")
    @Override
    public T decode(Frame in) {
        input.begin(in);
        try {
            return (T) kryo.readClassAndObject(input);
        } catch (RuntimeException | Error failure) {
            startAfresh();
            throw failure;
        }
    }

    /** Creates a new Kryo: after a failure, Kryo resets its references but not its type arguments. */
    private void startAfresh() {
        kryo = setup.get();
    }
}
