package dev.pipemark.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A function that a {@link Pool} runs, with the shapes of its arguments and its result. Any thread may use it.
 *
 * <p>Tasks that are requested together are sent to workers in chunks. If a worker dies, only the tasks that it
 * had received and not answered fail. Slow tasks are sent one at a time, so only the running task fails.
 *
 * @param <A> the type of the argument, or {@link Arguments} for several
 * @param <R> the type of the result
 */
public final class Job<A, R> {
    /** The default number of chunks per worker, as in Python's {@code Pool.map}. */
    private static final int CHUNKS_PER_WORKER = 4;

    private final PoolQueue queue;
    private final Terms terms;
    private final boolean chunked;

    /**
     * Creates a job.
     *
     * @param chunked whether the caller chose the chunk size
     */
    Job(PoolQueue queue, Terms terms, boolean chunked) {
        this.queue = queue;
        this.terms = terms;
        this.chunked = chunked;
    }

    /**
     * Returns this job with another chunk size. By default, n tasks have chunks of ceil(n / (4 · workers)), and an
     * unknown number of tasks has chunks of 1.
     *
     * @param tasks the number of tasks in a chunk, at least 1
     */
    public Job<A, R> chunk(int tasks) {
        if (tasks < 1) {
            throw new IllegalArgumentException("a chunk must have at least one task, not " + tasks);
        }
        return new Job<>(queue, terms.withChunk(tasks), true);
    }

    /**
     * Returns this job with a time limit for each running task. If a task takes longer, its worker is killed and
     * replaced. The preparation before a worker's first task, such as creating a {@link Named#instance}, counts as time
     * of that task.
     */
    public Job<A, R> timeout(Duration each) {
        if (each.isZero() || each.isNegative()) {
            throw new IllegalArgumentException("a time limit must be longer than " + each);
        }
        terms.clock().start();
        return new Job<>(queue, terms.withTimeout(each), chunked);
    }

    /**
     * Submits one task. Waits while the pool is full. If the caller is interrupted while it waits, the returned future
     * is cancelled.
     *
     * <p>Cancelling the future with interruption ends the worker that runs the task. Dependent stages run on a thread
     * of the pool and must not wait there for other tasks.
     *
     * @return the future of the result. It fails with a {@link PoolException}.
     */
    public CompletableFuture<R> submit(A argument) {
        FutureCall<R> call = new FutureCall<>(terms, argument);
        try {
            queue.enqueue(call);
        } catch (InterruptedException e) {
            call.future().cancel(false);
            Thread.currentThread().interrupt();
        }
        return call.future();
    }

    /**
     * Runs a task for each argument and waits for all of them. If a task fails, the others still run.
     *
     * @return the results in the order of the arguments
     * @throws PoolException the failure of the first task, in order, that failed
     */
    public List<R> map(Collection<? extends A> arguments) throws PoolException, InterruptedException {
        CompletableFuture<List<R>> all = enqueue(arguments);
        try {
            return all.get();
        } catch (InterruptedException e) {
            all.cancel(false);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PoolException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Submits a task for each argument. Waits only while the pool is full. If the caller is interrupted while it waits,
     * the returned future is cancelled and the thread stays interrupted.
     *
     * @return the future of the results of {@link #map}. Cancelling it drops the tasks that are not sent yet.
     */
    public CompletableFuture<List<R>> mapAsync(Collection<? extends A> arguments) {
        try {
            return enqueue(arguments);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CompletableFuture<List<R>> none = new CompletableFuture<>();
            none.cancel(false);
            return none;
        }
    }

    private CompletableFuture<List<R>> enqueue(Collection<? extends A> arguments) throws InterruptedException {
        Object[] all = arguments.toArray();
        MapCall<R> call = new MapCall<>(termsFor(all.length), all);
        queue.enqueue(call);
        return call.future();
    }

    /**
     * Submits a task for each argument and returns the outcomes in the order in which they finish. Waits while the pool
     * is full.
     *
     * @throws java.util.concurrent.CancellationException if the caller is interrupted while it waits
     */
    public Results<R> mapUnordered(Collection<? extends A> arguments) {
        List<A> all = new ArrayList<>(arguments);
        Terms sized = termsFor(all.size());
        Results<R> results = new Results<>(queue, sized, all.iterator(), all.size() + sized.chunk(), false);
        results.takeAll();
        return results;
    }

    /**
     * Runs a task for each argument and returns the outcomes in order. Takes arguments only as outcomes are consumed.
     */
    public Results<R> stream(Iterator<? extends A> arguments) {
        return stream(arguments, true);
    }

    /**
     * Runs a task for each argument and returns the outcomes as they finish. Takes arguments only as outcomes are
     * consumed.
     */
    public Results<R> streamUnordered(Iterator<? extends A> arguments) {
        return stream(arguments, false);
    }

    private Results<R> stream(Iterator<? extends A> arguments, boolean ordered) {
        return new Results<>(queue, terms, arguments, queue.bound(), ordered);
    }

    /** For tests: returns the measurements of the job's tasks. */
    JobState state() {
        return terms.job();
    }

    /** Returns the terms for a known number of tasks. */
    private Terms termsFor(int tasks) {
        int parts = CHUNKS_PER_WORKER * queue.workers();
        return chunked ? terms : terms.withChunk(Math.max(1, (tasks + parts - 1) / parts));
    }
}
