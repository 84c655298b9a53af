package dev.pipemark.api;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * One message being written or read: a growable byte array with head room before the message, so that a message
 * encoded here leaves in one write, alone or behind others in a batch.
 *
 * <p>A coder that writes either uses the stream face, or writes straight into {@link #array} from {@link #end} on
 * (after {@link #reserve}) and says with {@link #adopt} how far it got. A coder that reads finds the message at
 * {@link #array}, {@link #offset}, {@link #length}, or behind {@link #input}.
 *
 * <p>Confined to one thread. No frame grows beyond {@link #limit}.
 */
public final class Frame extends OutputStream {
    /** Bytes of head room in front of each message. */
    public static final int HEADER = 16;

    private static final int FIRST_CAPACITY = 512;
    private static final int LIMIT =
            (int) Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);

    private byte[] array;
    private int offset;
    private int end;
    private final Input input = new Input();

    /** An empty frame whose first message is begun. */
    public Frame() {
        array = new byte[FIRST_CAPACITY];
        reset();
    }

    /** The most bytes a frame may hold: the smaller of 1 GiB and a quarter of the heap. */
    public static int limit() {
        return LIMIT;
    }

    // ---- reading

    /** The array that holds the message; a different one after the frame has grown. */
    public byte[] array() {
        return array;
    }

    /** Where the message begins in {@link #array}. */
    public int offset() {
        return offset;
    }

    /** Bytes in the message so far. */
    public int length() {
        return end - offset;
    }

    /** Where the message ends in {@link #array}: the next byte goes here. */
    public int end() {
        return end;
    }

    /** The message as a stream from its beginning; one stream is kept and rewound for each caller. */
    public InputStream input() {
        input.rewind(array, offset, end - offset);
        return input;
    }

    /** A copy of the message. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, end);
    }

    // ---- writing

    @Override
    public void write(int b) throws FrameTooLargeException {
        if (end == array.length) {
            reserve(1);
        }
        array[end++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws FrameTooLargeException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        reserve(count);
        System.arraycopy(bytes, from, array, end, count);
        end += count;
    }

    /** Makes room for so many more bytes behind {@link #end}. {@link #array} may be another one afterwards. */
    public void reserve(int bytes) throws FrameTooLargeException {
        long needed = (long) end + bytes;
        if (needed > array.length) {
            if (needed > LIMIT) {
                throw new FrameTooLargeException(needed, LIMIT);
            }
            array = Arrays.copyOf(array, (int) Math.min(LIMIT, Math.max(needed, 2L * array.length)));
        }
    }

    /**
     * Takes over what a library wrote by itself, into this frame's array or into one it grew from it.
     *
     * @param written the array written to; it holds whatever {@link #array} held before {@code start}
     * @param start where the message begins, the same as {@link #offset}
     * @param newEnd where it ends
     */
    public void adopt(byte[] written, int start, int newEnd) throws FrameTooLargeException {
        if (start != offset || newEnd < start || newEnd > written.length) {
            throw new IllegalArgumentException("a message at " + offset + " cannot be replaced by " + start + " to "
                    + newEnd + " of " + written.length + " bytes: write() what was made elsewhere");
        }
        if (newEnd > LIMIT) {
            throw new FrameTooLargeException(newEnd, LIMIT);
        }
        hold(written);
        end = newEnd;
    }

    // ---- for those who send and receive

    /** Forgets everything and begins the first message. */
    public void reset() {
        offset = HEADER;
        end = HEADER;
    }

    /** Begins another message behind this one. */
    public void begin() throws FrameTooLargeException {
        reserve(HEADER);
        offset = end + HEADER;
        end = offset;
    }

    /** Drops what was written of this message, keeping the ones before it. */
    public void rewind() {
        end = offset;
    }

    /** Makes this frame a view of a message that was received, whose header stands right before it. */
    public void view(byte[] received, int messageOffset, int messageLength) {
        Objects.checkFromIndexSize(messageOffset, messageLength, received.length);
        hold(received);
        offset = messageOffset;
        end = messageOffset + messageLength;
    }

    /** Mostly it is the same array again: what is not stored costs no collector's barrier, in G1 at times a memory fence. */
    private void hold(byte[] bytes) {
        if (array != bytes) {
            array = bytes;
        }
    }

    private static final class Input extends ByteArrayInputStream {
        private static final byte[] NOTHING = {};

        Input() {
            super(NOTHING);
        }

        void rewind(byte[] array, int offset, int length) {
            if (buf != array) {
                buf = array;
            }
            pos = offset;
            mark = offset;
            count = offset + length;
        }
    }
}
