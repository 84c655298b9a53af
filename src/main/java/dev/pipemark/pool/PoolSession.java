package dev.pipemark.pool;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.wire.Header;
import dev.pipemark.wire.Link;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.Protocol;
import dev.pipemark.worker.Refusal;
import dev.pipemark.worker.Refusal.Stage;
import dev.pipemark.worker.Usage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The worker's side of a {@link Pool}. It runs one task after another, in the order of arrival. */
final class PoolSession {
    private static final Content NOTHING = out -> {};

    private final Codec codec;
    private final Thrown thrown;
    private final Map<Long, OpenedJob> jobs = new HashMap<>();
    private @Nullable OpenedJob selected;

    /** The arguments received so far of the next task. */
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
     * @param heard is run once, after the first message has arrived
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
                case Protocol.TASK, Protocol.LIMITED -> task(request, argument, replies);
                case Protocol.PART -> part(request, replies);
                case Protocol.SELECT -> selected = jobs.get(argument);
                case Protocol.DEFINE -> {
                    replies.waitNoLonger();
                    jobs.put(argument, OpenedJob.of(codec, request));
                }
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
            // The pool kills a worker for a task with a time limit. The next task must not begin before this answer has
            // left.
            replies.drained(tag == Protocol.LIMITED || !link.ready());
        }
    }

    private void part(Frame request, HeldReplies replies) {
        replies.waitNoLonger();
        if (partFailure != null) {
            return;
        }
        try {
            OpenedJob job = job();
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
        replies.waitNoLonger();
        @Nullable Object[] arguments;
        try {
            if (partFailure != null) {
                throw partFailure;
            }
            OpenedJob job = job();
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
        Object result;
        try {
            result = job().target.run(arguments);
        } catch (Failure failure) {
            refuse(failure, index, replies);
            return;
        } catch (Throwable e) {
            // An interrupt that a task leaves behind must not reach the next task.
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

    private OpenedJob job() throws Failure {
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
            // If the full answer cannot be written, a short one is: each task gets an answer.
            Refusal brief = new Refusal(
                    Stage.ENCODE_REPLY,
                    "its outcome cannot be described: " + e.getClass().getName(),
                    "");
            Frame out = replies.begin();
            brief.write(out);
            replies.seal(out, Protocol.REFUSED, index);
        }
    }

    /** Writes the content of an answer. */
    private interface Content {
        void write(Frame out) throws IOException, Failure;
    }
}
