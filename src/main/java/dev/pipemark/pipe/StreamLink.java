package dev.pipemark.pipe;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Messages over a pair of byte streams. Where they are files, which pipes are too, what is large goes through one reused
 * direct buffer of the size of a pipe each way: handed a large heap array, the JDK would allocate a temporary one for
 * every call. What is small takes the stream's own call, which copies it through the native stack and does without the
 * locking of a channel.
 */
public final class StreamLink implements Link {
    /** What a Linux pipe holds: a larger read or write is split by the kernel anyway. */
    private static final int CHUNK = 64 * 1024;

    /** What the JDK's file streams copy through the stack, without allocating. */
    private static final int SMALL = 8 * 1024;

    /** The most that is allocated for a message before its bytes arrive. */
    private static final int BELIEVED = 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private final @Nullable FileChannel inChannel;
    private final @Nullable FileChannel outChannel;
    private final ByteBuffer inward = ByteBuffer.allocateDirect(CHUNK);
    private final ByteBuffer outward = ByteBuffer.allocateDirect(CHUNK);

    private byte[] received = new byte[CHUNK];
    private int from;
    private int to;

    /** The last read brought all that it asked for, so that more is likely there. */
    private boolean plenty;

    public StreamLink(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
        inChannel = in instanceof FileInputStream file ? file.getChannel() : null;
        outChannel = out instanceof FileOutputStream file ? file.getChannel() : null;
    }

    @Override
    public void send(Batch batch) throws IOException {
        byte[] array = batch.array();
        int bytes = batch.bytes();
        if (outChannel == null || bytes <= SMALL) {
            out.write(array, batch.from(), bytes);
            out.flush();
        } else {
            write(outChannel, array, batch.from(), batch.from() + bytes);
        }
        batch.clear();
    }

    private void write(FileChannel channel, byte[] array, int start, int end) throws IOException {
        for (int at = start; at < end; at += CHUNK) {
            outward.clear();
            outward.put(array, at, Math.min(CHUNK, end - at));
            outward.flip();
            while (outward.hasRemaining()) {
                channel.write(outward);
            }
        }
    }

    @Override
    public boolean receive(Frame into) throws IOException {
        if (!fill(Frame.HEADER)) {
            return false;
        }
        int length = Header.length(received, from);
        if (length < 0) {
            throw new StreamCorruptedException(
                    "a message announces " + length + " bytes: something other than frames was written to the pipe");
        }
        if (length > Frame.limit() - Frame.HEADER) {
            throw new FrameTooLargeException(length, Frame.limit());
        }
        if (!fill(Frame.HEADER + length)) {
            throw new EOFException("the other side closed the connection within a message");
        }
        into.view(received, from + Frame.HEADER, length);
        from += Frame.HEADER + length;
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
     * Reads until so many bytes stand from {@link #from} on.
     *
     * @return false when the stream ends before the first of them
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

    /** Reads whatever is there, waiting only where nothing is; returns how many bytes, or -1 at the end. */
    private int read(int missing) throws IOException {
        int room = received.length - to;
        if (inChannel == null || missing <= SMALL && !plenty) {
            int asked = inChannel == null ? room : Math.min(SMALL, room);
            int count = in.read(received, to, asked);
            plenty = count == asked;
            return count;
        }
        inward.clear().limit(Math.min(CHUNK, room));
        int count = inChannel.read(inward);
        if (count > 0) {
            inward.flip();
            inward.get(received, to, count);
        }
        plenty = count > SMALL;
        return count;
    }

    /** Sees that at least one byte can be added: an announced length is believed only as its bytes arrive. */
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
