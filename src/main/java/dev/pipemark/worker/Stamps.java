package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The times at which the worker's stages of one message began, and at which the last ended, from
 * {@link System#nanoTime}. Linux, macOS and Windows read it from one clock of the whole machine, so times of parent and
 * worker are comparable.
 */
public record Stamps(long received, long decoded, long used, long encoded) {
    void write(Frame out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeLong(received);
        data.writeLong(decoded);
        data.writeLong(used);
        data.writeLong(encoded);
    }

    static Stamps read(Frame in) throws IOException {
        DataInputStream data = new DataInputStream(in.input());
        return new Stamps(data.readLong(), data.readLong(), data.readLong(), data.readLong());
    }
}
