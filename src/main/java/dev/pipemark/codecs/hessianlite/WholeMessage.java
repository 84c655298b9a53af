package dev.pipemark.codecs.hessianlite;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a message. It throws if the message ends inside of a value: Hessian-lite takes a missing byte for -1, and
 * makes another value of it.
 */
final class WholeMessage extends InputStream {
    private InputStream bytes = InputStream.nullInputStream();
    private boolean mayEnd;

    /** Starts at the first byte of a message. */
    void begin(InputStream message) {
        bytes = message;
        mayEnd = false;
    }

    /** States that the value is complete, so that the message may end here. */
    void mayEnd() {
        mayEnd = true;
    }

    @Override
    public int read() throws IOException {
        return checked(bytes.read());
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        return checked(bytes.read(into, from, count));
    }

    private int checked(int read) throws EOFException {
        if (read < 0 && !mayEnd) {
            throw new EOFException("the message ends inside of a value");
        }
        return read;
    }
}
