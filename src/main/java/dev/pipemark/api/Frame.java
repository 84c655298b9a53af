package dev.pipemark.api;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * A buffer for messages that are being written or read: a growable byte array with room for a header in front of each
 * message. The header is added without copying the message. A frame may hold several messages, which are sent in one
 * write. A coder sees only one of them, the current message.
 *
 * <p>A coder may write in one of two ways. It may use this frame as an {@link OutputStream}. Or it may call
 * {@link #reserve}, write into {@link #array} from {@link #end} on, and call {@link #adopt} with the new end. A coder
 * may read the message from {@link #array}, {@link #offset} and {@link #length}, or from {@link #input}.
 *
 * <p>A frame is confined to one thread. It never grows beyond {@link #limit}.
 */
public final class Frame extends OutputStream {
    /** The number of bytes reserved in front of each message. */
    public static final int HEADER = 16;

    private static final int FIRST_CAPACITY = 512;
    private static final int LIMIT =
            (int) Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);

    private byte[] array;
    private int offset;
    private int end;
    private final Input input = new Input();

    /** Creates an empty frame and begins its first message. */
    public Frame() {
        array = new byte[FIRST_CAPACITY];
        reset();
    }

    /** Returns the maximum number of bytes in a frame: the smaller of 1 GiB and a quarter of the heap. */
    public static int limit() {
        return LIMIT;
    }

    // ---- reading

    /** Returns the array that holds the message. The frame replaces this array when it grows. */
    public byte[] array() {
        return array;
    }

    /** Returns the index in {@link #array} of the first byte of the message. */
    public int offset() {
        return offset;
    }

    /** Returns the number of bytes in the message so far. */
    public int length() {
        return end - offset;
    }

    /** Returns the index in {@link #array} behind the last byte of the message. The next byte is written there. */
    public int end() {
        return end;
    }

    /** Returns the message as a stream that starts at its first byte. Each call rewinds and returns the same stream. */
    public InputStream input() {
        input.rewind(array, offset, end - offset);
        return input;
    }

    /** Returns a copy of the message. */
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

    /**
     * Makes room for more bytes behind {@link #end}. This may replace {@link #array}.
     *
     * @param bytes the number of additional bytes
     * @throws FrameTooLargeException if the frame would exceed {@link #limit}
     */
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
     * Accepts a message that a library wrote by itself, either into this frame's array or into a larger copy of it.
     *
     * @param written the array with the message. It must hold the content of {@link #array} before {@code start}.
     * @param start the index of the first byte of the message. It must equal {@link #offset}.
     * @param newEnd the index behind the last byte of the message
     * @throws IllegalArgumentException if {@code start} is not {@link #offset}, or if {@code newEnd} is less than
     *     {@code start} or behind the end of the array
     * @throws FrameTooLargeException if {@code newEnd} exceeds {@link #limit}
     */
    public void adopt(byte[] written, int start, int newEnd) throws FrameTooLargeException {
        if (start != offset || newEnd < start || newEnd > written.length) {
            throw new IllegalArgumentException(
                    "adopt() needs a message that begins at " + offset + ", not one from " + start + " to " + newEnd
                            + " in an array of " + written.length + " bytes: use write() for bytes made elsewhere");
        }
        if (newEnd > LIMIT) {
            throw new FrameTooLargeException(newEnd, LIMIT);
        }
        hold(written);
        end = newEnd;
    }

    // ---- for senders and receivers

    /** Drops all messages and begins the first one. */
    public void reset() {
        offset = HEADER;
        end = HEADER;
    }

    /**
     * Begins a new message behind this one.
     *
     * @throws FrameTooLargeException if the frame would exceed {@link #limit}
     */
    public void begin() throws FrameTooLargeException {
        reserve(HEADER);
        offset = end + HEADER;
        end = offset;
    }

    /** Drops the bytes of the current message. Earlier messages stay. */
    public void rewind() {
        end = offset;
    }

    /**
     * Makes this frame a view of a received message. The message's header must be directly before it in the array.
     *
     * @param messageOffset the index of the message's first byte in {@code received}
     * @param messageLength the number of bytes in the message, without its header
     * @throws IndexOutOfBoundsException if the message is not within the array
     */
    public void view(byte[] received, int messageOffset, int messageLength) {
        Objects.checkFromIndexSize(messageOffset, messageLength, received.length);
        hold(received);
        offset = messageOffset;
        end = messageOffset + messageLength;
    }

    /**
     * Skips the store if the array is the same. A store would run the collector's barrier, which in G1 can include a
     * memory fence.
     */
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
