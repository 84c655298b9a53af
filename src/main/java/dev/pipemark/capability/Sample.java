package dev.pipemark.capability;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts that a worker found in the values of a payload.
 *
 * @param classes the names of the classes of the payload's shape, in the order of the shape
 * @param bytes the approximate number of bytes that one value keeps alive, or 0 if the payload does not state it
 */
public record Sample(List<String> classes, long bytes) {
    public Sample {
        classes = List.copyOf(classes);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(bytes);
        out.writeInt(classes.size());
        for (String name : classes) {
            out.writeUTF(name);
        }
    }

    static Sample read(byte[] answer) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
        try {
            long bytes = in.readLong();
            int count = in.readInt();
            List<String> classes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                classes.add(in.readUTF());
            }
            return new Sample(classes, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a worker's list of classes is cut short", e);
        }
    }
}
