package dev.pipemark.pool;

import dev.pipemark.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The workers of a pool. Replaces them, lets them end, kills them, and gives up if they do not start. */
final class Crew {
    /** The pool gives up after this many failed starts in a row, counted over all workers. */
    private static final int STARTS = 3;

    private final PoolQueue queue;
    private final Thrown thrown = new Thrown(Catalog.load(Thread.currentThread().getContextClassLoader()));
    private final List<Slot> slots = new ArrayList<>();
    private final Clock clock = new Clock(this::anyAlive, this::expire);
    private final AtomicInteger failedStarts = new AtomicInteger();
    private volatile boolean closed;
    private volatile @Nullable PoolClosedException terminated;

    Crew(PoolSettings settings, PoolQueue queue) {
        this.queue = queue;
        for (int number = 1; number <= settings.count(); number++) {
            slots.add(new Slot(this, settings, number));
        }
    }

    // ---- called by the pool

    void start() {
        slots.forEach(Thread::start);
    }

    /** The clock that enforces time limits once it is started. */
    Clock clock() {
        return clock;
    }

    /** The workers that are running. */
    List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        for (Slot slot : slots) {
            Lane lane = slot.lane();
            if (lane != null) {
                lanes.add(lane);
            }
        }
        return lanes;
    }

    /** Returns the CPU time of the threads that send to and receive from the running workers, ns. */
    long threadNanos() {
        return slots.stream().mapToLong(Slot::threadNanos).sum();
    }

    /** Returns the heap bytes allocated so far by the threads that send to and receive from the running workers. */
    long threadAllocatedBytes() {
        return slots.stream().mapToLong(Slot::threadAllocatedBytes).sum();
    }

    /** Waits for all tasks that were taken, and lets the workers go. */
    void letGo() throws InterruptedException {
        closed = true;
        queue.refuse(new PoolClosedException("the pool is closed and takes no more tasks"));
        queue.finish();
        for (Slot slot : slots) {
            slot.join();
        }
    }

    /** Kills the workers and accepts no more tasks. Does not wait. */
    void end(String reason) {
        PoolClosedException why = new PoolClosedException(reason);
        closed = true;
        if (terminated == null) {
            terminated = why;
        }
        queue.refuse(why);
        slots.forEach(Slot::kill);
    }

    /** Waits uninterruptibly until the workers have ended. Then fails the tasks that no worker received. */
    void awaitEnd() {
        boolean interrupted = Thread.interrupted();
        for (Slot slot : slots) {
            while (slot.isAlive()) {
                try {
                    slot.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        failQueued();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void failQueued() {
        PoolClosedException why = terminated;
        for (Span span : queue.drain()) {
            fail(span, why == null ? new PoolClosedException("the pool is closed") : why);
        }
    }

    private void fail(Span span, PoolException why) {
        for (int index = span.sent; index < span.to; index++) {
            span.call.fail(index, why);
        }
        span.call.settled(span.to - span.sent);
        queue.settled(span.to - span.sent);
    }

    // ---- called by its clock

    private boolean anyAlive() {
        return slots.stream().anyMatch(Thread::isAlive);
    }

    private void expire(long now) {
        lanes().forEach(lane -> lane.expire(now));
    }

    // ---- called by slots

    PoolQueue queue() {
        return queue;
    }

    Thrown thrown() {
        return thrown;
    }

    /** Whether a worker that ended must be replaced. */
    boolean wantsWorkers() {
        return terminated == null && !(closed && queue.finished());
    }

    /** The reason why the workers were killed, or {@code null} if they were not. */
    @Nullable
    PoolException terminated() {
        return terminated;
    }

    void slotEnded() {
        if (terminated != null) {
            failQueued();
        }
    }

    void startSucceeded() {
        failedStarts.set(0);
    }

    void startFailed(String reason) {
        if (terminated == null && failedStarts.incrementAndGet() >= STARTS) {
            end("the pool gave up after " + STARTS + " workers in a row did not start; " + reason);
            failQueued();
        }
    }
}
