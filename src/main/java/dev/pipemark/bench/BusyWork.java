package dev.pipemark.bench;

import dev.pipemark.pool.Work;

/** A task that keeps a processor busy, and whose values are tiny. */
public final class BusyWork implements Work<Long, Long> {
    private static final long serialVersionUID = 1L;

    private final int steps;

    /**
     * Makes a task.
     *
     * @param steps the number of steps of the arithmetic, in decimal digits. A step takes some nanoseconds
     */
    public BusyWork(String steps) {
        this.steps = Integer.parseInt(steps);
    }

    /** Runs steps of Marsaglia's xorshift (Xorshift RNGs, Journal of Statistical Software 8/14, 2003). */
    @Override
    public Long run(Long seed) {
        long x = 2 * seed + 1;
        for (int i = 0; i < steps; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }
}
