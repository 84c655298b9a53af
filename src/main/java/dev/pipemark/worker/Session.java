package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Payload;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Handler;
import dev.pipemark.wire.Header;
import dev.pipemark.worker.Refusal.Stage;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The worker's side of the {@link Protocol}: it serves one codec and one payload at a time. */
public final class Session implements Handler {
    private static final VarHandle PUBLISHED;

    static {
        try {
            PUBLISHED = MethodHandles.lookup().findVarHandle(Session.class, "published", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Catalog catalog;
    private final Codec codec;
    private final @Nullable Service service;

    /** The value decoded last. It is written opaquely so that the compiler cannot drop the work that made it. */
    @SuppressWarnings("unused")
    private @Nullable Object published;

    private @Nullable Opened<?> opened;
    private long sunk;
    private boolean unacknowledged;

    public Session(Catalog catalog, Codec codec) {
        this(catalog, codec, null);
    }

    /**
     * Creates a session.
     *
     * @param service answers other questions, or {@code null} if there are none
     */
    Session(Catalog catalog, Codec codec, @Nullable Service service) {
        this.catalog = catalog;
        this.codec = codec;
        this.service = service;
        if (service != null) {
            service.begin(catalog, codec);
        }
    }

    /** Opens coders for a payload's value and its reply. Both are opened before anything is measured. */
    public void open(String payload) throws UnsupportedShapeException {
        opened = Opened.of(codec, Maker.of(catalog, payload));
    }

    Hello hello() {
        return Hello.of(codec, opened == null ? "" : opened.payload().id());
    }

    @Override
    public void handle(Frame request, Batch replies) throws IOException {
        try {
            answer(request, replies);
        } catch (Failure failure) {
            refuse(failure.stage(), failure.thrown(), replies);
        } catch (PayloadException e) {
            refuse(Stage.PAYLOAD, e, replies);
        } catch (RuntimeException | Error | UnsupportedShapeException e) {
            refuse(Header.tag(request) == Protocol.OPEN ? Stage.OPEN : Stage.PROTOCOL, e, replies);
        }
    }

    @Override
    public void drained(Batch replies) throws IOException {
        if (unacknowledged) {
            unacknowledged = false;
            replies.add(Protocol.ACK, sunk);
        }
    }

    private void answer(Frame request, Batch replies) throws IOException, Failure, UnsupportedShapeException {
        int tag = Header.tag(request);
        switch (tag) {
            case Protocol.ECHO -> opened().echo(request, replies);
            case Protocol.SINK -> {
                PUBLISHED.setOpaque(this, opened().decode(request));
                sunk++;
                unacknowledged = true;
            }
            case Protocol.SPLIT -> opened().split(request, replies);
            case Protocol.ECHO_FRAME -> replies.forward(request, Protocol.VALUE, Header.argument(request));
            case Protocol.NOTE -> {
                Usage.now().write(replies.next());
                replies.seal(Protocol.USAGE, 0);
            }
            case Protocol.OPEN -> {
                open(new String(request.array(), request.offset(), request.length(), StandardCharsets.UTF_8));
                replies.add(Protocol.DONE, 0);
            }
            case Protocol.ENCODE -> opened().encode(Header.argument(request), replies);
            case Protocol.CHECK -> opened().check(request, replies);
            case Protocol.ANSWER -> opened().answer(request, replies);
            case Protocol.SIZES -> opened().sizes((int) Header.argument(request), replies);
            case Protocol.ASK -> {
                ask(request, replies.next());
                replies.seal(Protocol.VALUE, 0);
            }
            default -> throw new IllegalStateException("no request has the tag " + tag);
        }
    }

    private void ask(Frame request, Frame reply) throws Failure {
        if (service == null) {
            throw new IllegalStateException("this worker has no service");
        }
        try {
            service.answer(Header.argument(request), request, reply);
        } catch (IOException e) {
            throw new Failure(Stage.PROTOCOL, e);
        }
    }

    private Opened<?> opened() {
        if (opened == null) {
            throw new IllegalStateException("no payload is open");
        }
        return opened;
    }

    private static void refuse(Stage stage, Throwable thrown, Batch replies) throws IOException {
        Refusal.of(stage, thrown).write(replies.next());
        replies.seal(Protocol.REFUSED, 0);
    }

    /** The open coders of one payload. */
    private record Opened<T>(Maker<T> maker, Coder<T> coder, Coder<Object> replyCoder) {
        @SuppressWarnings("unchecked")
        static <T> Opened<T> of(Codec codec, Maker<T> maker) throws UnsupportedShapeException {
            Coder<T> coder = codec.open(maker.shape());
            Coder<?> reply = maker.repliesAlike() ? coder : codec.open(maker.reply());
            return new Opened<>(maker, coder, (Coder<Object>) reply);
        }

        Payload<T> payload() {
            return maker.payload();
        }

        T decode(Frame request) throws Failure {
            try {
                return coder.decode(request);
            } catch (Throwable e) {
                throw new Failure(Stage.DECODE, e);
            }
        }

        @Nullable
        Object use(T value, long argument) throws Failure {
            try {
                return payload().use(value, argument);
            } catch (Throwable e) {
                throw new Failure(Stage.USE, e);
            }
        }

        @SuppressWarnings("NullAway") // use() may return null, and a codec may carry it
        void reply(@Nullable Object result, long argument, Batch replies) throws IOException, Failure {
            Frame out = replies.next();
            try {
                replyCoder.encode(result, out);
            } catch (Throwable e) {
                throw new Failure(Stage.ENCODE_REPLY, e);
            }
            replies.seal(Protocol.VALUE, argument);
        }

        void echo(Frame request, Batch replies) throws IOException, Failure {
            long argument = Header.argument(request);
            reply(use(decode(request), argument), argument, replies);
        }

        void split(Frame request, Batch replies) throws IOException, Failure {
            long received = System.nanoTime();
            long argument = Header.argument(request);
            T value = decode(request);
            long decoded = System.nanoTime();
            Object result = use(value, argument);
            long used = System.nanoTime();
            reply(result, argument, replies);
            new Stamps(received, decoded, used, System.nanoTime()).write(replies.next());
            replies.seal(Protocol.STAMPS, argument);
        }

        void encode(long seed, Batch replies) throws IOException, Failure {
            T value = maker.create(seed);
            Frame out = replies.next();
            encode(value, out);
            replies.seal(Protocol.VALUE, seed);
        }

        private void encode(T value, Frame out) throws Failure {
            try {
                coder.encode(value, out);
            } catch (Throwable e) {
                throw new Failure(Stage.ENCODE, e);
            }
        }

        /**
         * Decodes the value before it creates the expected one. The opposite order could load classes that decoding
         * must find by itself.
         */
        void check(Frame request, Batch replies) throws IOException, Failure {
            long seed = Header.argument(request);
            T arrived = decode(request);
            // Compare the value before it is used, because using it may change it.
            Optional<String> difference = maker.difference(seed, arrived);
            if (difference.isEmpty()) {
                reply(use(arrived, seed), seed, replies);
            } else {
                different(difference.get(), replies);
            }
        }

        void answer(Frame request, Batch replies) throws IOException, Failure {
            long seed = Header.argument(request);
            Object arrived;
            try {
                arrived = replyCoder.decode(request);
            } catch (Throwable e) {
                throw new Failure(Stage.DECODE_REPLY, e);
            }
            Optional<String> difference;
            try {
                difference = maker.replyDifference(seed, seed, arrived);
            } catch (PayloadException e) {
                throw e;
            } catch (Exception | Error e) {
                throw new Failure(Stage.USE, e);
            }
            if (difference.isEmpty()) {
                replies.add(Protocol.DONE, seed);
            } else {
                different(difference.get(), replies);
            }
        }

        void sizes(int count, Batch replies) throws IOException, Failure {
            Frame scratch = new Frame();
            try (Sizes.Tally tally = new Sizes.Tally()) {
                for (int seed = 0; seed < count && tally.sizes().sum() < Ring.LIVE_BYTES; seed++) {
                    scratch.reset();
                    encode(maker.create(seed), scratch);
                    tally.add(scratch.toByteArray());
                }
                tally.sizes().write(replies.next());
            }
            replies.seal(Protocol.SIZED, 0);
        }

        private static void different(String what, Batch replies) throws IOException {
            replies.next().write(what.getBytes(StandardCharsets.UTF_8));
            replies.seal(Protocol.DIFFERENT, 0);
        }
    }
}
