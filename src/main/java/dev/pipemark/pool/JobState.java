package dev.pipemark.pool;

/** What is known of a job in all its settings: what it is, and how long its tasks take. */
final class JobState {
    /** How much work a worker is given ahead, ns: more than a way through the pipe, less than anybody notices. */
    private static final double AHEAD_NANOS = 5_000_000;

    /** Tasks that take longer are sent one at a time, so that none waits behind another. */
    static final long SLOW_NANOS = 10_000_000;

    private static final int MOST_AHEAD = 32_768;

    /** What was measured counts for half as much after so much more of it, ns. */
    private static final double FADE_NANOS = 10_000_000;

    /** Where tasks take so long, those before them count no more. */
    private static final double AFRESH_NANOS = 100_000;

    final long id;
    final Definition definition;

    /** The definition as workers are told it. */
    final byte[] encoded;

    /** The time from one answer to the next, ns; NaN before the first. */
    private volatile double pace = Double.NaN;

    private double done;
    private double spent;

    JobState(long id, Definition definition, byte[] encoded) {
        this.id = id;
        this.definition = definition;
        this.encoded = encoded;
    }

    /** So many tasks were answered in this time by one worker that was never without one. */
    synchronized void answered(int tasks, long nanos) {
        // By the time that they took: a few answers that were long on their way say little about the many others.
        // Slow tasks are believed at once, since a thousand short ones would hide the first; short ones after them by
        // and by, since answers that come right behind late ones took no less time than those.
        double now = (double) nanos / tasks;
        double kept = now > AFRESH_NANOS ? 0 : pace > AFRESH_NANOS ? 0.5 : FADE_NANOS / (FADE_NANOS + nanos);
        done = kept * done + tasks;
        spent = kept * spent + nanos;
        pace = spent / done;
    }

    /** How many tasks one worker may have at a time: one, when they are slow, so that no task waits behind another. */
    int window() {
        double known = pace;
        // One would measure the way through the pipe, on a busy machine milliseconds, and never what follows it.
        return Double.isNaN(known) || known > SLOW_NANOS ? 1 : 2 + (int) Math.min(MOST_AHEAD, AHEAD_NANOS / known);
    }
}
