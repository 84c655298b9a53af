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
 * One worker process of a pool, from its start to its end, and the tasks that it receives. One thread encodes and
 * sends, another receives and decodes. When the worker has ended and the receiving thread is done, the sending thread
 * completes the remaining tasks.
 */
final class Lane {
    /** Slightly less than the capacity of a pipe, so that one more message still fits. */
    private static final int FULL = 60 * 1024;

    private static final long READER_MILLIS = 1_000;

    /** The time that a cancelled task gets to end by itself, because a new worker costs more. */
    private static final long GRACE_NANOS = 50_000_000;

    private final PoolQueue queue;
    private final WorkerProcess process;
    private final Link link;
    private final long pid;

    /** The tasks that were sent and are not answered. */
    final Flight flight;

    /** Signalled while the queue's lock is held. */
    final Condition ready;

    /** Guarded by the queue's lock. */
    final ArrayDeque<Span> errands = new ArrayDeque<>();

    /** Whether the sending thread waits for room and must be woken. */
    volatile boolean blocked;

    private final Batch batch = new Batch();
    private final TaskWriter writer;
    private @Nullable Span current;
    private boolean leaving;

    /** Whether the worker had answered everything when it was allowed to end. */
    private boolean dismissed;

    private final Frame in = new Frame();
    private final AnswerReader reader;
    private final ReentrantLock delivery = new ReentrantLock();
    private volatile boolean over;
    private boolean abandoned;

    /** Whether results are being passed on. Callbacks of callers may run meanwhile. */
    private volatile boolean delivering;

    /** Why this side gave the worker up and killed it. */
    private volatile @Nullable String confusion;

    /**
     * A fault in the worker's output, or empty. The pool gives up the worker for this reason, unless the worker ends by
     * itself.
     */
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

    /** Whether no more tasks can be sent. */
    boolean over() {
        return over;
    }

    // ---- the sending thread

    /** Sends tasks until none are left, or until the worker has run its maximum number or has ended. */
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
            // The receiving thread also sees the end of the worker. The worker's exit is reported, not this exception.
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
            // Another worker receives the tasks that were not sent.
            throw new IOException("the worker has ended");
        }
        flight.flush();
        link.send(batch);
    }

    /** Called when nothing more is to be sent. Waits for the tasks under way, then lets the worker end. */
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

    /** Receives until the worker ends. */
    void receive() {
        try {
            while (link.receive(in)) {
                deliver();
            }
        } catch (EOFException e) {
            // The worker ended while it wrote. Its exit code gives the reason.
            suspicion = "";
        } catch (IOException | RuntimeException | Error e) {
            // A crashing JVM also writes to its standard output, so the worker may be about to end.
            suspicion = String.valueOf(e.getMessage());
            ended();
            // Nobody reads its output any more. The worker would block on writing, and the sending thread on the
            // worker.
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
                    throw new StreamCorruptedException(
                            "the worker sent an answer without a request: something other than"
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
                    // This must come before the last result is passed on. The receiver of the result may submit the
                    // next
                    // task to this lane at once.
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

    // ---- threads that end the worker

    /** Kills the worker if its running task has exceeded its time limit or is no longer wanted. */
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

    /** Gives the worker up, because the exchange with it is corrupted. */
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

    /** A child process of the worker may hold its pipes open. Then the stream does not end with the worker. */
    private void exited(Thread receiving) {
        try {
            receiving.join(READER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended();
    }

    /**
     * Reaps the worker and completes its tasks.
     *
     * @param terminated the reason if the pool ended the worker, otherwise {@code null}
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
        // If the pool was terminated meanwhile, its slots fail the queued tasks when they end.
        queue.putBack(neverBegun);
        for (Span errand : queue.errandsLeft(this)) {
            PoolException why = new WorkerDiedException(
                    pid, dismissed ? "it had run its maximum number of tasks and is being replaced" : how);
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
