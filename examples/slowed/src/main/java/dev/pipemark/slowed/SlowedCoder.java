package dev.pipemark.slowed;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;

/**
 * Encodes some values twice and decodes some values twice, in regular intervals. It drops the first message or value of the two.
 */
final class SlowedCoder<T> implements Coder<T> {
    private final Coder<T> original;
    private final int percent;
    private final Frame nowhere = new Frame();
    private int encodeDue;
    private int decodeDue;
    /** The dropped value. It is stored here, so that no compiler can remove the work. */
    private Object spare;

    SlowedCoder(Coder<T> original, int percent) {
        this.original = original;
        this.percent = percent;
    }

    @Override
    public void encode(T value, Frame out) throws Exception {
        encodeDue += percent;
        if (encodeDue >= 100) {
            encodeDue -= 100;
            nowhere.reset();
            original.encode(value, nowhere);
        }
        original.encode(value, out);
    }

    @Override
    public T decode(Frame in) throws Exception {
        decodeDue += percent;
        if (decodeDue >= 100) {
            decodeDue -= 100;
            spare = original.decode(in);
        }
        return original.decode(in);
    }
}
