package dev.pipemark.pipe;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;

/** Messages that leave together: each is encoded behind its own header, and one write sends them all. */
public final class Batch {
    private final Frame frame = new Frame();
    private int messages;
    private int bytes;
    private boolean open;

    /** The frame to encode the next message into; a message that was begun and not sealed is dropped. */
    public Frame next() throws FrameTooLargeException {
        if (messages == 0) {
            frame.reset();
        } else if (open) {
            frame.rewind();
        } else {
            frame.begin();
        }
        open = true;
        return frame;
    }

    /** Ends the message that {@link #next} began. */
    public void seal(int tag, long argument) {
        Header.write(frame, tag, argument);
        messages++;
        bytes = frame.end();
        open = false;
    }

    /** Adds a message that is its header only. */
    public void add(int tag, long argument) throws FrameTooLargeException {
        next();
        seal(tag, argument);
    }

    /** Sealed messages held. */
    public int messages() {
        return messages;
    }

    /** Bytes held, headers included. */
    public int bytes() {
        return bytes;
    }

    /** Drops everything. */
    public void clear() {
        messages = 0;
        bytes = 0;
        open = false;
    }

    byte[] array() {
        return frame.array();
    }
}
