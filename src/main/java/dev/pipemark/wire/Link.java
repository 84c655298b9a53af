package dev.pipemark.wire;

import dev.pipemark.api.Frame;
import java.io.Closeable;
import java.io.IOException;

/** One end of a connection that carries messages both ways, in order. Confined to one thread. */
public interface Link extends Closeable {
    /**
     * Sends every sealed message of the batch in one write and clears it. Blocks while the other side is behind: a
     * caller with many messages under way must see to it that what comes back is small or read by somebody.
     */
    void send(Batch batch) throws IOException;

    /**
     * Waits for the next message and makes the frame a view of it, valid until the next call.
     *
     * @return false when the other side has closed the connection between two messages
     * @throws java.io.EOFException when it ended within a message
     * @throws dev.pipemark.api.FrameTooLargeException when the message announces more than {@link Frame#limit}
     */
    boolean receive(Frame into) throws IOException;

    /** Whether a whole message has been read already, so that {@link #receive} will not wait. Costs no system call. */
    boolean ready();
}
