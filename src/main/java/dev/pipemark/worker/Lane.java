package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.pipe.Batch;
import dev.pipemark.pipe.Header;
import dev.pipemark.pipe.Link;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One worker process of a pool, from its start to its end, and the tasks it has been sent. One thread encodes and sends,
 * another receives and decodes; what happens to the tasks when it ends is decided by the first, when the second is done.
 */
final class Lane {
    /** As much as a pipe holds: more would wait in it. */
    private static final int FULL = 64 * 1024;

    private static final long READER_MILLIS = 1_000;

    /** A task that nobody wants may end by itself within this: a new worker costs more. */
    private static final long GRACE_NANOS = 50_000_000;

    private final PoolQueue queue;
    private final Codec codec;
    private final WorkerProcess process;
    private final Link link;
    private final long pid;
    private final Thrown thrown;
    private final int mostTasks;

    /** Signalled under the queue's lock. */
    final Condition ready;

    /** Under the queue's lock. */
    final ArrayDeque<Span> errands = new ArrayDeque<>();

    /** Waits for room, and wants to be woken. */
    volatile boolean blocked;

    private final Batch batch = new Batch();
    private final Map<Long, Coder<Object>[]> coders = new HashMap<>();
    private @Nullable Span current;
        private long selected;

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no type arguments
    private Coder<Object>[] selectedCoders = new Coder[0];
    private long sent;
    private long tasks;
    private boolean leaving;

    /** What has been sent and not wholly answered, in order. */
    private final Queue<Span> flight = new ConcurrentLinkedQueue<>();

    private volatile long flushed;
    private volatile long busySince;

    private final Frame in = new Frame();
        private final Map<Long, Coder<?>> replies = new HashMap<>();
    private @Nullable Coder<?> replyCoder;
    private long replyJob;
    private final ReentrantLock delivery = new ReentrantLock();
    private volatile long answered;
    private volatile long lastAnswer;
    private volatile boolean over;
    private boolean abandoned;

    /** Results are being handed over, by whatever their callers do with them. */
    private volatile boolean delivering;

    /** Why this side gave it up, and killed it. */
    private volatile @Nullable String confusion;

    /** What was wrong with what it said; empty for nothing. It tells why it was given up only if it does not end by itself. */
    private volatile String suspicion = "";

    private final AtomicReference<@Nullable Fate> fate = new AtomicReference<>();

    Lane(PoolQueue queue, Codec codec, Thrown thrown, WorkerProcess process, int mostTasks) {
        this.queue = queue;
        this.codec = codec;
        this.thrown = thrown;
        this.process = process;
        this.mostTasks = mostTasks;
        link = process.link();
        pid = process.handle().pid();
        ready = queue.condition();
    }

    /** Why a worker is killed on purpose: which of its tasks it is about. */
    private record Fate(Call call, int index, @Nullable PoolException failure) {}

    long pid() {
        return pid;
    }

    /** No more can be sent. */
    boolean over() {
        return over;
    }

    /** It has had all the tasks that one worker may have. */
    boolean spent() {
        return tasks >= mostTasks;
    }

    /** It has something to do. */
    boolean busy() {
        return flushed != answered;
    }

    /** How many more tasks of a job it may be sent now. */
    int room(Job<?, ?> job) {
        long inFlight = sent - answered;
        return (int) Math.min(job.state().window() - inFlight, mostTasks - tasks);
    }

    // ---- the sending thread

    /** Sends tasks until there are no more, or the worker has had its share, or has ended. */
    void serve(Thread receiving) throws InterruptedException {
        process.handle().onExit().thenRun(() -> exited(receiving));
        try {
            while (!over && !leaving) {
                Span span = current;
                if (span == null) {
                    span = queue.take(this, batch.messages() == 0);
                    if (span == null && batch.messages() == 0) {
                        break;
                    }
                }
                if (span == null) {
                    flush();
                } else {
                    send(span);
                }
            }
            if (!over) {
                awaitAnswers();
            }
        } catch (IOException e) {
            // The receiving thread sees the end of the worker as well, and the worker's end is what is told.
            over = true;
        }
    }

    private void send(Span span) throws IOException, InterruptedException {
        if (current == null) {
            current = span;
            flight.add(span);
        }
        int free = span.call instanceof UsageCall ? 1 : room(span.call.job);
        while (span.sent < span.to && free > 0 && batch.bytes() < FULL) {
            encode(span);
            free--;
        }
        if (span.sent == span.to) {
            current = null;
        } else if (free <= 0) {
            flush();
            if (spent()) {
                leaving = true;
                return;
            }
            queue.awaitRoom(this, span.call.job);
        }
        if (batch.bytes() >= FULL) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (!process.handle().isAlive()) {
            // What was not sent goes to another one.
            throw new IOException("the worker has ended");
        }
        if (answered == flushed) {
            busySince = System.nanoTime();
        }
        flushed = sent;
        link.send(batch);
    }

    private void encode(Span span) throws IOException {
        int index = span.sent;
        try {
            if (span.call instanceof UsageCall) {
                batch.add(Protocol.NOTE, index);
            } else if (span.call.cancelled()) {
                batch.add(Protocol.SKIP, index);
            } else {
                encode(span.call, index);
            }
        } catch (PoolException e) {
            span.cannotSend(index, e);
            batch.add(Protocol.SKIP, index);
        } catch (FrameTooLargeException e) {
            span.cannotSend(index, TravelException.here("the argument", "encode", e));
            batch.add(Protocol.SKIP, index);
        }
        if (!(span.call instanceof UsageCall)) {
            tasks++;
        }
        span.sent++;
        sent++;
    }

    private void encode(Call call, int index) throws IOException, PoolException {
        Coder<Object>[] of = select(call.job.state());
        Object argument = call.argument(index);
        Object[] parts = of.length == 1 ? null : parts(argument, of.length);
        for (int place = 0; place < of.length; place++) {
            Frame frame = batch.next();
            try {
                of[place].encode(parts == null ? argument : parts[place], frame);
            } catch (Exception | Error e) {
                String what = parts == null ? "the argument" : "argument " + (place + 1) + " of " + of.length;
                throw TravelException.here(what, "encode", e);
            }
            batch.seal(place == of.length - 1 ? Protocol.TASK : Protocol.PART, index);
        }
    }

    private static Object[] parts(Object argument, int count) throws TravelException {
        if (!(argument instanceof Arguments several) || several.size() != count) {
            throw TravelException.here(
                    "the arguments",
                    "encode",
                    new IllegalArgumentException("the job takes " + count + " arguments: Arguments.of so many"));
        }
        return several.values();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a job's arguments are only ever handed to coders of its own shapes
        private Coder<Object>[] select(JobState job) throws IOException, TravelException {
        if (selected == job.id) {
            return selectedCoders;
        }
        Coder<Object>[] known = coders.get(job.id);
        if (known == null) {
            List<Coder<Object>> opened = new ArrayList<>();
            try {
                for (var shape : job.definition.arguments()) {
                    opened.add((Coder<Object>) codec.open(shape));
                }
            } catch (UnsupportedShapeException | RuntimeException | Error e) {
                throw TravelException.here("the argument", "encode", e);
            }
            known = opened.toArray(new Coder[0]);
            coders.put(job.id, known);
            batch.next().write(job.encoded);
            batch.seal(Protocol.DEFINE, job.id);
        }
                batch.add(Protocol.SELECT, job.id);
        selected = job.id;
        selectedCoders = known;
        return known;
    }

    /** Once nothing more is to be sent: waits for what is under way, then lets the worker go. */
    private void awaitAnswers() throws InterruptedException, IOException {
        queue.awaitAnswers(this);
        over = true;
        link.close();
    }

    boolean allAnswered() {
        return answered == sent || confusion != null;
    }

    // ---- the receiving thread

    /** Receives until the worker's end. */
    void receive() {
        try {
            while (link.receive(in)) {
                deliver();
            }
        } catch (EOFException e) {
            // It ended while it wrote: how it ended is told by its exit.
            suspicion = "";
        } catch (IOException | RuntimeException | Error e) {
            // A JVM that crashes writes to its standard output as well: it may be just about to end.
            suspicion = String.valueOf(e.getMessage());
        } finally {
            ended();
        }
    }

    private void deliver() throws IOException {
        delivery.lock();
        delivering = true;
        Call call = null;
        int group = 0;
        int arrived = 0;
        int told = 0;
        try {
            do {
                Span span = flight.peek();
                if (abandoned) {
                    return;
                }
                if (span == null || Header.argument(in) != span.next) {
                    throw new StreamCorruptedException("the worker answered what it was not asked: something other than"
                            + " frames was written to its standard output");
                }
                if (call != null && call != span.call) {
                    call.settled(group);
                    group = 0;
                }
                call = span.call;
                arrived++;
                if (!link.ready()) {
                    // Before the last is told: whoever hears of it may have the next task for this very lane.
                    account(call.job.state(), arrived);
                }
                answer(span);
                span.next++;
                if (span.next == span.to) {
                    flight.remove();
                }
                told++;
                group++;
            } while (link.ready() && link.receive(in));
        } finally {
            if (call != null && told > 0) {
                call.settled(group);
                queue.settled(told);
                if (blocked && 2L * (flushed - answered) <= call.job.state().window()) {
                    queue.wake(this);
                }
            }
            delivering = false;
            delivery.unlock();
        }
    }

    /** Not task by task: a clock read and a look for who waits cost as much as a small task. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // this thread alone writes it
    private void account(JobState job, int answers) {
        long now = System.nanoTime();
        job.answered(answers, Math.max(1, now - Math.max(lastAnswer, busySince)));
        lastAnswer = now;
        answered += answers;
    }

    private void answer(Span span) throws IOException {
        int index = span.next;
        Call call = span.call;
        switch (Header.tag(in)) {
            case Protocol.VALUE -> value(call, index);
            case Protocol.DONE -> call.succeed(index, null);
            case Protocol.THREW -> call.fail(index, thrown.read(in, pid));
            case Protocol.REFUSED -> call.fail(index, TravelException.there(Refusal.read(in), pid));
            case Protocol.USAGE -> call.succeed(index, Usage.read(in));
            case Protocol.SKIPPED -> {
                PoolException why = span.whyUnsent(index);
                if (why != null) {
                    call.fail(index, why);
                }
            }
            default -> throw new StreamCorruptedException("the worker answered with tag " + Header.tag(in));
        }
    }

    private void value(Call call, int index) {
        Object result;
        try {
                        result = replyCoder(call.job.state()).decode(in);
        } catch (Exception | Error e) {
            call.fail(index, TravelException.here("the result", "decode", e));
            return;
        }
        call.succeed(index, result);
    }

        private Coder<?> replyCoder(JobState job) throws UnsupportedShapeException {
        Coder<?> known = replyCoder;
        if (known == null || replyJob != job.id) {
            known = replies.get(job.id);
            if (known == null) {
                known = codec.open(job.definition.result());
                replies.put(job.id, known);
            }
            replyCoder = known;
            replyJob = job.id;
        }
        return known;
    }

    // ---- whoever ends it

    /** Kills the worker if it runs a task that has run too long, or that nobody wants any more. */
    void expire(long now) {
        Span span = flight.peek();
        if (span == null || delivering || flushed == answered) {
            return;
        }
        long runs = now - Math.max(lastAnswer, busySince);
        Duration timeout = span.call.job.timeout();
        if (timeout != null && runs > timeout.toNanos()) {
            killFor(new Fate(span.call, span.next, new TaskTimeoutException(timeout, pid, process.lastWords())));
        } else if (span.call.unwanted() && runs > GRACE_NANOS) {
            killFor(new Fate(span.call, span.next, null));
        }
    }

    private void killFor(Fate meant) {
        if (fate.compareAndSet(null, meant)) {
            process.kill();
        }
    }

    /** Nothing that it says or is told makes sense any more. */
    void confused(String why) {
        confusion = why;
        process.kill();
    }

    void kill() {
        process.kill();
    }

    private void ended() {
        over = true;
        queue.wake(this);
    }

    /** A process of the worker's own may hold its pipes open: then the end of the worker is not the end of the stream. */
    private void exited(Thread receiving) {
        try {
            receiving.join(READER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended();
    }

    /**
     * Reaps the worker and tells its tasks what became of them: the one it was killed for, those that went with it, and
     * those it never began, which go back to the queue.
     *
     * @param terminated why the pool ended it; {@code null} when it did not
     */
    void bury(Thread receiving, @Nullable PoolException terminated) throws InterruptedException {
        boolean ended = process.ended();
        if (!ended) {
            process.kill();
            process.ended();
        }
        receiving.join(READER_MILLIS);
        delivery.lock();
        try {
            abandoned = true;
        } finally {
            delivery.unlock();
        }
        String wrong = confusion;
        String how = wrong == null && ended
                ? process.death()
                : (wrong != null ? wrong : suspicion.isEmpty() ? "it did not end" : suspicion) + "; it was killed"
                        + process.lastWords();
        process.close();
        List<Span> unsent = new ArrayList<>();
        boolean first = true;
        Fate meant = fate.get();
        long left = flight.stream().mapToLong(span -> span.sent - span.next).sum() - (sent - flushed);
        for (Span span : flight) {
            int told = 0;
            int from = span.next;
            for (; span.next < span.sent; span.next++) {
                PoolException why = span.whyUnsent(span.next);
                boolean begun = left-- > 0 && (meant == null || first);
                if (why == null && terminated == null && !begun) {
                    // It never left, or the worker was killed in the task before it.
                    break;
                }
                if (why == null) {
                    why = terminated != null ? terminated : why(span, meant, how);
                    first = false;
                }
                if (why != null) {
                    span.call.fail(span.next, why);
                }
                told++;
            }
            if (told > 0) {
                span.call.settled(told);
                queue.settled(told);
            }
            if (from + told < span.to) {
                unsent.add(new Span(span.call, from + told, span.to));
            }
        }
        queue.errandsLeft(this).forEach(span -> lost(span, new WorkerDiedException(pid, how)));
        // Where the pool has been terminated meanwhile, its slots fail what is in the queue when they end.
        queue.putBack(unsent);
    }

    /** What became of the task that the worker was in; {@code null} when it was cancelled. */
    private @Nullable PoolException why(Span span, @Nullable Fate meant, String how) {
        if (meant == null) {
            return new WorkerDiedException(pid, how);
        }
        return meant.call == span.call && meant.index == span.next
                ? meant.failure
                : new WorkerDiedException(pid, "it was killed for the task before this one, which ended just then");
    }

    private void lost(Span span, PoolException why) {
        span.call.fail(span.sent, why);
        span.call.settled(1);
        queue.settled(1);
    }
}
