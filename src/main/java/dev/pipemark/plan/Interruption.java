package dev.pipemark.plan;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody wants the run to end now: by Ctrl-C, or by a signal. */
public final class Interruption {
    private final CountDownLatch requested = new CountDownLatch(1);
    private @Nullable Thread probing;

    /** Ends a probe at once; a fork is ended by the runner, which asks {@link #requested}. */
    public synchronized void request() {
        requested.countDown();
        if (probing != null) {
            probing.interrupt();
        }
    }

    public boolean requested() {
        return requested.getCount() == 0;
    }

    /** Waits until somebody asks, or for that long; says whether somebody did. */
    boolean await(long millis) {
        try {
            return requested.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Probes can be interrupted as threads; files that are written later must not be. */
    synchronized void probing(boolean begins) {
        probing = begins ? Thread.currentThread() : null;
        if (begins && requested()) {
            Thread.currentThread().interrupt();
        } else if (!begins) {
            Thread.interrupted();
        }
    }
}
