package dev.pipemark.codecs.shared;

import dev.pipemark.api.Frame;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes text into a frame as UTF-8, for libraries that write to a {@link Writer}. It holds no text back, so it needs
 * no flush. An {@link java.io.OutputStreamWriter} would allocate a buffer for each message.
 */
public final class Utf8Writer extends Writer {
    private static final int CHUNK = 512;

    /** The most bytes of one {@code char}. A surrogate pair has four bytes. */
    private static final int CHAR_BYTES = 3;

    private final char[] chunk = new char[CHUNK];
    private Frame frame = new Frame();

    /** The first half of a surrogate pair whose second half comes next, or 0. */
    private char high;

    /** Starts behind the message in this frame. */
    public Utf8Writer to(Frame out) {
        frame = out;
        high = 0;
        return this;
    }

    @Override
    public void write(int c) throws IOException {
        chunk[0] = (char) c;
        encode(chunk, 0, 1);
    }

    @Override
    public void write(char[] text, int from, int count) throws IOException {
        int end = from + count;
        for (int at = from; at < end; at += CHUNK) {
            encode(text, at, Math.min(CHUNK, end - at));
        }
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        int end = from + count;
        for (int at = from; at < end; at += CHUNK) {
            int length = Math.min(CHUNK, end - at);
            text.getChars(at, at + length, chunk, 0);
            encode(chunk, 0, length);
        }
    }

    private void encode(char[] text, int from, int count) throws IOException {
        frame.reserve(CHAR_BYTES * count + 1);
        byte[] array = frame.array();
        int end = frame.end();
        for (int i = from; i < from + count; i++) {
            char c = text[i];
            if (high != 0) {
                end = pair(array, end, c);
            } else if (c < 0x80) {
                array[end++] = (byte) c;
            } else if (c < 0x800) {
                array[end++] = (byte) (0xC0 | c >> 6);
                array[end++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c)) {
                high = c;
            } else if (Character.isLowSurrogate(c)) {
                throw half(c);
            } else {
                array[end++] = (byte) (0xE0 | c >> 12);
                array[end++] = (byte) (0x80 | c >> 6 & 0x3F);
                array[end++] = (byte) (0x80 | c & 0x3F);
            }
        }
        frame.adopt(array, frame.offset(), end);
    }

    private int pair(byte[] array, int start, char low) throws IOException {
        if (!Character.isLowSurrogate(low)) {
            throw half(high);
        }
        int point = Character.toCodePoint(high, low);
        high = 0;
        array[start] = (byte) (0xF0 | point >> 18);
        array[start + 1] = (byte) (0x80 | point >> 12 & 0x3F);
        array[start + 2] = (byte) (0x80 | point >> 6 & 0x3F);
        array[start + 3] = (byte) (0x80 | point & 0x3F);
        return start + 4;
    }

    /** A question mark instead would change the text without an error. */
    private static IOException half(char c) {
        return new IOException(
                "text contains half a surrogate pair, U+" + Integer.toHexString(c) + ", which UTF-8 cannot represent");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
