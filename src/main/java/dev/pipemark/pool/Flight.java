package dev.pipemark.pool;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The account of one worker's tasks: what it has been sent, what it has answered, and since when it has been at what is
 * between. The sending thread adds, the receiving thread takes off, and anybody may ask where that is said.
 */
final class Flight {
    private final int mostTasks;
    private final long stallNanos;

    /** What has been sent and not wholly answered, in order. */
    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

    /** Tasks and errands that have been encoded. The sending thread's. */
    private long sent;

    /** Tasks alone. The sending thread's. */
    private long tasks;

    /** Of the jobs that have had tasks in flight since there were none, the one of the smallest window. The sending thread's. */
    private @Nullable JobState slowest;

    /** How many of {@link #sent} have left. The sending thread writes it. */
    private volatile long flushed;

    /** When the worker was last given something while it had nothing to do, ns. The sending thread writes it. */
    private volatile long busySince;

    /** How many of these are answered. The receiving thread writes it. */
    private volatile long answered;

    /** When the last answers had been told, or, of those that are just being told, had arrived, ns. */
    private volatile long lastAnswer;

    /** When the last answers had arrived, ns. The receiving thread's. */
    private long arrival = System.nanoTime();

    /**
     * @param mostTasks how many tasks the worker may have in its life
     * @param stallNanos without an answer for so long it counts as stalled
     */
    Flight(int mostTasks, long stallNanos) {
        this.mostTasks = mostTasks;
        this.stallNanos = stallNanos;
    }

    // ---- anybody's

    /** The worker has done something. */
    boolean answeredAny() {
        return answered > 0;
    }

    /** The worker has something to do, as others than the sending thread see it. */
    boolean busy() {
        return flushed != answered;
    }

    /** It has not answered for longer than a short task takes: what is sent now may wait for long. */
    boolean stalled() {
        return busy() && runs(System.nanoTime()) > stallNanos;
    }

    /** For how long the worker has been at the first task it has not answered, ns; of one that is {@link #busy}. */
    long runs(long now) {
        return now - Math.max(lastAnswer, busySince);
    }

    /** Tasks and errands that have left and are not answered. */
    long waiting() {
        return flushed - answered;
    }

    /** What the first task in flight belongs to; {@code null} when there is none. */
    @Nullable
    Span first() {
        return spans.peek();
    }

    // ---- the sending thread's

    /** Tasks of this span are going to be sent. */
    void begin(Span span) {
        spans.add(span);
    }

    /** The worker has had all the tasks that one may have. */
    boolean spent() {
        return tasks >= mostTasks;
    }

    /** The worker has something to do, or is about to be sent it. */
    boolean occupied() {
        return sent != answered;
    }

    /** How many more tasks of a job it may be sent now. */
    int room(JobState job) {
        long inFlight = sent - answered;
        int window = job.window();
        if (inFlight > 0 && slowest != null) {
            // Behind tasks of another job that may be slow there is no more room than for that job's own.
            window = Math.min(window, slowest.window());
        }
        return (int) Math.min(window - inFlight, mostTasks - tasks);
    }

    /** Tasks of this job are about to join what is in flight. */
    void join(JobState job) {
        slowest = sent == answered || slowest == null || job.window() < slowest.window() ? job : slowest;
    }

    /** A task has been encoded, or an errand. */
    void wrote(boolean task) {
        if (task) {
            tasks++;
        }
        sent++;
    }

    /** All that has been encoded leaves now. */
    void flush() {
        if (answered == flushed) {
            busySince = System.nanoTime();
        }
        flushed = sent;
    }

    // ---- the receiving thread's

    /** The first span is wholly answered. */
    void done() {
        spans.remove();
    }

    /** Answers have arrived. Not task by task: a clock read costs as much as a small task. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // this thread alone writes it
    void account(JobState job, int answers) {
        long now = System.nanoTime();
        // It has been at them since it was given something to do, if it had nothing when the last answers arrived: how
        // long those took to be told is not to be taken from what it does meanwhile.
        long since = busySince;
        job.answered(answers, Math.max(1, now - (since - arrival > 0 ? since : lastAnswer)));
        arrival = now;
        lastAnswer = now;
        answered += answers;
    }

    /** They have been told: what those who heard did in the meantime is not the next task's time. */
    void told() {
        lastAnswer = System.nanoTime();
    }

    // ---- when the worker has ended

    /** What it has been given and has not wholly answered, in order. */
    Collection<Span> left() {
        return spans;
    }

    /** How many tasks and errands at the end of these never left this process. */
    long unsent() {
        return sent - flushed;
    }
}
