package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.io.Input;
import dev.pipemark.api.Frame;

/** A Kryo input over the array of a frame. */
final class FrameInput extends Input {
    /** Starts at the message in this frame. */
    void begin(Frame in) {
        byte[] array = in.array();
        if (buffer == array) {
            // Neighbouring messages mostly share an array. Skipping the store saves the collector's barrier.
            setPosition(in.offset());
            setLimit(in.end());
        } else {
            setBuffer(array, in.offset(), in.length());
        }
    }
}
