package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The start times of the worker's stages for one message, and the end of the last stage. All are in ns of
 * {@link System#nanoTime}. On Linux, macOS and Windows, all processes of a machine read the same clock, so times of
 * parent and worker are comparable.
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
