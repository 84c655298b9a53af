package dev.pipemark.pool;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Looks at the workers of a pool at short intervals, from the first moment somebody needs that. */
final class Clock {
    private static final long TICK_NANOS = 10_000_000;

    private final BooleanSupplier runs;
    private final LongConsumer look;
    private final AtomicBoolean started = new AtomicBoolean();

    /**
     * @param runs whether to go on
     * @param look is given the time of {@link System#nanoTime}, on a thread of the clock's own
     */
    Clock(BooleanSupplier runs, LongConsumer look) {
        this.runs = runs;
        this.look = look;
    }

    /** Somebody's tasks have a time limit, or are to end. */
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
