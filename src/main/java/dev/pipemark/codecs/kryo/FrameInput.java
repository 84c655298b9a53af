package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.io.Input;
import dev.pipemark.api.Frame;

/** A Kryo input over the array of a frame. */
final class FrameInput extends Input {
    /** Starts at the message in this frame. */
    void begin(Frame in) {
        byte[] array = in.array();
        if (buffer == array) {
            // Messages mostly use the same array. Without the store, the collector's write barrier does not run.
            setPosition(in.offset());
            setLimit(in.end());
        } else {
            setBuffer(array, in.offset(), in.length());
        }
    }
}
