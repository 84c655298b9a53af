package dev.pipemark.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Decides when the ring is filled again in the warm-up. The code that makes values must be compiled too, and compiled code
 * must not expect the values of one ring. A fill that takes no longer than a burst of messages with its pause is therefore
 * due before each burst. A longer fill is due when the time since the last fill is at least the duration of that fill.
 * Filling then takes at most half of the warm-up. Without this limit, the measured code would be cold: some libraries need
 * seconds for a ring.
 */
final class Filling {
    /** The time of one burst and of the pause after it. */
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LongSupplier clock;
    private long ended;
    private long took;

    /**
     * Creates an object that reads the time from a clock.
     *
     * @param clock returns a time in ns
     */
    Filling(LongSupplier clock) {
        this.clock = clock;
    }

    /** Fills the ring, and notes how long this takes. */
    void run(Runnable fill) {
        long begun = clock.getAsLong();
        fill.run();
        ended = clock.getAsLong();
        took = ended - begun;
    }

    /** Returns whether the ring must be filled again. It must have been filled before. */
    boolean due() {
        return took <= SHORT_NANOS || clock.getAsLong() - ended >= took;
    }
}
