package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Output;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import org.jspecify.annotations.Nullable;

/** A Kryo output over the array of a frame. It grows with the frame, up to the frame's limit. */
final class FrameOutput extends Output {
    private Frame frame = new Frame();
    private @Nullable FrameTooLargeException refused;

    /** Starts at the end of the message in this frame. */
    void begin(Frame out) {
        // Messages mostly use the same frame. Without the store, the collector's write barrier does not run.
        if (frame != out) {
            frame = out;
        }
        refused = null;
        if (buffer != out.array()) {
            setBuffer(out.array(), -1);
        }
        setPosition(out.end());
    }

    /** Adds the written bytes to the frame's message. */
    void finish() throws FrameTooLargeException {
        frame.adopt(buffer, frame.offset(), position);
    }

    /**
     * Returns the exception of a frame that could not grow, or {@code null}. Kryo wraps it once for each enclosing
     * field.
     */
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
        // The frame has copied its whole array, including the bytes written behind its end.
        buffer = frame.array();
        capacity = buffer.length;
        return true;
    }
}
