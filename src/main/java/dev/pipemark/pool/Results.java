package dev.pipemark.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of tasks, one after another. A failed task is an outcome. The tasks after it continue.
 *
 * <p>Arguments are taken from their iterator only as outcomes are consumed. The number of tasks that are under way, or
 * finished and not consumed, never exceeds a bound. Before each outcome, one chunk of arguments is taken, so an
 * iterator that blocks delays finished outcomes. Results are confined to one thread, which also calls the iterator of
 * the arguments.
 */
public final class Results<R> implements Iterator<TaskOutcome<R>>, AutoCloseable {
    private final PoolQueue queue;
    private final Terms terms;
    private final Iterator<?> arguments;
    private final int bound;
    private final boolean ordered;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    /** Calls in order. The first is not completely consumed. Only the consumer uses it. */
    private final ArrayDeque<ChunkCall> calls = new ArrayDeque<>();
    /** Outcomes in the order of their arrival, if that order is requested. Guarded by the lock. */
    private final Queue<TaskOutcome<R>> unordered = new ArrayDeque<>();

    private long taken;
    private long given;
    private volatile boolean closed;

    Results(PoolQueue queue, Terms terms, Iterator<?> arguments, int bound, boolean ordered) {
        this.queue = queue;
        this.terms = terms;
        this.arguments = arguments;
        this.bound = Math.max(bound, terms.chunk());
        this.ordered = ordered;
    }

    @Override
    public boolean hasNext() {
        return !closed && (given < taken || arguments.hasNext());
    }

    /**
     * Waits for the next outcome and returns it.
     *
     * @throws CancellationException if the waiting thread is interrupted. The thread stays interrupted and the
     *     remaining tasks are cancelled.
     */
    @Override
    public TaskOutcome<R> next() {
        if (!hasNext()) {
            throw new NoSuchElementException(closed ? "the results were closed" : "there are no more tasks");
        }
        do {
            if (taken - given + terms.chunk() > bound || !arguments.hasNext()) {
                break;
            }
            take();
            // Take at least one chunk per outcome to keep the workers busy, and stop as soon as an outcome is ready.
        } while (!ready());
        try {
            TaskOutcome<R> outcome = ordered ? nextInOrder() : nextToArrive();
            given++;
            return outcome;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Cancels the tasks that are not sent. Outcomes of the tasks under way are dropped. */
    @Override
    public void close() {
        closed = true;
    }

    private void take() {
        List<Object> some = new ArrayList<>(terms.chunk());
        try {
            while (some.size() < terms.chunk() && arguments.hasNext()) {
                some.add(arguments.next());
            }
        } finally {
            // If the iterator throws, the arguments before that are still tasks.
            if (!some.isEmpty()) {
                enqueue(new ChunkCall(some.toArray(), taken));
            }
        }
    }

    private void enqueue(ChunkCall call) {
        taken += call.size;
        if (ordered) {
            calls.add(call);
        }
        try {
            queue.enqueue(call);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private CancellationException interrupted() {
        close();
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted while waiting for a task");
    }

    /** Starts all tasks at once. */
    void takeAll() {
        while (arguments.hasNext()) {
            take();
        }
    }

    private boolean ready() {
        ChunkCall first = calls.peek();
        lock.lock();
        try {
            return ordered
                    ? first != null && first.outcomes[(int) (given - first.first)] != null
                    : !unordered.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private TaskOutcome<R> nextInOrder() throws InterruptedException {
        ChunkCall call = calls.element();
        TaskOutcome<R> outcome = call.await((int) (given - call.first));
        if (given - call.first == call.size - 1) {
            calls.remove();
        }
        return outcome;
    }

    private TaskOutcome<R> nextToArrive() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                TaskOutcome<R> outcome = unordered.poll();
                if (outcome != null) {
                    return outcome;
                }
                arrived.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Arguments that were taken together. */
    private final class ChunkCall extends Call {
        private final Object[] chunkArguments;
        private final @Nullable TaskOutcome<R>[] outcomes;
        final long first;

        @SuppressWarnings({"unchecked", "rawtypes"}) // arrays have no type arguments
        ChunkCall(Object[] chunkArguments, long first) {
            super(Results.this.terms, chunkArguments.length);
            this.chunkArguments = chunkArguments;
            this.first = first;
            outcomes = new TaskOutcome[chunkArguments.length];
        }

        TaskOutcome<R> await(int index) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (true) {
                    TaskOutcome<R> outcome = outcomes[index];
                    if (outcome != null) {
                        return outcome;
                    }
                    arrived.await();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        Object argument(int index) {
            return chunkArguments[index];
        }

        @Override
        @SuppressWarnings("unchecked") // the caller gives the result's shape
        void succeed(int index, @Nullable Object result) {
            tell(index, new TaskOutcome<>(first + index, (R) result, null));
        }

        @Override
        void fail(int index, PoolException failure) {
            tell(index, new TaskOutcome<>(first + index, null, failure));
        }

        private void tell(int index, TaskOutcome<R> outcome) {
            lock.lock();
            try {
                if (ordered) {
                    outcomes[index] = outcome;
                } else {
                    unordered.add(outcome);
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        void settled(int tasks) {
            lock.lock();
            try {
                arrived.signal();
            } finally {
                lock.unlock();
            }
        }

        @Override
        boolean cancelled() {
            return closed;
        }
    }
}
