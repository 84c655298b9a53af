package dev.pipemark.wire;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.util.Arrays;

/**
 * Messages over a pair of byte streams. Pipes are opened as file streams. Their read and write copy once between heap
 * and kernel and take no lock. A channel with a direct buffer copies as often and was slower at every measured size.
 * Small messages fit the buffer that these calls keep on the native stack. Large messages are written in pieces of the
 * pipe's capacity.
 */
public final class StreamLink implements Link {
    /** The capacity of a Linux pipe. The kernel splits larger reads and writes anyway. */
    private static final int CHUNK = 64 * 1024;

    /** The size up to which the JDK's file streams copy through the stack and allocate nothing. */
    private static final int SMALL = 8 * 1024;

    /** The most bytes allocated for a message before its bytes arrive. */
    private static final int BELIEVED = 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    private byte[] received = new byte[CHUNK];
    private int from;
    private int to;

    /** Whether more bytes are likely to be available: the last read filled its room, or the last message was large. */
    private boolean plenty;

    public StreamLink(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public void send(Batch batch) throws IOException {
        byte[] array = batch.array();
        int end = batch.from() + batch.bytes();
        int at = batch.from();
        while (at < end) {
            // A message slightly larger than a chunk goes in one write. Otherwise its short rest would need a write of
            // its own that waits for the reader.
            int piece = end - at <= CHUNK + SMALL ? end - at : CHUNK;
            out.write(array, at, piece);
            at += piece;
        }
        out.flush();
        batch.clear();
    }

    @Override
    public boolean receive(Frame into) throws IOException {
        if (!fill(Frame.HEADER)) {
            return false;
        }
        int length = Header.length(received, from);
        if (length < 0 || !Header.marked(received, from)) {
            throw new StreamCorruptedException(
                    "the received bytes are not a message: something other than frames was written to the pipe, such as to the"
                            + " worker's standard output");
        }
        if (length > Frame.limit() - Frame.HEADER) {
            throw new FrameTooLargeException(length, Frame.limit());
        }
        if (!fill(Frame.HEADER + length)) {
            throw new EOFException("the other side closed the connection within a message");
        }
        into.view(received, from + Frame.HEADER, length);
        from += Frame.HEADER + length;
        plenty |= length > SMALL;
        return true;
    }

    @Override
    public boolean ready() {
        int there = to - from;
        return there >= Frame.HEADER && there - Frame.HEADER >= Header.length(received, from);
    }

    @Override
    public void close() throws IOException {
        try (in) {
            out.close();
        }
    }

    /**
     * Reads until {@code wanted} bytes are available from {@link #from} on.
     *
     * @return false if the stream ends before the first of them
     */
    private boolean fill(int wanted) throws IOException {
        while (to - from < wanted) {
            makeRoom(wanted);
            int count = read(wanted - (to - from));
            if (count < 0) {
                if (to == from) {
                    return false;
                }
                throw new EOFException("the other side closed the connection within a message");
            }
            to += count;
        }
        return true;
    }

    /** Reads all available bytes and waits only if there are none. Returns the number of bytes, or -1 at the end. */
    private int read(int missing) throws IOException {
        int asked = Math.min(missing <= SMALL && !plenty ? SMALL : CHUNK, received.length - to);
        int count = in.read(received, to, asked);
        plenty = count == asked;
        if (plenty && asked == SMALL && in.available() > 0) {
            // Drain the pipe before answering, so that replies leave in one write.
            int room = Math.min(CHUNK, received.length - to - count);
            int more = Math.max(0, in.read(received, to + count, room));
            plenty = more == room;
            return count + more;
        }
        return count;
    }

    /**
     * Makes room for at least one more byte. The buffer grows only as bytes arrive, whatever length a message
     * announces.
     */
    private void makeRoom(int wanted) {
        if (from == to) {
            from = 0;
            to = 0;
        }
        if (from + wanted <= received.length && to < received.length) {
            return;
        }
        if (from > 0) {
            System.arraycopy(received, from, received, 0, to - from);
            to -= from;
            from = 0;
        }
        if (wanted > received.length) {
            int believed = Math.max(BELIEVED, 2 * to);
            received = Arrays.copyOf(received, Math.max(received.length, Math.min(wanted, believed)));
        }
    }
}
