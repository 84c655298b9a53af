package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import dev.pipemark.pipe.Batch;
import dev.pipemark.pipe.Header;
import dev.pipemark.pipe.Link;
import dev.pipemark.worker.Burial.Fate;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.time.Duration;
import java.util.ArrayDeque;
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
    /** Somewhat less than a pipe holds: one message more, and it fits still. */
    private static final int FULL = 60 * 1024;

    private static final long READER_MILLIS = 1_000;

    /** A task that nobody wants may end by itself within this: a new worker costs more. */
    private static final long GRACE_NANOS = 50_000_000;

    private final PoolQueue queue;
    private final WorkerProcess process;
    private final Link link;
    private final long pid;
    private final int mostTasks;
    private final long stallNanos;

    /** Signalled under the queue's lock. */
    final Condition ready;

    /** Under the queue's lock. */
    final ArrayDeque<Span> errands = new ArrayDeque<>();

    /** Waits for room, and wants to be woken. */
    volatile boolean blocked;

    private final Batch batch = new Batch();
    private final TaskWriter writer;
    private @Nullable Span current;
    private long sent;
    private long tasks;

    /** Of the jobs that have had tasks in flight since there were none, the one of the smallest window. */
    private @Nullable JobState slowest;

    private boolean leaving;

    /** What has been sent and not wholly answered, in order. */
    private final Queue<Span> flight = new ConcurrentLinkedQueue<>();

    private volatile long flushed;
    private volatile long busySince;

    private final Frame in = new Frame();
    private final AnswerReader reader;
    private final ReentrantLock delivery = new ReentrantLock();
    private volatile long answered;

    /** When the last answers had been told, ns. */
    private volatile long lastAnswer;

    /** When the last answers had arrived, ns. The receiving thread's. */
    private long arrival = System.nanoTime();

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
        mostTasks = settings.tasksPerWorker();
        stallNanos = settings.stallNanos();
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

    /** It has had all the tasks that one worker may have. */
    boolean spent() {
        return tasks >= mostTasks;
    }

    /** It has done something. */
    boolean answeredAny() {
        return answered > 0;
    }

    /** It has something to do, or is about to send it. Its own thread's question. */
    boolean occupied() {
        return sent != answered;
    }

    /** It has something to do, as others see it. */
    boolean busy() {
        return flushed != answered;
    }

    /** How many more tasks of a job it may be sent now. Its own thread's question. */
    int room(Job<?, ?> job) {
        long inFlight = sent - answered;
        int window = job.state().window();
        if (inFlight > 0 && slowest != null) {
            // Behind tasks of another job that may be slow there is no more room than for that job's own.
            window = Math.min(window, slowest.window());
        }
        return (int) Math.min(window - inFlight, mostTasks - tasks);
    }

    /** It has not answered for longer than a short task takes: what is sent now may wait for long. */
    boolean stalled() {
        return busy() && System.nanoTime() - Math.max(lastAnswer, busySince) > stallNanos;
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
            flight.add(span);
        }
        int free = span.call instanceof UsageCall ? 1 : room(span.call.job);
        if (free > 0 && !(span.call instanceof UsageCall)) {
            slowest = slower(span.call.job.state());
        }
        while (span.sent < span.to && free > 0 && batch.bytes() < FULL) {
            writer.write(span);
            if (!(span.call instanceof UsageCall)) {
                tasks++;
            }
            span.sent++;
            sent++;
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

    private JobState slower(JobState next) {
        return sent == answered || slowest == null || next.window() < slowest.window() ? next : slowest;
    }

    private void flush() throws IOException {
        if (!process.alive()) {
            // What was not sent goes to another one.
            throw new IOException("the worker has ended");
        }
        if (answered == flushed) {
            busySince = System.nanoTime();
        }
        flushed = sent;
        link.send(batch);
    }

    /** Once nothing more is to be sent: waits for what is under way, then lets the worker go. */
    private void awaitAnswers() throws InterruptedException {
        queue.awaitAnswers(this);
        over = true;
        process.endInput();
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
        Span span = null;
        try {
            if (abandoned) {
                return;
            }
            do {
                if (span == null) {
                    span = flight.peek();
                }
                if (span == null || Header.argument(in) != span.next) {
                    throw new StreamCorruptedException("the worker answered what it was not asked: something other than"
                            + " frames was written to its standard output");
                }
                if (call != null && call != span.call) {
                    call.settled(group);
                    group = 0;
                    if (call.job.state() != span.call.job.state()) {
                        account(call.job.state(), arrived);
                        arrived = 0;
                    }
                }
                call = span.call;
                arrived++;
                if (!link.ready()) {
                    // Before the last is told: whoever hears of it may have the next task for this very lane.
                    account(call.job.state(), arrived);
                    arrived = 0;
                }
                reader.tell(span, in);
                span.next++;
                if (span.next == span.to) {
                    flight.remove();
                    span = null;
                }
                told++;
                group++;
            } while (link.ready() && link.receive(in));
        } finally {
            if (call != null && told > 0) {
                call.settled(group);
                queue.settled(told);
                if (blocked
                        && 4L * (flushed - answered) <= 3L * call.job.state().window()) {
                    queue.wake(this);
                }
            }
            // What those who were told did in the meantime is not the next task's time.
            lastAnswer = System.nanoTime();
            delivering = false;
            delivery.unlock();
        }
    }

    /** Not task by task: a clock read and a look for who waits cost as much as a small task. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // this thread alone writes it
    private void account(JobState job, int answers) {
        long now = System.nanoTime();
        // It has been at them since it was given something to do, if it had nothing when the last answers arrived: how
        // long those took to be told is not to be taken from what it does meanwhile.
        long since = busySince;
        job.answered(answers, Math.max(1, now - (since - arrival > 0 ? since : lastAnswer)));
        arrival = now;
        lastAnswer = now;
        answered += answers;
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
        new Burial(queue, pid, how, fate.get(), terminated).tell(flight, sent - flushed);
        for (Span errand : queue.errandsLeft(this)) {
            PoolException why =
                    new WorkerDiedException(pid, leaving ? "it had had its share of tasks and is replaced" : how);
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
