package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.io.Input;
import dev.pipemark.api.Frame;

/** Kryo's buffer over the array of a frame. */
final class FrameInput extends Input {
    /** Points at the message in this frame. */
    void begin(Frame in) {
        byte[] array = in.array();
        if (buffer == array) {
            // Neighbouring messages mostly stand in one array: what is not stored costs no collector's barrier.
            setPosition(in.offset());
            setLimit(in.end());
        } else {
            setBuffer(array, in.offset(), in.length());
        }
    }
}
