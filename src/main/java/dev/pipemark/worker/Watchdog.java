package dev.pipemark.worker;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a worker that does not answer, because a blocking read on a pipe ignores interrupts. At the beginning and end of each
 * wait, the caller changes a counter by {@code VarHandle.setOpaque}. It never reads a clock. A thread reads the counter every
 * quarter of a second. If the counter has not changed during a wait for the time of the deadline, the thread kills the worker.
 */
public final class Watchdog implements AutoCloseable {
    private static final long TICK_MILLIS = 250;
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final VarHandle MARK;

    static {
        try {
            MARK = MethodHandles.lookup().findVarHandle(Watchdog.class, "mark", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Thread thread;
    private volatile long deadlineNanos;
    private final Runnable kill;

    /** The counter of beginnings and ends of waits. It is odd during a wait. */
    @SuppressWarnings("unused")
    private long mark;

    private volatile boolean fired;

    public Watchdog(Duration deadline, Runnable kill) {
        this.deadlineNanos = (deadline.compareTo(LONGEST) < 0 ? deadline : LONGEST).toNanos();
        this.kill = kill;
        thread = new Thread(this::watch, "pipemark-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sets the deadline of the following waits. */
    void deadline(Duration deadline) {
        deadlineNanos = deadline.toNanos();
    }

    public void begin() {
        MARK.setOpaque(this, (long) MARK.getOpaque(this) | 1);
    }

    void end() {
        MARK.setOpaque(this, ((long) MARK.getOpaque(this) | 1) + 1);
    }

    /** Whether this watchdog has killed the worker. */
    public boolean fired() {
        return fired;
    }

    private void watch() {
        long watched = 0;
        long since = System.nanoTime();
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(TICK_MILLIS * 1_000_000);
            long now = System.nanoTime();
            long seen = (long) MARK.getOpaque(this);
            if ((seen & 1) == 0 || seen != watched) {
                watched = seen;
                since = now;
            } else if (now - since >= deadlineNanos) {
                fired = true;
                kill.run();
                return;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
