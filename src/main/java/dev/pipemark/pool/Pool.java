package dev.pipemark.pool;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.worker.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Worker processes that run functions, over any codec: what {@code multiprocessing.Pool} is to Python. Any thread may use
 * it.
 *
 * <p>Each worker has a pair of pipes of its own and runs one task at a time. A worker that ends, for whatever reason, is
 * replaced; the tasks it had been sent and not answered fail with a {@link WorkerDiedException}, all others go on. Nothing
 * is run twice.
 *
 * <pre>{@code
 * try (Pool pool = Pool.over(codec).workers(4).open()) {
 *     Job<String, Integer> lengths = pool.job(String::length, Shape.of(String.class), Shape.of(Integer.class));
 *     List<Integer> all = lengths.map(List.of("a", "bc"));
 * }
 * }</pre>
 */
public final class Pool implements AutoCloseable {
    /** So many failures to start in a row, over all workers, and the pool gives up. */
    private static final int STARTS = 3;

    private static final long CLOCK_NANOS = 10_000_000;

    private final PoolSettings settings;
    private final PoolQueue queue;
    private final Thrown thrown;
    private final List<Slot> slots = new ArrayList<>();
    private final Job<Object, Usage> usage;
    private final AtomicLong jobs = new AtomicLong();
    private final AtomicInteger failedStarts = new AtomicInteger();
    private final AtomicBoolean clock = new AtomicBoolean();
    private final PoolFolder folder;
    private volatile boolean closed;
    private volatile @Nullable PoolClosedException terminated;

    Pool(PoolSettings settings, PoolFolder folder) {
        this.settings = settings;
        this.folder = folder;
        queue = new PoolQueue(settings.count(), settings.bound());
        thrown = new Thrown(Catalog.load(Thread.currentThread().getContextClassLoader()));
        usage = new Job<>(
                this,
                new JobState(
                        jobs.incrementAndGet(),
                        new Definition(new Definition.Code.Given(), List.of(), Shape.of(Object.class)),
                        new byte[0]),
                1,
                null);
        for (int number = 1; number <= settings.count(); number++) {
            slots.add(new Slot(this, settings, number));
        }
        slots.forEach(Thread::start);
    }

    /** A pool over a codec, still to be described. Its workers find the codec by its id, on their class path. */
    public static PoolBuilder over(Codec codec) {
        return new PoolBuilder(codec);
    }

    /**
     * A job that is a function. It is encoded here, and sent once to each worker.
     *
     * @param of the class that the function was written in, and the classes of what it captures: codecs that register
     *     classes need them
     * @throws UnsupportedShapeException when the codec is known not to carry one of the shapes
     * @throws TravelException when the codec does not encode the function: use {@link #named}, or a codec that does
     */
    public <A, R> Job<A, R> job(Work<A, R> work, Shape<A> argument, Shape<R> result, Class<?>... of)
            throws UnsupportedShapeException, TravelException {
        return job(Definition.ship(settings.codec(), work, Work.class, of), List.of(argument), result);
    }

    /** A job that is a function of two arguments. */
    public <A, B, R> Job<Arguments, R> job(
            Work2<A, B, R> work, Shape<A> first, Shape<B> second, Shape<R> result, Class<?>... of)
            throws UnsupportedShapeException, TravelException {
        return job(Definition.ship(settings.codec(), work, Work2.class, of), List.of(first, second), result);
    }

    /** A job that is a function of three arguments. */
    public <A, B, C, R> Job<Arguments, R> job(
            Work3<A, B, C, R> work, Shape<A> first, Shape<B> second, Shape<C> third, Shape<R> result, Class<?>... of)
            throws UnsupportedShapeException, TravelException {
        return job(Definition.ship(settings.codec(), work, Work3.class, of), List.of(first, second, third), result);
    }

    /** A job whose tasks are functions themselves, each with what it captures. */
    public <R> Job<Work0<R>, R> functions(Shape<R> result, Class<?>... of)
            throws UnsupportedShapeException, TravelException {
        return job(new Definition.Code.Given(), List.of(Definition.functions(Work0.class, of)), result);
    }

    /** A job that each worker looks up by its name: for codecs that carry data only, and for what should not travel. */
    public <A, R> Job<A, R> named(Named work, Shape<A> argument, Shape<R> result)
            throws UnsupportedShapeException, TravelException {
        return job(new Definition.Code.Lookup(work), List.of(argument), result);
    }

    /** A job of several arguments that each worker looks up by its name. */
    public <R> Job<Arguments, R> named(Named work, List<Shape<?>> arguments, Shape<R> result)
            throws UnsupportedShapeException, TravelException {
        if (arguments.size() < 2) {
            throw new IllegalArgumentException("several arguments are at least two; one has a method of its own");
        }
        return job(new Definition.Code.Lookup(work), arguments, result);
    }

    private <A, R> Job<A, R> job(Definition.Code code, List<Shape<?>> arguments, Shape<R> result)
            throws UnsupportedShapeException, TravelException {
        // What is known not to work is told here, and not by the first task.
        for (Shape<?> argument : arguments) {
            settings.codec().open(argument);
        }
        settings.codec().open(result);
        Definition definition = new Definition(code, arguments, result);
        return new Job<>(this, new JobState(jobs.incrementAndGet(), definition, definition.encoded()), 0, null);
    }

    /** How many workers it has. */
    public int workers() {
        return settings.count();
    }

    /** The processes of the workers that are up. */
    public List<ProcessHandle> processes() {
        return lanes().stream()
                .flatMap(lane -> ProcessHandle.of(lane.pid()).stream())
                .toList();
    }

    /** CPU time of the threads that send and receive for the workers that are up, ns. */
    public long threadNanos() {
        return slots.stream().mapToLong(Slot::threadNanos).sum();
    }

    /** What each worker that is up has used so far, told between two of its tasks; nothing once the pool is closed. */
    public List<CompletableFuture<Usage>> usage() {
        List<CompletableFuture<Usage>> all = new ArrayList<>();
        for (Lane lane : lanes()) {
            UsageCall call = new UsageCall(usage);
            if (queue.errand(lane, call)) {
                all.add(call.usage);
            }
        }
        return all;
    }

    /**
     * Takes no more tasks, waits for those it has, and lets the workers go. A task that never ends makes it wait for ever,
     * unless it has a time limit; an interrupt terminates.
     *
     * @throws IllegalStateException on a thread of the pool, which would wait for itself
     */
    @Override
    public void close() {
        if (Thread.currentThread() instanceof PoolThread) {
            throw new IllegalStateException("what depends on a task's result cannot close its pool: terminate() can");
        }
        closed = true;
        queue.refuse(new PoolClosedException("the pool is closed and takes no more tasks"));
        try {
            queue.finish();
            for (Slot slot : slots) {
                slot.join();
            }
        } catch (InterruptedException e) {
            terminate();
            Thread.currentThread().interrupt();
        }
        folder.delete();
    }

    /** Kills the workers. Tasks that have no result yet fail with a {@link PoolClosedException}. */
    public void terminate() {
        end("the pool was terminated");
        if (Thread.currentThread() instanceof PoolThread) {
            // The slots may be waiting for this very thread, and tell the tasks themselves.
            return;
        }
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
        folder.delete();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(String reason) {
        PoolClosedException why = new PoolClosedException(reason);
        closed = true;
        if (terminated == null) {
            terminated = why;
        }
        queue.refuse(why);
        slots.forEach(Slot::kill);
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

    // ---- for jobs

    /**
     * @throws InterruptedException when it was interrupted while it waited for room; no task is added then
     */
    void enqueue(Call call) throws InterruptedException {
        if (call.size == 0) {
            return;
        }
        PoolClosedException refused = queue.add(call, !(Thread.currentThread() instanceof PoolThread));
        if (refused != null) {
            for (int index = 0; index < call.size; index++) {
                call.fail(index, refused);
            }
            call.settled(call.size);
        }
    }

    int bound() {
        return settings.bound();
    }

    /** Somebody's tasks have a time limit. */
    void watchTime() {
        if (clock.compareAndSet(false, true)) {
            new PoolThread("pipemark-pool-clock", this::tick).start();
        }
    }

    private void tick() {
        while (slots.stream().anyMatch(Thread::isAlive)) {
            LockSupport.parkNanos(this, CLOCK_NANOS);
            long now = System.nanoTime();
            lanes().forEach(lane -> lane.expire(now));
        }
    }

    // ---- for slots

    PoolQueue queue() {
        return queue;
    }

    Thrown thrown() {
        return thrown;
    }

    /** Whether a worker that ended is to be replaced. */
    boolean wantsWorkers() {
        return terminated == null && !(closed && queue.finished());
    }

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

    private List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        for (Slot slot : slots) {
            Lane lane = slot.lane();
            if (lane != null) {
                lanes.add(lane);
            }
        }
        return lanes;
    }
}
