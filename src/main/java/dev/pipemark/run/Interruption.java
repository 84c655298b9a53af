package dev.pipemark.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody wants the run to end now: by Ctrl-C, or by a signal. Nothing is interrupted as a thread, which a blocked read
 * would not notice and a half-written file would: the processes that are waited for are ended.
 */
public final class Interruption {
    private final CountDownLatch requested = new CountDownLatch(1);

    public void request() {
        requested.countDown();
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
            return requested();
        }
    }
}
