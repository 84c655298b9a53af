package dev.pipemark.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a fork after a deadline, or when the run is interrupted. JMH's own time-out only interrupts threads, and a
 * blocked read ignores that.
 */
final class ForkWatchdog implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean late;

    private ForkWatchdog(ForkProcesses processes, double seconds, Interruption interruption) {
        long deadline = System.nanoTime() + Math.round(seconds * 1e9);
        thread = new Thread(() -> watch(processes, deadline, interruption), "pipemark-fork-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Starts to watch a fork.
     *
     * @param seconds the time after which the fork is killed
     */
    static ForkWatchdog start(ForkProcesses processes, double seconds, Interruption interruption) {
        return new ForkWatchdog(processes, seconds, interruption);
    }

    /** Returns whether it killed a fork after the deadline. */
    boolean late() {
        return late;
    }

    private void watch(ForkProcesses processes, long deadline, Interruption interruption) {
        try {
            while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                boolean expired = System.nanoTime() - deadline > 0;
                // Repeats this, since a fork may just be starting when the interruption comes.
                if (expired && processes.kill() > 0) {
                    late = true;
                } else if (interruption.requested()) {
                    processes.kill();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
