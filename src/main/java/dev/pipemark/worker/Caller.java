package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Payload;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Handler;
import dev.pipemark.wire.Header;
import dev.pipemark.wire.Link;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The parent's side of the exchange about one payload: single calls, or a stream with a window. It is confined to one
 * thread.
 *
 * @param <T> the declared type of the values
 */
public final class Caller<T> {
    /** A quarter of the capacity of a Linux pipe. */
    private static final int BURST_BYTES = 16 * 1024;

    private final Link link;
    private final Coder<T> coder;
    private final Coder<?> replyCoder;
    private final Batch batch = new Batch();
    private final Frame in = new Frame();
    /** The request that checks a value. A foreign worker knows no payload: it can only send the value back. */
    private final int checking;

    private long posted;
    private long acknowledged;

    public Caller(Link link, Codec codec, Payload<T> payload) throws UnsupportedShapeException {
        this(link, codec, payload, codec.open(payload.shape()));
    }

    /**
     * Creates a caller.
     *
     * @param coder an open coder of the codec for the payload
     */
    public Caller(Link link, Codec codec, Payload<T> payload, Coder<T> coder) throws UnsupportedShapeException {
        this(link, codec, payload, coder, Protocol.CHECK);
    }

    private Caller(Link link, Codec codec, Payload<T> payload, Coder<T> coder, int checking)
            throws UnsupportedShapeException {
        this.link = link;
        this.coder = coder;
        this.checking = checking;
        replyCoder = payload.reply().equals(payload.shape()) ? coder : codec.open(payload.reply());
    }

    /**
     * Creates a caller of a foreign worker. Only {@link #call}, {@link #burst}, {@link #check}, {@link #echoFrame},
     * {@link #usage} and the stream may be used.
     *
     * @param payload a payload whose reply is the value itself
     */
    public static <T> Caller<T> foreign(Link link, Codec codec, Payload<T> payload) throws UnsupportedShapeException {
        return new Caller<>(link, codec, payload, codec.open(payload.shape()), Protocol.ECHO);
    }

    /** Returns this side's coder. */
    public Coder<T> coder() {
        return coder;
    }

    /** Sends a value for the worker to decode and use with the argument. Returns the decoded reply. */
    public @Nullable Object call(T value, long argument) throws Exception {
        coder.encode(value, batch.next());
        batch.seal(Protocol.ECHO, argument);
        link.send(batch);
        expect(Protocol.VALUE);
        return replyCoder.decode(in);
    }

    /**
     * Makes a call that is checked on both sides. The worker creates the value of the same seed and compares. This side
     * compares the reply. A foreign worker only sends the value back, so that only this side compares.
     *
     * @return a description of the difference, or empty if there is none
     */
    public Optional<String> check(T value, long seed, Maker<T> maker) throws Exception {
        return check(1, i -> value, i -> seed, maker);
    }

    /**
     * Makes several checked calls at once, as many as in a {@link #burst}. This finds codecs whose messages corrupt
     * each other within one batch.
     *
     * @param most the maximum number of calls
     * @param values the values by number
     * @param seeds the seeds of these values by number
     * @return a description of the first difference, or empty if there is none
     */
    public Optional<String> check(int most, IntFunction<T> values, IntToLongFunction seeds, Maker<T> maker)
            throws Exception {
        do {
            int i = batch.messages();
            coder.encode(values.apply(i), batch.next());
            batch.seal(checking, seeds.applyAsLong(i));
        } while (batch.messages() < most && batch.bytes() < BURST_BYTES);
        int calls = batch.messages();
        link.send(batch);
        String difference = "";
        for (int i = 0; i < calls; i++) {
            String found = checked(seeds.applyAsLong(i), maker);
            difference = difference.isEmpty() ? found : difference;
        }
        return difference.isEmpty() ? Optional.empty() : Optional.of(difference);
    }

    private String checked(long seed, Maker<T> maker) throws Exception {
        int tag = Replies.next(link, in);
        if (tag == Protocol.DIFFERENT) {
            return new String(in.array(), in.offset(), in.length(), StandardCharsets.UTF_8);
        }
        Replies.require(tag, Protocol.VALUE);
        return maker.replyDifference(seed, seed, replyCoder.decode(in)).orElse("");
    }

    /**
     * Makes several calls that are under way together. They are few enough to fit into the pipes in both directions, so
     * that neither side waits for the other to read.
     *
     * @param most the maximum number of calls
     * @param values the values by number
     * @return the number of calls made
     */
    public int burst(int most, IntFunction<T> values) throws Exception {
        do {
            coder.encode(values.apply(batch.messages()), batch.next());
            batch.seal(Protocol.ECHO, batch.messages());
        } while (batch.messages() < most && batch.bytes() < BURST_BYTES);
        int calls = batch.messages();
        link.send(batch);
        for (int i = 0; i < calls; i++) {
            expect(Protocol.VALUE);
            replyCoder.decode(in);
        }
        return calls;
    }

    /**
     * Makes a {@link #call} and reads the clock between its stages.
     *
     * @param own receives this side's times: begun, encoded, reply received, reply decoded
     */
    public Stamps split(T value, long argument, long[] own) throws Exception {
        own[0] = System.nanoTime();
        coder.encode(value, batch.next());
        batch.seal(Protocol.SPLIT, argument);
        own[1] = System.nanoTime();
        link.send(batch);
        expect(Protocol.VALUE);
        own[2] = System.nanoTime();
        replyCoder.decode(in);
        own[3] = System.nanoTime();
        expect(Protocol.STAMPS);
        return Stamps.read(in);
    }

    /** Sends a message and receives the same bytes back. No codec takes part. */
    public void echoFrame(Frame message) throws IOException {
        batch.forward(message, Protocol.ECHO_FRAME, 0);
        link.send(batch);
        expect(Protocol.VALUE);
    }

    /**
     * Adds a value to the stream. The held messages are sent when they are half a window or 256 KiB. Half a window lets
     * this side encode one half while the worker decodes the other. If the window is full, this method waits for an
     * acknowledgement.
     *
     * @param window the maximum number of unacknowledged messages
     */
    public void post(T value, int window) throws Exception {
        coder.encode(value, batch.next());
        batch.seal(Protocol.SINK, 0);
        posted++;
        if (2 * batch.messages() >= window || batch.bytes() >= Handler.HELD) {
            link.send(batch);
        }
        if (posted - acknowledged >= window) {
            awaitAcknowledgement();
        }
    }

    /** Waits until the worker has acknowledged all posted messages. */
    public void settle() throws IOException {
        while (acknowledged < posted) {
            awaitAcknowledgement();
        }
    }

    /** Returns the resources that the worker has used so far. All posted messages must be settled. */
    public Usage usage() throws IOException {
        batch.add(Protocol.NOTE, 0);
        link.send(batch);
        expect(Protocol.USAGE);
        try {
            return Usage.read(in);
        } catch (EOFException e) {
            throw new WorkerException.Confused("the worker's usage has " + in.length() + " bytes, and not six numbers");
        }
    }

    private void awaitAcknowledgement() throws IOException {
        if (batch.messages() > 0) {
            link.send(batch);
        }
        expect(Protocol.ACK);
        long total = Header.argument(in);
        if (total <= acknowledged || total > posted) {
            throw new WorkerException.Confused("the worker has acknowledged " + total + " messages, but " + posted
                    + " were sent, and it had acknowledged " + acknowledged + " before");
        }
        acknowledged = total;
    }

    private void expect(int tag) throws IOException {
        Replies.expect(link, in, tag);
    }
}
