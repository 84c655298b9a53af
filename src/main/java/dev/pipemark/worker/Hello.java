package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Frame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a worker says of itself before anything else.
 *
 * @param payload the payload it was started with, empty where it will be told by a request
 */
public record Hello(String codec, String payload, long pid, String javaVersion, String libraryVersion) {
    /** Of this process. */
    static Hello of(Codec codec, String payload) {
        return new Hello(
                codec.id(),
                payload,
                ProcessHandle.current().pid(),
                System.getProperty("java.version", ""),
                codec.version());
    }

    void write(Frame out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(Protocol.MAGIC);
        data.writeInt(Protocol.VERSION);
        data.writeUTF(codec);
        data.writeUTF(payload);
        data.writeLong(pid);
        data.writeUTF(javaVersion);
        data.writeUTF(libraryVersion);
    }

    /**
     * @throws IOException when what arrived is not the greeting of this protocol version
     */
    public static Hello read(Frame in) throws IOException {
        DataInputStream data = new DataInputStream(in.input());
        int magic = data.readInt();
        if (magic != Protocol.MAGIC) {
            throw new IOException("the worker's greeting begins with 0x" + Integer.toHexString(magic)
                    + ": something else wrote to its standard output first");
        }
        int version = data.readInt();
        if (version != Protocol.VERSION) {
            throw new IOException("the worker speaks protocol version " + version + " and this process "
                    + Protocol.VERSION + ": start both from the same jar");
        }
        return new Hello(data.readUTF(), data.readUTF(), data.readLong(), data.readUTF(), data.readUTF());
    }
}
