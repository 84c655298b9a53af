package dev.pipemark.pool;

/** The state that all settings of a job share: its definition, and the measured time of its tasks. */
final class JobState {
    /**
     * The amount of work that the pool sends to a worker in advance, ns. It is longer than a trip through the pipe, and too
     * short to notice.
     */
    private static final double AHEAD_NANOS = 5_000_000;

    /** Tasks that take longer are sent one at a time, so that no task waits behind another. */
    static final long SLOW_NANOS = 10_000_000;

    private static final int MOST_AHEAD = 32_768;

    /** A measurement loses half its weight after this much further measured time, ns. */
    private static final double FADE_NANOS = 10_000_000;

    /** If tasks take longer than this, earlier measurements count no more. */
    private static final double AFRESH_NANOS = 100_000;

    final long id;
    final Definition definition;

    /** The encoded definition that workers receive. */
    final byte[] encoded;

    /** The time from one answer to the next, ns. NaN before the first measurement. */
    private volatile double pace = Double.NaN;

    private double done;
    private double spent;

    JobState(long id, Definition definition, byte[] encoded) {
        this.id = id;
        this.definition = definition;
        this.encoded = encoded;
    }

    /** Records that one worker, which always had a task, answered this many tasks in this time. */
    synchronized void answered(int tasks, long nanos) {
        // Weight by time: a few answers that were delayed say little about the many others. A slow result counts at
        // once, because a thousand short tasks would hide the first slow one. A short result after it counts gradually,
        // because answers right behind late ones only seem short.
        double now = (double) nanos / tasks;
        double kept = now > AFRESH_NANOS ? 0 : pace > AFRESH_NANOS ? 0.5 : FADE_NANOS / (FADE_NANOS + nanos);
        done = kept * done + tasks;
        spent = kept * spent + nanos;
        pace = spent / done;
    }

    /**
     * Returns the maximum number of tasks that one worker may have at a time. It is one for slow tasks, so that no task waits
     * behind another.
     */
    int window() {
        double known = pace;
        // A window of one would measure the trip through the pipe, which takes milliseconds on a busy machine.
        return Double.isNaN(known) || known > SLOW_NANOS ? 1 : 2 + (int) Math.min(MOST_AHEAD, AHEAD_NANOS / known);
    }
}
