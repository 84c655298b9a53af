package dev.pipemark.pool;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that one worker was sent and has not answered, and the time since it began the first of them. The sending
 * thread adds tasks and the receiving thread removes them. Other threads may call only the methods of the first
 * section.
 */
final class Flight {
    private final int mostTasks;
    private final long stallNanos;

    /** The spans that were sent and are not completely answered, in order. */
    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

    /** The number of tasks and errands encoded so far. Only the sending thread uses it. */
    private long sent;

    /** The number of tasks encoded so far. Only the sending thread uses it. */
    private long tasks;

    /**
     * The job with the smallest window among the jobs that had tasks in flight since the worker was last idle. Only the
     * sending thread uses it.
     */
    private @Nullable JobState slowest;

    /** The number of messages counted by {@link #sent} that were flushed. The sending thread writes it. */
    private volatile long flushed;

    /** The time at which an idle worker was last given something to do, ns. The sending thread writes it. */
    private volatile long busySince;

    /** The number of answers so far. The receiving thread writes it. */
    private volatile long answered;

    /**
     * The time at which the last answers were passed on, ns. While answers are being passed on, the time at which they
     * arrived.
     */
    private volatile long lastAnswer;

    /** The time at which the last answers arrived, ns. Only the receiving thread uses it. */
    private long arrival = System.nanoTime();

    /**
     * Creates an empty account.
     *
     * @param mostTasks the maximum number of tasks that the worker may run
     * @param stallNanos the worker counts as stalled after this time without an answer
     */
    Flight(int mostTasks, long stallNanos) {
        this.mostTasks = mostTasks;
        this.stallNanos = stallNanos;
    }

    // ---- for any thread

    /** Whether the worker has answered at least once. */
    boolean answeredAny() {
        return answered > 0;
    }

    /** Whether the worker has something to do. For threads other than the sending thread. */
    boolean busy() {
        return flushed != answered;
    }

    /** Whether the worker has not answered for longer than a short task takes. Tasks sent now may wait long. */
    boolean stalled() {
        return busy() && runs(System.nanoTime()) > stallNanos;
    }

    /** How long a {@link #busy} worker has been running the first unanswered task, ns. */
    long runs(long now) {
        return now - Math.max(lastAnswer, busySince);
    }

    /** The number of tasks and errands that were flushed and are not answered. */
    long waiting() {
        return flushed - answered;
    }

    /** The span of the first task in flight, or {@code null} if there is none. */
    @Nullable
    Span first() {
        return spans.peek();
    }

    // ---- for the sending thread

    /** Called before the tasks of this span are sent. */
    void begin(Span span) {
        spans.add(span);
    }

    /** Whether the worker has received its maximum number of tasks. */
    boolean spent() {
        return tasks >= mostTasks;
    }

    /** Whether the worker has something to do or is about to receive it. */
    boolean occupied() {
        return sent != answered;
    }

    /** How many more tasks of a job may be sent now. */
    int room(JobState job) {
        long inFlight = sent - answered;
        int window = job.window();
        if (inFlight > 0 && slowest != null) {
            // While tasks of a slow job are in flight, no job gets more room than the slow job has.
            window = Math.min(window, slowest.window());
        }
        return (int) Math.min(window - inFlight, mostTasks - tasks);
    }

    /** Called before tasks of this job are added to those in flight. */
    void join(JobState job) {
        slowest = sent == answered || slowest == null || job.window() < slowest.window() ? job : slowest;
    }

    /** Called after a task or an errand was encoded. */
    void wrote(boolean task) {
        if (task) {
            tasks++;
        }
        sent++;
    }

    /** Called when all encoded messages are about to be sent. */
    void flush() {
        if (answered == flushed) {
            busySince = System.nanoTime();
        }
        flushed = sent;
    }

    // ---- for the receiving thread

    /** Called when the first span is completely answered. */
    void done() {
        spans.remove();
    }

    /**
     * Called when answers have arrived, once for all of them: a clock read per task would cost as much as a small task.
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // only this thread writes it
    void account(JobState job, int answers) {
        long now = System.nanoTime();
        // If the worker was idle when the last answers arrived, its time counts from busySince, when it got its next
        // task.
        // lastAnswer may be later, because this process first had to pass those answers on.
        long since = busySince;
        job.answered(answers, Math.max(1, now - (since - arrival > 0 ? since : lastAnswer)));
        arrival = now;
        lastAnswer = now;
        answered += answers;
    }

    /** Called when the answers were passed on. Time spent in callbacks must not count as time of the next task. */
    void told() {
        lastAnswer = System.nanoTime();
    }

    // ---- after the worker has ended

    /** The spans that the worker was given and has not completely answered, in order. */
    Collection<Span> left() {
        return spans;
    }

    /** The number of tasks and errands at the end of {@link #left} that never left this process. */
    long unsent() {
        return sent - flushed;
    }
}
