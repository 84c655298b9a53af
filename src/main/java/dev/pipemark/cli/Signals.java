package dev.pipemark.cli;

import dev.pipemark.run.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and {@code kill} while a run is under way: the JVM is not let go before what is finished has been written. Java
 * has no portable signal handlers, but its shutdown hooks run at just these signals.
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
                            // The exit code of the signal itself differs from system to system.
                            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "pipemark-signals");
    }

    /** From now on, until closed, a signal asks the run to end. */
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
            // The JVM is going down, and the hook waits for just this.
            written.countDown();
        }
    }
}
