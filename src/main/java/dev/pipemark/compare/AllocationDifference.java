package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Metric;

/**
 * The heap bytes that one process allocates per operation in each of two runs: means over forks.
 *
 * @param metric {@link Metric#PARENT_ALLOCATION} or {@link Metric#WORKER_ALLOCATION}
 */
public record AllocationDifference(Cell cell, Metric metric, double base, double candidate) {
    /** A change by more than this fraction is flagged: 1 %. */
    public static final double FLAGGED = 0.01;

    /** Changes below this many bytes per operation are ignored: they come from buffers that grow now and then. */
    private static final double LEAST_BYTES = 1;

    /** Returns the change as a fraction of the base's value. Infinite if the base allocated nothing. */
    public double relative() {
        return base == candidate ? 0 : candidate / base - 1;
    }

    /** Returns whether the two differ by more than 1 % and by at least a byte per operation. */
    public boolean flagged() {
        return Math.abs(relative()) > FLAGGED && Math.abs(candidate - base) >= LEAST_BYTES;
    }
}
