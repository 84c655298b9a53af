package dev.pipemark.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/** Adds the work of one thread in each measured iteration to the fork's record. */
public final class Measured {
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final ForkRecord record;
    private boolean measuring;
    private long firstOperation;
    private long allocatedBefore;

    public Measured(ForkRecord record) {
        this.record = record;
    }

    /**
     * Begins an iteration. It must be the last call of the set-up.
     *
     * @param operation the number of operations so far
     */
    public void begin(IterationParams iteration, long operation) {
        measuring = iteration.getType() == IterationType.MEASUREMENT;
        if (measuring) {
            firstOperation = operation;
            allocatedBefore = threads.getCurrentThreadAllocatedBytes();
            record.begin();
        }
    }

    /**
     * Ends an iteration. It must be the first call of the tear-down.
     *
     * @param operation the number of operations so far
     */
    public void end(long operation) {
        if (measuring) {
            record.end();
            record.thread(operation - firstOperation, threads.getCurrentThreadAllocatedBytes() - allocatedBefore);
        }
    }

    /** Returns whether the present iteration is measured. */
    boolean measuring() {
        return measuring;
    }
}
