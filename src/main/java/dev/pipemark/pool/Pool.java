package dev.pipemark.pool;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.worker.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Worker processes that run functions, over any codec. It is the Java counterpart of Python's
 * {@code multiprocessing.Pool}. Any thread may use it.
 *
 * <p>Each worker has its own pair of pipes and runs one task at a time. A worker that ends is replaced, whatever the
 * reason. Tasks that it had received and not answered fail with a {@link WorkerDiedException}. All other tasks go on.
 * No task runs twice, with one exception. {@code cancel(true)} kills the worker of a task. If the cancelled task has no
 * time limit, and the answers of this worker are late, the tasks behind it may run again in another worker.
 *
 * <pre>{@code
 * try (Pool pool = Pool.over(codec).workers(4).open()) {
 *     Job<String, Integer> lengths = pool.job(String::length, Shape.of(String.class), Shape.of(Integer.class));
 *     List<Integer> all = lengths.map(List.of("a", "bc"));
 * }
 * }</pre>
 */
public final class Pool implements AutoCloseable {
    private final PoolSettings settings;
    private final PoolQueue queue;
    private final Crew crew;
    private final Terms usage;
    private final AtomicLong jobs = new AtomicLong();
    private final PoolFolder folder;

    Pool(PoolSettings settings, PoolFolder folder) {
        this.settings = settings;
        this.folder = folder;
        queue = new PoolQueue(settings.count(), settings.bound());
        crew = new Crew(settings, queue);
        Definition none = new Definition(new Definition.Code.Given(), List.of(), Shape.of(Object.class));
        usage = new Terms(new JobState(jobs.incrementAndGet(), none, new byte[0]), 1, null, crew.clock());
        crew.start();
    }

    /** Returns a builder for a pool over a codec. Its workers find the codec by its id on their class path. */
    public static PoolBuilder over(Codec codec) {
        return new PoolBuilder(codec);
    }

    /**
     * Defines a job by a function. The function is encoded here and sent once to each worker.
     *
     * @param of the class that contains the function, and the classes of the values it captures. Codecs that register
     *     classes need them.
     * @throws UnsupportedShapeException if the codec is known not to carry one of the shapes
     * @throws TravelException if the codec cannot encode the function. Use {@link #named} or another codec.
     */
    public <A, R> Job<A, R> job(Work<A, R> work, Shape<A> argument, Shape<R> result, Class<?>... of)
            throws UnsupportedShapeException, TravelException {
        return job(Definition.ship(settings.codec(), work, Work.class, of), List.of(argument), result);
    }

    /** Defines a job by a function of two arguments. */
    public <A, B, R> Job<Arguments, R> job(
            Work2<A, B, R> work, Shape<A> first, Shape<B> second, Shape<R> result, Class<?>... of)
            throws UnsupportedShapeException, TravelException {
        return job(Definition.ship(settings.codec(), work, Work2.class, of), List.of(first, second), result);
    }

    /** Defines a job by a function of three arguments. */
    public <A, B, C, R> Job<Arguments, R> job(
            Work3<A, B, C, R> work, Shape<A> first, Shape<B> second, Shape<C> third, Shape<R> result, Class<?>... of)
            throws UnsupportedShapeException, TravelException {
        return job(Definition.ship(settings.codec(), work, Work3.class, of), List.of(first, second, third), result);
    }

    /** Defines a job whose tasks are functions themselves, each with its captured values. */
    public <R> Job<Work0<R>, R> functions(Shape<R> result, Class<?>... of)
            throws UnsupportedShapeException, TravelException {
        return job(new Definition.Code.Given(), List.of(Definition.functions(Work0.class, of)), result);
    }

    /**
     * Defines a job that each worker looks up by name. Use it with codecs that carry only data, and for functions that
     * should not be sent.
     */
    public <A, R> Job<A, R> named(Named work, Shape<A> argument, Shape<R> result)
            throws UnsupportedShapeException, TravelException {
        return job(new Definition.Code.Lookup(work), List.of(argument), result);
    }

    /** Defines a job of several arguments that each worker looks up by name. */
    public <R> Job<Arguments, R> named(Named work, List<Shape<?>> arguments, Shape<R> result)
            throws UnsupportedShapeException, TravelException {
        if (arguments.size() < 2) {
            throw new IllegalArgumentException(
                    "this method is for two arguments or more: for one argument, call named(Named, Shape, Shape)");
        }
        return job(new Definition.Code.Lookup(work), arguments, result);
    }

    private <A, R> Job<A, R> job(Definition.Code code, List<Shape<?>> arguments, Shape<R> result)
            throws UnsupportedShapeException, TravelException {
        // Report known obstacles here, not with the first task.
        for (Shape<?> argument : arguments) {
            settings.codec().open(argument);
        }
        settings.codec().open(result);
        Definition definition = new Definition(code, arguments, result);
        JobState state = new JobState(jobs.incrementAndGet(), definition, definition.encoded());
        return new Job<>(queue, new Terms(state, 1, null, crew.clock()), false);
    }

    /** Returns the number of workers. */
    public int workers() {
        return settings.count();
    }

    /** Returns the processes of the running workers. */
    public List<ProcessHandle> processes() {
        return crew.lanes().stream()
                .flatMap(lane -> ProcessHandle.of(lane.pid()).stream())
                .toList();
    }

    /** Returns the CPU time of the threads that send to and receive from the running workers, ns. */
    public long threadNanos() {
        return crew.threadNanos();
    }

    /** Returns the heap bytes allocated so far by the threads that send to and receive from the running workers. */
    public long threadAllocatedBytes() {
        return crew.threadAllocatedBytes();
    }

    /**
     * Asks each running worker for the resources that it has used so far. A worker answers between two of its tasks.
     *
     * @return one future for each running worker. It fails with a {@link PoolException} if the worker ends first. The
     *     list is empty if the pool is closed.
     */
    public List<CompletableFuture<Usage>> usage() {
        List<CompletableFuture<Usage>> all = new ArrayList<>();
        for (Lane lane : crew.lanes()) {
            UsageCall call = new UsageCall(usage);
            if (queue.errand(lane, call)) {
                all.add(call.usage);
            }
        }
        return all;
    }

    /**
     * Accepts no more tasks, waits for the accepted ones, and lets the workers end. A task without a time limit that
     * never ends makes this wait for ever. An interrupt terminates the pool.
     *
     * @throws IllegalStateException if called on a thread of the pool, which would wait for itself
     */
    @Override
    public void close() {
        if (Thread.currentThread() instanceof PoolThread) {
            throw new IllegalStateException(
                    "a thread of the pool cannot close it: call terminate(), or close() on another thread");
        }
        try {
            crew.letGo();
        } catch (InterruptedException e) {
            terminate();
            Thread.currentThread().interrupt();
        }
        folder.delete();
    }

    /** Kills the workers. Tasks without a result fail with a {@link PoolClosedException}. */
    public void terminate() {
        crew.end("the pool was terminated");
        if (Thread.currentThread() instanceof PoolThread) {
            // The slots may be waiting for this thread. They fail the tasks themselves.
            return;
        }
        crew.awaitEnd();
        folder.delete();
    }
}
