package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.Kryo;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import java.util.function.Supplier;

/** Kryo on a frame: one instance, one output and one input, reused for every message as its documentation asks. */
final class KryoCoder<T> implements Coder<T> {
    private final Supplier<Kryo> setup;
    private final FrameOutput output = new FrameOutput();
    private final FrameInput input = new FrameInput();
    private Kryo kryo;

    /**
     * @param setup makes a configured instance; asked again after a failure
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

    // The bytes name the class, so that T is the caller's word.
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

    /** Kryo forgets its references when a message fails, but not the type arguments it was inside of. */
    private void startAfresh() {
        kryo = setup.get();
    }
}
