package dev.pipemark.cli;

import dev.pipemark.run.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Delays the exit of the JVM on Ctrl-C or {@code kill} until the finished part of a run is written. Java has no
 * portable signal handlers, but these signals run its shutdown hooks.
 */
final class Signals implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook;

    private Signals(Interruption interruption) {
        hook = new Thread(
                () -> {
                    interruption.request();
                    try {
                        if (written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                            // The exit code of the signal itself differs between systems.
                            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "pipemark-signals");
    }

    /** Until closed, a signal requests the end of the run. */
    static Signals to(Interruption interruption) {
        Signals signals = new Signals(interruption);
        Runtime.getRuntime().addShutdownHook(signals.hook);
        return signals;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is exiting, and the shutdown hook waits for this.
            written.countDown();
        }
    }
}
