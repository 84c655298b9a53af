package dev.pipemark.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a fork that does not end by itself, or that nobody wants any more. JMH's own time-out only interrupts threads,
 * which a blocked read does not notice.
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
     * @param seconds until the fork is killed
     */
    static ForkWatchdog start(ForkProcesses processes, double seconds, Interruption interruption) {
        return new ForkWatchdog(processes, seconds, interruption);
    }

    /** Whether it killed a fork for being late. */
    boolean late() {
        return late;
    }

    private void watch(ForkProcesses processes, long deadline, Interruption interruption) {
        try {
            while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                boolean expired = System.nanoTime() - deadline > 0;
                // Again and again: a fork may be about to be started when the wish to end it comes.
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
