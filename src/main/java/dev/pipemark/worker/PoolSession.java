package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.pipe.Header;
import dev.pipemark.pipe.Link;
import dev.pipemark.worker.Refusal.Stage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The side of a {@link Pool} that is in the worker: runs one task after another, in the order in which they arrive. */
final class PoolSession {
    private static final Content NOTHING = out -> {};

    private final Codec codec;
    private final Thrown thrown;
    private final Map<Long, Opened> jobs = new HashMap<>();
    private @Nullable Opened selected;

    /** The arguments of the task that is arriving. */
    private @Nullable Object[] parts = {};

    private int arrived;
    private @Nullable Failure partFailure;

    PoolSession(Catalog catalog, Codec codec) {
        this.codec = codec;
        thrown = new Thrown(catalog);
    }

    /**
     * Serves until the parent closes.
     *
     * @param heard is run once, when the parent has been heard of
     */
    void serve(Link link, HeldReplies replies, Runnable heard) throws IOException {
        Frame request = new Frame();
        boolean first = true;
        while (link.receive(request)) {
            if (first) {
                heard.run();
                first = false;
            }
            int tag = Header.tag(request);
            long argument = Header.argument(request);
            switch (tag) {
                case Protocol.TASK -> task(request, argument, replies);
                case Protocol.PART -> part(request);
                case Protocol.SELECT -> selected = jobs.get(argument);
                case Protocol.DEFINE -> jobs.put(argument, Opened.of(codec, request));
                case Protocol.FORGET -> jobs.remove(argument);
                case Protocol.SKIP -> {
                    forgetParts();
                    add(Protocol.SKIPPED, argument, NOTHING, replies);
                }
                case Protocol.INITIALIZE -> {
                    selected = jobs.get(argument);
                    run(argument, Target.NOTHING, replies);
                }
                case Protocol.NOTE -> add(Protocol.USAGE, argument, Usage.now()::write, replies);
                default -> throw new IOException("a pool's worker knows no request with the tag " + tag);
            }
            replies.drained(!link.ready());
        }
    }

    private void part(Frame request) {
        if (partFailure != null) {
            return;
        }
        try {
            Opened job = job();
            if (arrived == 0) {
                parts = new Object[job.coders.length];
            }
            parts[arrived] = job.decode(arrived, request);
            arrived++;
        } catch (Failure failure) {
            partFailure = failure;
        }
    }

    private void task(Frame request, long index, HeldReplies replies) throws IOException {
        @Nullable Object[] arguments;
        try {
            if (partFailure != null) {
                throw partFailure;
            }
            Opened job = job();
            arguments = arrived == 0 ? new Object[1] : parts;
            arguments[arrived] = job.decode(arrived, request);
        } catch (Failure failure) {
            refuse(failure, index, replies);
            return;
        } finally {
            forgetParts();
        }
        run(index, arguments, replies);
    }

    private void run(long index, @Nullable Object[] arguments, HeldReplies replies) throws IOException {
        replies.waitNoLonger();
        Object result;
        try {
            result = job().target.run(arguments);
        } catch (Failure failure) {
            refuse(failure, index, replies);
            return;
        } catch (Throwable e) {
            // What a task leaves behind must not be what the next one waits for.
            Thread.interrupted();
            add(Protocol.THREW, index, out -> thrown.write(e, out), replies);
            return;
        }
        Thread.interrupted();
        if (result == null) {
            add(Protocol.DONE, index, NOTHING, replies);
            return;
        }
        try {
            Frame out = replies.begin();
            job().reply(result, out);
            replies.seal(out, Protocol.VALUE, index);
        } catch (Failure failure) {
            refuse(failure, index, replies);
        }
    }

    private Opened job() throws Failure {
        if (selected == null) {
            throw new Failure(Stage.PROTOCOL, new IllegalStateException("no job is selected"));
        }
        if (selected.failure != null) {
            throw selected.failure;
        }
        return selected;
    }

    private void forgetParts() {
        arrived = 0;
        partFailure = null;
    }

    private static void refuse(Failure failure, long index, HeldReplies replies) throws IOException {
        add(Protocol.REFUSED, index, Refusal.of(failure.stage(), failure.thrown())::write, replies);
    }

    private static void add(int tag, long index, Content content, HeldReplies replies) throws IOException {
        try {
            Frame out = replies.begin();
            content.write(out);
            replies.seal(out, tag, index);
        } catch (Failure | FrameTooLargeException | RuntimeException | Error e) {
            // What cannot be told at length is told in short: there is always an answer.
            Refusal brief = new Refusal(
                    Stage.ENCODE_REPLY,
                    "what came of it cannot be told: " + e.getClass().getName(),
                    "");
            Frame out = replies.begin();
            brief.write(out);
            replies.seal(out, Protocol.REFUSED, index);
        }
    }

    /** Writes an answer's content. */
    private interface Content {
        void write(Frame out) throws IOException, Failure;
    }

    /** A job in this process: its coders and its function, or why there are none. */
    private static final class Opened {
        final Coder<?>[] coders;
        final @Nullable Coder<Object> reply;
        final Target target;
        final @Nullable Failure failure;

        private Opened(Coder<?>[] coders, @Nullable Coder<Object> reply, Target target, @Nullable Failure failure) {
            this.coders = coders;
            this.reply = reply;
            this.target = target;
            this.failure = failure;
        }

        static Opened of(Codec codec, Frame request) {
            try {
                Definition definition = Definition.read(request);
                Coder<?>[] coders = new Coder<?>[definition.arguments().size()];
                for (int i = 0; i < coders.length; i++) {
                    coders[i] = codec.open(definition.arguments().get(i));
                }
                return new Opened(coders, reply(codec, definition), target(codec, definition), null);
            } catch (Failure failure) {
                return broken(failure);
            } catch (Throwable e) {
                return broken(new Failure(Stage.OPEN, e));
            }
        }

        private static Opened broken(Failure failure) {
            return new Opened(new Coder<?>[0], null, arguments -> null, failure);
        }

        @SuppressWarnings("unchecked") // the job's author gives the shape of what its function returns
        private static Coder<Object> reply(Codec codec, Definition definition) throws Exception {
            return (Coder<Object>) codec.open(definition.result());
        }

        private static Target target(Codec codec, Definition definition) throws Exception {
            Definition.Code code = definition.code();
            if (code instanceof Definition.Code.Lookup lookup) {
                return lookup.named().find(definition.arguments().size());
            }
            if (code instanceof Definition.Code.Shipped shipped) {
                Frame frame = new Frame();
                frame.write(shipped.encoded(), 0, shipped.encoded().length);
                Object function;
                try {
                    function = codec.open(shipped.shape()).decode(frame);
                    return Target.of(function);
                } catch (Throwable e) {
                    throw new Failure(Stage.FUNCTION, e);
                }
            }
            return Target.given();
        }

        @Nullable
        Object decode(int place, Frame request) throws Failure {
            try {
                return coders[place].decode(request);
            } catch (Throwable e) {
                throw new Failure(Stage.DECODE, e);
            }
        }

        void reply(Object result, Frame out) throws Failure {
            try {
                if (reply != null) {
                    reply.encode(result, out);
                }
            } catch (Throwable e) {
                throw new Failure(Stage.ENCODE_REPLY, e);
            }
        }
    }
}
