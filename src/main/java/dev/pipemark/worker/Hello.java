package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Frame;
import dev.pipemark.wire.Header;
import dev.pipemark.wire.Link;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;

/**
 * The first message of a worker: its greeting. A foreign worker is written in another language. It names its format and its
 * message in the first two texts.
 *
 * @param codec the id of the codec; of a foreign worker, the name of the format
 * @param payload the payload it was started with, or empty if a request will name it; of a foreign worker, the name of the
 *     message, or empty if the format has no schema
 * @param pid the id of the worker's process
 * @param runtime the Java version; of a foreign worker, the language and its implementation, such as {@code Python 3.11.2}
 * @param libraryVersion the version of the codec's library; of a foreign worker, the library with its version, such as
 *     {@code msgpack 1.0.3}
 */
public record Hello(String codec, String payload, long pid, String runtime, String libraryVersion) {
    /** Returns the greeting of this process. */
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
        data.writeUTF(runtime);
        data.writeUTF(libraryVersion);
    }

    /**
     * Waits for the greeting of a worker, which is its first message.
     *
     * @throws EOFException if the worker ended its output
     * @throws WorkerException.Confused if the message is not a greeting of this protocol version
     */
    static Hello receive(Link from) throws IOException {
        Frame greeting = new Frame();
        if (!from.receive(greeting)) {
            throw new EOFException("the worker closed its standard output");
        }
        if (Header.tag(greeting) != Protocol.HELLO) {
            throw new WorkerException.Confused("the worker's first message has the tag " + Header.tag(greeting));
        }
        try {
            return read(greeting);
        } catch (EOFException | UTFDataFormatException e) {
            throw new WorkerException.Confused("the worker's greeting is too short, or has a text that is not UTF-8");
        }
    }

    /**
     * Reads a greeting.
     *
     * @throws IOException if the message is too short, or is not a greeting of this protocol version
     */
    static Hello read(Frame in) throws IOException {
        DataInputStream data = new DataInputStream(in.input());
        int magic = data.readInt();
        if (magic != Protocol.MAGIC) {
            throw new WorkerException.Confused("the worker's greeting begins with 0x" + Integer.toHexString(magic)
                    + ": something else has written to its standard output");
        }
        int version = data.readInt();
        if (version != Protocol.VERSION) {
            throw new WorkerException.Confused("the worker speaks protocol version " + version + " and this process "
                    + Protocol.VERSION + ": both must speak the same one");
        }
        return new Hello(data.readUTF(), data.readUTF(), data.readLong(), data.readUTF(), data.readUTF());
    }
}
