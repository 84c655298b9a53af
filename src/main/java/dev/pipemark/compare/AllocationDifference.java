package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Metric;

/**
 * Heap bytes per operation of one process in both runs, as measured: means over forks.
 *
 * @param metric {@link Metric#PARENT_ALLOCATION} or {@link Metric#WORKER_ALLOCATION}
 */
public record AllocationDifference(Cell cell, Metric metric, double base, double candidate) {
    /** A change of more than this fraction is flagged: 1 %. */
    public static final double FLAGGED = 0.01;

    /** Below this many bytes per operation a change is what buffers that grow now and then amortise to. */
    private static final double LEAST_BYTES = 1;

    /** Change as a fraction of the base's; infinite where that allocated nothing. */
    public double relative() {
        return base == candidate ? 0 : candidate / base - 1;
    }

    /** Whether it differs by more than 1 %, and by a byte per operation or more. */
    public boolean flagged() {
        return Math.abs(relative()) > FLAGGED && Math.abs(candidate - base) >= LEAST_BYTES;
    }
}
