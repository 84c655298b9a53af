package dev.pipemark.wire;

import dev.pipemark.api.Frame;
import java.io.Closeable;
import java.io.IOException;

/** One end of a connection that carries messages in both directions, in order. It is confined to one thread. */
public interface Link extends Closeable {
    /**
     * Sends all sealed messages of the batch in one write and clears the batch. Blocks while the other side does not
     * read. A caller with many messages under way must either expect small replies or let another thread read them.
     */
    void send(Batch batch) throws IOException;

    /**
     * Waits for the next message and makes the frame a view of it. The view is valid until the next call.
     *
     * @return false if the other side closed the connection between two messages
     * @throws java.io.EOFException if the connection ended within a message
     * @throws dev.pipemark.api.FrameTooLargeException if the message announces more bytes than {@link Frame#limit}
     */
    boolean receive(Frame into) throws IOException;

    /**
     * Whether a whole message is in memory already, so that {@link #receive} will not wait. This makes no system call.
     */
    boolean ready();
}
