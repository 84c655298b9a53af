package dev.pipemark.conformance;

import dev.pipemark.worker.Protocol;
import dev.pipemark.worker.Refusal;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One message, in either direction.
 *
 * @param argument the number that belongs to the message
 */
record Message(int tag, long argument, byte[] content) {
    /** The header's fields as the protocol lists them; the suite's own writer of headers is not used here. */
    private static final int HEADER = 16;

    private static final int MARK = 0x504D_0000;

    /** A request without an argument. */
    static Message of(int tag, byte[] content) {
        return new Message(tag, 0, content);
    }

    /** A request that consists of its header. */
    static Message of(int tag) {
        return of(tag, new byte[0]);
    }

    /** The message as it travels, with its header. */
    byte[] bytes() {
        return ByteBuffer.allocate(HEADER + content.length)
                .putInt(content.length)
                .putInt(MARK | tag)
                .putLong(argument)
                .put(content)
                .array();
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    DataInputStream data() {
        return new DataInputStream(new ByteArrayInputStream(content));
    }

    /** Returns the content of an answer of this tag. */
    byte[] require(int wanted, String request) throws Broken {
        if (tag == wanted) {
            return content;
        }
        throw new Broken("it answered " + request + " with " + words() + ", and not with the tag " + wanted);
    }

    /** Requires that this message is a readable refusal with this stage. */
    void requireRefused(Refusal.Stage stage, String request) throws Broken {
        require(Protocol.REFUSED, request);
        Refusal refusal = refusal();
        Broken.unless(
                refusal.stage() == stage,
                "it refused " + request + " with the stage " + refusal.stage() + ", and not with " + stage);
        Broken.unless(!refusal.error().isBlank(), "it refused " + request + " without a word about the error");
    }

    private Refusal refusal() throws Broken {
        try {
            return Refusal.read(data());
        } catch (IOException | IllegalArgumentException e) {
            throw new Broken("its refusal cannot be read as a stage and two texts: " + e);
        }
    }

    private String words() throws Broken {
        return tag == Protocol.REFUSED
                ? "REFUSED (" + Sample.cut(refusal().error().replaceAll("\\s+", " ")) + ")"
                : "the tag " + tag;
    }
}
