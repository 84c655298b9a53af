package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Link;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks a worker to encode and decode values it makes itself: this process handles their bytes and never runs a codec.
 */
public final class Examiner implements Closeable {
    private final Link link;
    private final Batch batch = new Batch();
    private final Frame in = new Frame();

    public Examiner(Link link) {
        this.link = link;
    }

    /** Has a payload opened. */
    public void open(String payload) throws IOException {
        request(Protocol.OPEN, 0, payload.getBytes(StandardCharsets.UTF_8));
        Replies.expect(link, in, Protocol.DONE);
    }

    /** Has the payload's value of a seed encoded. */
    public byte[] encode(long seed) throws IOException {
        request(Protocol.ENCODE, seed, new byte[0]);
        Replies.expect(link, in, Protocol.VALUE);
        return in.toByteArray();
    }

    /** Has a value decoded, compared and used: the encoded result, or what differed. */
    public Checked check(long seed, byte[] encoded) throws IOException {
        request(Protocol.CHECK, seed, encoded);
        int tag = Replies.next(link, in);
        return switch (tag) {
            case Protocol.VALUE -> new Checked(in.toByteArray(), "");
            case Protocol.DIFFERENT -> new Checked(new byte[0], text());
            default -> throw unexpected(tag);
        };
    }

    /** Has a result decoded and compared: empty when it is the same, else what differed. */
    public Optional<String> answer(long seed, byte[] encoded) throws IOException {
        request(Protocol.ANSWER, seed, encoded);
        int tag = Replies.next(link, in);
        return switch (tag) {
            case Protocol.DONE -> Optional.empty();
            case Protocol.DIFFERENT -> Optional.of(text());
            default -> throw unexpected(tag);
        };
    }

    /** Has so many values encoded and measured. */
    public Sizes sizes(int values) throws IOException {
        request(Protocol.SIZES, values, new byte[0]);
        Replies.expect(link, in, Protocol.SIZED);
        return Sizes.read(in);
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
        return new WorkerException.Confused("the worker answered with tag " + tag + ", which is none of the expected");
    }

    /**
     * What came of a check.
     *
     * @param reply the encoded result, empty where the value differed
     * @param difference what differed, empty where nothing did
     */
    public record Checked(byte[] reply, String difference) {}
}
