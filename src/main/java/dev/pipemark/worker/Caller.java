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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The parent's side of a conversation about one payload: single calls, or a stream with a window. Confined to one
 * thread.
 *
 * @param <T> the declared type of the values
 */
public final class Caller<T> {
    /** A quarter of what a Linux pipe holds. */
    private static final int BURST_BYTES = 16 * 1024;

    private final Link link;
    private final Coder<T> coder;
    private final Coder<?> replyCoder;
    private final Batch batch = new Batch();
    private final Frame in = new Frame();
    private long posted;
    private long acknowledged;

    public Caller(Link link, Codec codec, Payload<T> payload) throws UnsupportedShapeException {
        this(link, codec, payload, codec.open(payload.shape()));
    }

    /**
     * @param coder of the codec for the payload, opened before
     */
    public Caller(Link link, Codec codec, Payload<T> payload, Coder<T> coder) throws UnsupportedShapeException {
        this.link = link;
        this.coder = coder;
        replyCoder = payload.reply().equals(payload.shape()) ? coder : codec.open(payload.reply());
    }

    /** This side's coder. */
    public Coder<T> coder() {
        return coder;
    }

    /** Sends a value, has it decoded and used with the argument, and decodes what comes back. */
    public @Nullable Object call(T value, long argument) throws Exception {
        coder.encode(value, batch.next());
        batch.seal(Protocol.ECHO, argument);
        link.send(batch);
        expect(Protocol.VALUE);
        return replyCoder.decode(in);
    }

    /**
     * A call whose value the worker compares with the one that it makes of the same seed, and whose reply is compared here.
     *
     * @return what differs, in words; empty where nothing does
     */
    public Optional<String> check(T value, long seed, Maker<T> maker) throws Exception {
        return check(1, i -> value, i -> seed, maker);
    }

    /**
     * Several such calls under way together, as many as in a {@link #burst}: messages that share a batch may spoil each
     * other.
     *
     * @param most how many at most
     * @param values the values by their number
     * @param seeds of these values
     * @return what differs first, in words; empty where nothing does
     */
    public Optional<String> check(int most, IntFunction<T> values, IntToLongFunction seeds, Maker<T> maker)
            throws Exception {
        do {
            int i = batch.messages();
            coder.encode(values.apply(i), batch.next());
            batch.seal(Protocol.CHECK, seeds.applyAsLong(i));
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
        if (Replies.next(link, in) == Protocol.DIFFERENT) {
            return new String(in.array(), in.offset(), in.length(), StandardCharsets.UTF_8);
        }
        return maker.replyDifference(seed, seed, replyCoder.decode(in)).orElse("");
    }

    /**
     * Several calls under way together, as many as a pipe surely holds both ways; neither side can then wait for the
     * other to read.
     *
     * @param most how many at most
     * @param values the values by their number
     * @return how many calls were made
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
     * A {@link #call} with a clock read between its stages; the last is when the reply was decoded.
     *
     * @param own filled with this side's stamps: begun, encoded, reply received, reply decoded
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

    /** Sends a message that comes back as it is; no codec takes part. */
    public void echoFrame(Frame message) throws IOException {
        batch.forward(message, Protocol.ECHO_FRAME, 0);
        link.send(batch);
        expect(Protocol.VALUE);
    }

    /**
     * Adds a value to the stream. What is held leaves when it is half a window, so that this side encodes one half while
     * the worker decodes the other, or when it is 256 KiB; a full window waits for an acknowledgement.
     *
     * @param window the most messages that are unacknowledged
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

    /** Waits until everything posted is acknowledged. */
    public void settle() throws IOException {
        while (acknowledged < posted) {
            awaitAcknowledgement();
        }
    }

    /** What the worker has used up so far; everything posted must be settled. */
    public Usage usage() throws IOException {
        batch.add(Protocol.NOTE, 0);
        link.send(batch);
        expect(Protocol.USAGE);
        return Usage.read(in);
    }

    private void awaitAcknowledgement() throws IOException {
        if (batch.messages() > 0) {
            link.send(batch);
        }
        expect(Protocol.ACK);
        acknowledged = Header.argument(in);
    }

    private void expect(int tag) throws IOException {
        Replies.expect(link, in, tag);
    }
}
