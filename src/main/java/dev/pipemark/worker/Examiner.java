package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Link;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks a worker to encode and decode values. This process handles only the bytes and never runs a codec.
 */
public final class Examiner implements Closeable {
    private final Link link;
    private final Batch batch = new Batch();
    private final Frame in = new Frame();

    public Examiner(Link link) {
        this.link = link;
    }

    /** Asks the worker to open a payload. A foreign worker opens a message of its schema. */
    public void open(String payload) throws IOException {
        request(Protocol.OPEN, 0, payload.getBytes(StandardCharsets.UTF_8));
        Replies.expect(link, in, Protocol.DONE);
    }

    /** Asks the worker to encode the payload's value of a seed. */
    public byte[] encode(long seed) throws IOException {
        request(Protocol.ENCODE, seed, new byte[0]);
        Replies.expect(link, in, Protocol.VALUE);
        return in.toByteArray();
    }

    /** Asks the worker to decode, compare and use a value. Returns the encoded result, or the difference. */
    public Checked check(long seed, byte[] encoded) throws IOException {
        request(Protocol.CHECK, seed, encoded);
        int tag = Replies.next(link, in);
        return switch (tag) {
            case Protocol.VALUE -> new Checked(in.toByteArray(), "");
            case Protocol.DIFFERENT -> new Checked(new byte[0], text());
            default -> throw unexpected(tag);
        };
    }

    /** Asks the worker to decode and compare a result. Returns the difference, or empty if the result is the same. */
    public Optional<String> answer(long seed, byte[] encoded) throws IOException {
        request(Protocol.ANSWER, seed, encoded);
        int tag = Replies.next(link, in);
        return switch (tag) {
            case Protocol.DONE -> Optional.empty();
            case Protocol.DIFFERENT -> Optional.of(text());
            default -> throw unexpected(tag);
        };
    }

    /** Asks the worker to encode this many values and measure their sizes. */
    public Sizes sizes(int values) throws IOException {
        request(Protocol.SIZES, values, new byte[0]);
        Replies.expect(link, in, Protocol.SIZED);
        return Sizes.read(in);
    }

    /**
     * Asks a foreign worker to decode a value and to encode it again.
     *
     * @return the bytes that it encoded
     * @throws WorkerException.Refused if it could not decode or encode the value; its refusal has the stage
     * @throws WorkerException if it died, hung, or answered something else
     */
    public byte[] echo(byte[] encoded) throws IOException {
        request(Protocol.ECHO, 0, encoded);
        Replies.expect(link, in, Protocol.VALUE);
        return in.toByteArray();
    }

    /**
     * Asks a foreign worker to decode a value and to describe it.
     *
     * @return the description, in the words that all languages share
     * @throws WorkerException.Refused if it could not decode the value; its refusal has the stage
     * @throws WorkerException if it died, hung, or answered something else
     */
    public String describe(byte[] encoded) throws IOException {
        request(Protocol.DESCRIBE, 0, encoded);
        Replies.expect(link, in, Protocol.VALUE);
        return text();
    }

    /** Asks the worker's {@link Service} a question, and returns its answer. */
    public byte[] ask(long question, byte[] content) throws IOException {
        request(Protocol.ASK, question, content);
        Replies.expect(link, in, Protocol.VALUE);
        return in.toByteArray();
    }

    @Override
    public void close() throws IOException {
        link.close();
    }

    private void request(int tag, long argument, byte[] content) throws IOException {
        batch.next().write(content);
        batch.seal(tag, argument);
        link.send(batch);
    }

    private String text() {
        return new String(in.array(), in.offset(), in.length(), StandardCharsets.UTF_8);
    }

    private static WorkerException unexpected(int tag) {
        return new WorkerException.Confused("the worker answered with the unexpected tag " + tag);
    }

    /**
     * The result of a check.
     *
     * @param reply the encoded result, empty if the value differed
     * @param difference the difference, empty if there is none
     */
    public record Checked(byte[] reply, String difference) {}
}
