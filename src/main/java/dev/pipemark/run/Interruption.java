package dev.pipemark.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A request to end the run now, by Ctrl-C or by a signal. No thread is interrupted: a blocked read would ignore that,
 * and a half-written file would be damaged. Instead, the run ends the processes that it waits for.
 */
public final class Interruption {
    private final CountDownLatch requested = new CountDownLatch(1);

    public void request() {
        requested.countDown();
    }

    public boolean requested() {
        return requested.getCount() == 0;
    }

    /** Waits for a request, but at most this long. Returns whether there was one. */
    boolean await(long millis) {
        try {
            return requested.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return requested();
        }
    }
}
