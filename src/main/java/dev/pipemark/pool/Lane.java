package dev.pipemark.pool;

import dev.pipemark.api.Frame;
import dev.pipemark.pool.Burial.Fate;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Header;
import dev.pipemark.wire.Link;
import dev.pipemark.worker.WorkerProcess;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One worker process of a pool, from its start to its end, and the tasks it has been sent. One thread encodes and sends,
 * another receives and decodes; what happens to the tasks when it ends is decided by the first, when the second is done.
 */
final class Lane {
    /** Somewhat less than a pipe holds: one message more, and it fits still. */
    private static final int FULL = 60 * 1024;

    private static final long READER_MILLIS = 1_000;

    /** A task that nobody wants may end by itself within this: a new worker costs more. */
    private static final long GRACE_NANOS = 50_000_000;

    private final PoolQueue queue;
    private final WorkerProcess process;
    private final Link link;
    private final long pid;

    /** What it has been sent and has not answered. */
    final Flight flight;

    /** Signalled under the queue's lock. */
    final Condition ready;

    /** Under the queue's lock. */
    final ArrayDeque<Span> errands = new ArrayDeque<>();

    /** Waits for room, and wants to be woken. */
    volatile boolean blocked;

    private final Batch batch = new Batch();
    private final TaskWriter writer;
    private @Nullable Span current;
    private boolean leaving;

    /** It had answered everything when it was let go. */
    private boolean dismissed;

    private final Frame in = new Frame();
    private final AnswerReader reader;
    private final ReentrantLock delivery = new ReentrantLock();
    private volatile boolean over;
    private boolean abandoned;

    /** Results are being handed over, by whatever their callers do with them. */
    private volatile boolean delivering;

    /** Why this side gave it up, and killed it. */
    private volatile @Nullable String confusion;

    /** What was wrong with what it said; empty for nothing. It tells why it was given up only if it does not end by itself. */
    private volatile String suspicion = "";

    private final AtomicReference<@Nullable Fate> fate = new AtomicReference<>();

    Lane(PoolQueue queue, PoolSettings settings, Thrown thrown, WorkerProcess process) {
        this.queue = queue;
        this.process = process;
        flight = new Flight(settings.tasksPerWorker(), settings.stallNanos());
        link = process.link();
        pid = process.handle().pid();
        writer = new TaskWriter(settings.codec(), batch);
        reader = new AnswerReader(settings.codec(), thrown, pid);
        ready = queue.condition();
    }

    long pid() {
        return pid;
    }

    /** No more can be sent. */
    boolean over() {
        return over;
    }

    // ---- the sending thread

    /** Sends tasks until there are no more, or the worker has had its share, or has ended. */
    void serve(Thread receiving) throws InterruptedException {
        process.handle().onExit().thenRun(() -> exited(receiving));
        queue.serves(this, true);
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
            queue.serves(this, false);
            if (!over) {
                awaitAnswers();
            }
        } catch (IOException e) {
            // The receiving thread sees the end of the worker as well, and the worker's end is what is told.
            over = true;
        } finally {
            queue.serves(this, false);
        }
    }

    private void send(Span span) throws IOException, InterruptedException {
        if (current == null) {
            current = span;
            flight.begin(span);
        }
        boolean task = !(span.call instanceof UsageCall);
        int free = task ? flight.room(span.call.terms.job()) : 1;
        if (free > 0 && task) {
            flight.join(span.call.terms.job());
        }
        while (span.sent < span.to && free > 0 && batch.bytes() < FULL) {
            writer.write(span);
            flight.wrote(task);
            span.sent++;
            free--;
        }
        if (span.sent == span.to) {
            current = null;
        } else if (free <= 0) {
            flush();
            if (flight.spent()) {
                leaving = true;
                return;
            }
            queue.awaitRoom(this, span.call.terms.job());
        }
        if (batch.bytes() >= FULL) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (!process.alive()) {
            // What was not sent goes to another one.
            throw new IOException("the worker has ended");
        }
        flight.flush();
        link.send(batch);
    }

    /** Once nothing more is to be sent: waits for what is under way, then lets the worker go. */
    private void awaitAnswers() throws InterruptedException {
        queue.awaitAnswers(this);
        dismissed = !flight.occupied();
        over = true;
        process.endInput();
    }

    boolean allAnswered() {
        return !flight.occupied() || confusion != null;
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
            ended();
            // Nobody reads it any more: it would wait for that, and the sending thread for it.
            if (!process.ended()) {
                confused(suspicion);
            }
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
        Span span = null;
        try {
            if (abandoned) {
                return;
            }
            do {
                if (span == null) {
                    span = flight.first();
                }
                if (span == null || Header.argument(in) != span.next) {
                    throw new StreamCorruptedException("the worker answered what it was not asked: something other than"
                            + " frames was written to its standard output");
                }
                if (call != null && call != span.call) {
                    call.settled(group);
                    group = 0;
                    if (call.terms.job() != span.call.terms.job()) {
                        flight.account(call.terms.job(), arrived);
                        arrived = 0;
                    }
                }
                call = span.call;
                arrived++;
                if (!link.ready()) {
                    // Before the last is told: whoever hears of it may have the next task for this very lane.
                    flight.account(call.terms.job(), arrived);
                    arrived = 0;
                }
                reader.tell(span, in);
                span.next++;
                if (span.next == span.to) {
                    flight.done();
                    span = null;
                }
                told++;
                group++;
            } while (link.ready() && link.receive(in));
        } finally {
            if (call != null && told > 0) {
                call.settled(group);
                queue.settled(told);
                if (blocked && 4 * flight.waiting() <= 3L * call.terms.job().window()) {
                    queue.wake(this);
                }
            }
            flight.told();
            delivering = false;
            delivery.unlock();
        }
    }

    // ---- whoever ends it

    /** Kills the worker if it runs a task that has run too long, or that nobody wants any more. */
    void expire(long now) {
        Span span = flight.first();
        if (span == null || delivering || !flight.busy()) {
            return;
        }
        long runs = flight.runs(now);
        Duration timeout = span.call.terms.timeout();
        if (timeout != null && Duration.ofNanos(runs).compareTo(timeout) > 0) {
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
     * Reaps the worker, and tells its tasks what became of them.
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
        String how = how(ended);
        process.close();
        List<Span> neverBegun =
                new Burial(pid, how, fate.get(), terminated).tell(flight.left(), flight.unsent(), queue::settled);
        // Where the pool has been terminated meanwhile, its slots fail what is in the queue when they end.
        queue.putBack(neverBegun);
        for (Span errand : queue.errandsLeft(this)) {
            PoolException why =
                    new WorkerDiedException(pid, dismissed ? "it had had its share of tasks and is replaced" : how);
            errand.call.fail(errand.next, terminated != null ? terminated : why);
            errand.call.settled(1);
            queue.settled(1);
        }
    }

    private String how(boolean endedByItself) {
        String wrong = confusion;
        if (wrong == null && endedByItself) {
            return process.death();
        }
        return (wrong != null ? wrong : suspicion.isEmpty() ? "it did not end" : suspicion) + "; it was killed"
                + process.lastWords();
    }
}
