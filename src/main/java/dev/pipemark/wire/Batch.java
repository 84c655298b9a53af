package dev.pipemark.wire;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import org.jspecify.annotations.Nullable;

/** Messages that one write sends together. Each has its own header. */
public final class Batch {
    private final Frame frame = new Frame();
    private int messages;
    private int bytes;
    private boolean open;

    /** The array of the forwarded messages, or null while messages are encoded into this batch's own frame. */
    private byte @Nullable [] forwarded;

    private int forwardedFrom;

    /** Returns the frame for the next message. A message that was begun but not sealed is dropped. */
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
     * Adds an existing message under a new header. If the message is alone in the batch, it is sent from its own array,
     * so nothing may overwrite that array before the batch is sent.
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
     * Replaces the content by complete messages, headers included, that are in the given array. They are sent from
     * this array, so nothing may overwrite it before the batch is sent.
     */
    public void hold(byte[] array, int from, int to) {
        clear();
        forwarded = array;
        forwardedFrom = from;
        messages = 1;
        bytes = to - from;
    }

    /** Adds a message that consists of a header only. */
    public void add(int tag, long argument) throws FrameTooLargeException {
        next();
        seal(tag, argument);
    }

    /** Returns the number of sealed messages. The messages of {@link #hold} count as one. */
    public int messages() {
        return messages;
    }

    /** Returns the number of bytes held, headers included. */
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

    /** The index in {@link #array} of the first message's header. */
    int from() {
        return forwarded == null ? 0 : forwardedFrom;
    }

    /** Copies the forwarded message, because other messages must follow it in the same array. */
    private void keep(byte[] message) throws FrameTooLargeException {
        frame.reset();
        frame.write(message, forwardedFrom + Frame.HEADER, bytes - Frame.HEADER);
        System.arraycopy(message, forwardedFrom, frame.array(), 0, Frame.HEADER);
        forwarded = null;
        open = false;
    }
}
