package dev.pipemark.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/** Tells a fork's record what one thread did in each measured iteration. */
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
     * Called last in an iteration's set-up.
     *
     * @param operation how many operations there were so far
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
     * Called first in an iteration's tear-down.
     *
     * @param operation how many operations there were so far
     */
    public void end(long operation) {
        if (measuring) {
            record.end();
            record.thread(operation - firstOperation, threads.getCurrentThreadAllocatedBytes() - allocatedBefore);
        }
    }

    /** Whether the iteration under way is measured. */
    boolean measuring() {
        return measuring;
    }
}
