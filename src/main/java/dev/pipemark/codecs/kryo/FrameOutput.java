package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Output;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import org.jspecify.annotations.Nullable;

/** Kryo's buffer over the array of a frame: grows as the frame grows, and no further than a frame may. */
final class FrameOutput extends Output {
    private Frame frame = new Frame();
    private @Nullable FrameTooLargeException refused;

    /** Points at the end of the message in this frame. */
    void begin(Frame out) {
        // Neighbouring messages mostly stand in one array: what is not stored costs no collector's barrier.
        if (frame != out) {
            frame = out;
        }
        refused = null;
        if (buffer != out.array()) {
            setBuffer(out.array(), -1);
        }
        setPosition(out.end());
    }

    /** Hands what was written to the frame. */
    void finish() throws FrameTooLargeException {
        frame.adopt(buffer, frame.offset(), position);
    }

    /** Why the frame would not grow, if that is what went wrong: Kryo wraps it, once for every field on the way. */
    @Nullable
    FrameTooLargeException refused() {
        return refused;
    }

    @Override
    protected boolean require(int required) throws KryoException {
        if (capacity - position >= required) {
            return false;
        }
        try {
            frame.reserve((int) Math.min(Integer.MAX_VALUE, (long) position + required - frame.end()));
        } catch (FrameTooLargeException e) {
            refused = e;
            throw new KryoException(e);
        }
        // The frame copied its whole array, and with it what was written behind its end.
        buffer = frame.array();
        capacity = buffer.length;
        return true;
    }
}
