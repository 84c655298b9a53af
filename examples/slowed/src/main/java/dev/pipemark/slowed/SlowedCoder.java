package dev.pipemark.slowed;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;

/** Encodes some values twice, spread evenly, the first time into a frame that goes nowhere. */
final class SlowedCoder<T> implements Coder<T> {
    private final Coder<T> original;
    private final int percent;
    private final Frame nowhere = new Frame();
    private int due;

    SlowedCoder(Coder<T> original, int percent) {
        this.original = original;
        this.percent = percent;
    }

    @Override
    public void encode(T value, Frame out) throws Exception {
        due += percent;
        if (due >= 100) {
            due -= 100;
            nowhere.reset();
            original.encode(value, nowhere);
        }
        original.encode(value, out);
    }

    @Override
    public T decode(Frame in) throws Exception {
        return original.decode(in);
    }
}
