package dev.pipemark.pool;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Checks the workers of a pool at short intervals. It starts with the first task that needs such checks. */
final class Clock {
    private static final long TICK_NANOS = 10_000_000;

    private final BooleanSupplier runs;
    private final LongConsumer look;
    private final AtomicBoolean started = new AtomicBoolean();

    /**
     * Creates a clock that does not run yet.
     *
     * @param runs whether the clock must continue
     * @param look receives the time of {@link System#nanoTime}, on the clock's thread
     */
    Clock(BooleanSupplier runs, LongConsumer look) {
        this.runs = runs;
        this.look = look;
    }

    /** Starts the clock. Called when a task has a time limit or must be ended. */
    void start() {
        if (started.compareAndSet(false, true)) {
            new PoolThread("pipemark-pool-clock", this::tick).start();
        }
    }

    private void tick() {
        while (runs.getAsBoolean()) {
            LockSupport.parkNanos(this, TICK_NANOS);
            look.accept(System.nanoTime());
        }
    }
}
