package dev.pipemark.wire;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import org.jspecify.annotations.Nullable;

/** Messages that leave together: each is encoded behind its own header, and one write sends them all. */
public final class Batch {
    private final Frame frame = new Frame();
    private int messages;
    private int bytes;
    private boolean open;

    /** Where the messages stand when they were forwarded; null while messages are encoded into the own frame. */
    private byte @Nullable [] forwarded;

    private int forwardedFrom;

    /** The frame to encode the next message into; a message that was begun and not sealed is dropped. */
    public Frame next() throws FrameTooLargeException {
        if (forwarded != null) {
            keep(forwarded);
        }
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

    /**
     * Adds a message as it stands, under a new header. Alone in a batch it leaves from where it is: nothing may overwrite
     * it before the batch is sent.
     */
    public void forward(Frame message, int tag, long argument) throws FrameTooLargeException {
        if (messages > 0) {
            next().write(message.array(), message.offset(), message.length());
            seal(tag, argument);
            return;
        }
        Header.write(message, tag, argument);
        forwarded = message.array();
        forwardedFrom = message.offset() - Frame.HEADER;
        messages = 1;
        bytes = Frame.HEADER + message.length();
    }

    /**
     * Holds nothing but messages that stand in an array, whole and with their headers. They leave from there: nothing may
     * overwrite them before the batch is sent.
     */
    public void hold(byte[] array, int from, int to) {
        clear();
        forwarded = array;
        forwardedFrom = from;
        messages = 1;
        bytes = to - from;
    }

    /** Adds a message that is its header only. */
    public void add(int tag, long argument) throws FrameTooLargeException {
        next();
        seal(tag, argument);
    }

    /** Sealed messages held; those of {@link #hold} count for one. */
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
        forwarded = null;
    }

    byte[] array() {
        return forwarded == null ? frame.array() : forwarded;
    }

    /** Where the first message's header stands in {@link #array}. */
    int from() {
        return forwarded == null ? 0 : forwardedFrom;
    }

    /** Copies what was forwarded, since others are to stand behind it. */
    private void keep(byte[] message) throws FrameTooLargeException {
        frame.reset();
        frame.write(message, forwardedFrom + Frame.HEADER, bytes - Frame.HEADER);
        System.arraycopy(message, forwardedFrom, frame.array(), 0, Frame.HEADER);
        forwarded = null;
        open = false;
    }
}
