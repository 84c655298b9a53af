package dev.pipemark.worker;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** As many tasks as there are arguments; somebody waits for all of them. */
final class MapCall<R> extends Call {
    private final Object[] arguments;

    /** By index: the result, or the failure. Read when all have settled. */
    private final @Nullable Object[] results;

    private final AtomicInteger left;
    private final Thread waiting = Thread.currentThread();
    private volatile boolean failed;
    private volatile boolean abandoned;

    MapCall(Job<?, R> job, Object[] arguments) {
        super(job, arguments.length);
        this.arguments = arguments;
        results = new Object[arguments.length];
        left = new AtomicInteger(arguments.length);
    }

    /**
     * Waits for all tasks.
     *
     * @throws PoolException what became of the first, by order, that failed
     * @throws InterruptedException when the waiting thread was interrupted; what was not sent will not be
     */
    @SuppressWarnings("unchecked") // the job's author gives the result's shape
    List<R> results() throws PoolException, InterruptedException {
        while (left.get() > 0) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                abandoned = true;
                throw new InterruptedException(
                        "interrupted while waiting for " + left.get() + " of " + size + " tasks");
            }
        }
        if (failed) {
            for (Object result : results) {
                if (result instanceof Failed failure) {
                    throw failure.why;
                }
            }
        }
        return (List<R>) Collections.unmodifiableList(Arrays.asList(results));
    }

    @Override
    Object argument(int index) {
        return arguments[index];
    }

    @Override
    void succeed(int index, @Nullable Object result) {
        results[index] = result;
    }

    @Override
    void fail(int index, PoolException failure) {
        results[index] = new Failed(failure);
        failed = true;
    }

    @Override
    void settled(int tasks) {
        if (left.addAndGet(-tasks) == 0) {
            LockSupport.unpark(waiting);
        }
    }

    @Override
    boolean cancelled() {
        return abandoned;
    }

    /** Stands in the place of a result, where no value can be mistaken for it. */
    private record Failed(PoolException why) {}
}
