package dev.pipemark.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A function that a {@link Pool} runs, with the shapes of its arguments and result. Any thread may use it.
 *
 * <p>Tasks that are asked for together go to workers in chunks; a worker that dies takes only those with it that it had
 * been sent and had not answered, which of slow tasks is the one it ran.
 *
 * @param <A> the argument; {@link Arguments} where there are several
 * @param <R> the result
 */
public final class Job<A, R> {
    /** Chunks for each worker, unless chosen: what Python's {@code Pool.map} takes. */
    private static final int CHUNKS_PER_WORKER = 4;

    private final PoolQueue queue;
    private final Terms terms;
    private final boolean chunked;

    /**
     * @param chunked whether the size of a chunk was chosen
     */
    Job(PoolQueue queue, Terms terms, boolean chunked) {
        this.queue = queue;
        this.terms = terms;
        this.chunked = chunked;
    }

    /**
     * The same, with chunks of so many tasks.
     *
     * @param tasks at least 1; otherwise ceil(n / (4 · workers)) of n tasks, and 1 where their number is not known
     */
    public Job<A, R> chunk(int tasks) {
        if (tasks < 1) {
            throw new IllegalArgumentException("a chunk has at least one task, not " + tasks);
        }
        return new Job<>(queue, terms.withChunk(tasks), true);
    }

    /**
     * The same, with so much time for each task once it runs: a worker that takes longer is killed and replaced. What a
     * worker must do before its first task of the job, such as making a {@link Named#instance}, is part of that task's time.
     */
    public Job<A, R> timeout(Duration each) {
        if (each.isZero() || each.isNegative()) {
            throw new IllegalArgumentException("a task needs more time than " + each);
        }
        terms.clock().start();
        return new Job<>(queue, terms.withTimeout(each), chunked);
    }

    /**
     * Has one task run. Waits while the pool has more tasks than it may hold.
     *
     * @return the future of its result. It fails with a {@link PoolException}. Where the caller is interrupted while it
     *     waits it is cancelled; cancelled with interruption it ends the worker that runs the task. What depends on it
     *     runs on a thread of the pool, and must not wait for other tasks there
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
     * Has a task run for each argument, and waits for all.
     *
     * @return the results, in the order of the arguments
     * @throws PoolException what became of the first that failed; the others have run all the same
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
     * Has a task run for each argument, and does not wait for the results; only while the pool is full.
     *
     * @return the future of what {@link #map} returns; cancelled, it leaves out what has not been sent. It is cancelled
     *     where the caller is interrupted while the pool is full, and stays so
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
     * Has a task run for each argument: what becomes of them, as they finish. Waits while the pool is full.
     *
     * @throws java.util.concurrent.CancellationException when the caller is interrupted while it waits
     */
    public Results<R> mapUnordered(Collection<? extends A> arguments) {
        List<A> all = new ArrayList<>(arguments);
        Terms sized = termsFor(all.size());
        Results<R> results = new Results<>(queue, sized, all.iterator(), all.size() + sized.chunk(), false);
        results.takeAll();
        return results;
    }

    /** Has a task run for each argument, taken as results are: what becomes of them, in their order. */
    public Results<R> stream(Iterator<? extends A> arguments) {
        return stream(arguments, true);
    }

    /** Has a task run for each argument, taken as results are: what becomes of them, as they finish. */
    public Results<R> streamUnordered(Iterator<? extends A> arguments) {
        return stream(arguments, false);
    }

    private Results<R> stream(Iterator<? extends A> arguments, boolean ordered) {
        return new Results<>(queue, terms, arguments, queue.bound(), ordered);
    }

    /** For tests: what is known of its tasks. */
    JobState state() {
        return terms.job();
    }

    /** For so many tasks that are known beforehand. */
    private Terms termsFor(int tasks) {
        int parts = CHUNKS_PER_WORKER * queue.workers();
        return chunked ? terms : terms.withChunk(Math.max(1, (tasks + parts - 1) / parts));
    }
}
