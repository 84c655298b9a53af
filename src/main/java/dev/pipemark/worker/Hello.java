package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Frame;
import dev.pipemark.wire.Header;
import dev.pipemark.wire.Link;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * The first message of a worker: its greeting.
 *
 * @param payload the payload it was started with, or empty if a request will name it
 */
public record Hello(String codec, String payload, long pid, String javaVersion, String libraryVersion) {
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
        data.writeUTF(javaVersion);
        data.writeUTF(libraryVersion);
    }

    /**
     * Waits for the greeting of a worker, which is its first message.
     *
     * @throws EOFException if the worker ended its output
     * @throws IOException if the message is not a greeting of this protocol version, or if the worker runs another Java
     *     version than requested
     */
    public static Hello receive(Link from, WorkerSettings settings) throws IOException {
        Frame greeting = new Frame();
        if (!from.receive(greeting)) {
            throw new EOFException("the worker closed its standard output");
        }
        if (Header.tag(greeting) != Protocol.HELLO) {
            throw new WorkerException.Confused("the worker's first message has the tag " + Header.tag(greeting));
        }
        Hello hello = read(greeting);
        String java = System.getProperty("java.version", "");
        if (settings.launcher().equals(WorkerSettings.ownLauncher())
                && !hello.javaVersion().equals(java)) {
            throw new WorkerException.Confused(
                    "the worker runs Java " + hello.javaVersion() + " and this process " + java);
        }
        return hello;
    }

    /**
     * Reads a greeting.
     *
     * @throws IOException if the message is not a greeting of this protocol version
     */
    static Hello read(Frame in) throws IOException {
        DataInputStream data = new DataInputStream(in.input());
        int magic = data.readInt();
        if (magic != Protocol.MAGIC) {
            throw new IOException("the worker's greeting begins with 0x" + Integer.toHexString(magic)
                    + ": something else has written to its standard output");
        }
        int version = data.readInt();
        if (version != Protocol.VERSION) {
            throw new IOException("the worker speaks protocol version " + version + " and this process "
                    + Protocol.VERSION + ": start both from the same jar");
        }
        return new Hello(data.readUTF(), data.readUTF(), data.readLong(), data.readUTF(), data.readUTF());
    }
}
