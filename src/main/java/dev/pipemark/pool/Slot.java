package dev.pipemark.pool;

import dev.pipemark.api.Frame;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Header;
import dev.pipemark.worker.Protocol;
import dev.pipemark.worker.Refusal;
import dev.pipemark.worker.Watchdog;
import dev.pipemark.worker.WorkerProcess;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The place of one worker in a pool. A worker that ends is replaced until the pool ends. */
final class Slot extends PoolThread {
    private static final long PAUSE = 50_000_000;
    private static final long LONGEST_PAUSE = 2_000_000_000;

    private final Crew crew;
    private final PoolSettings settings;
    private volatile @Nullable WorkerProcess process;
    private volatile @Nullable Lane lane;
    private volatile @Nullable Thread receiving;
    private int idleDeaths;

    Slot(Crew crew, PoolSettings settings, int number) {
        super("pipemark-pool-" + number);
        this.crew = crew;
        this.settings = settings;
    }

    /** The current worker, or {@code null} while a worker is being started. */
    @Nullable
    Lane lane() {
        return lane;
    }

    /** Kills the worker that runs or is being started. */
    void kill() {
        WorkerProcess running = process;
        if (running != null) {
            running.kill();
        }
    }

    /** Returns the CPU time of its threads, ns. */
    long threadNanos() {
        return ofThreads(ManagementFactory.getThreadMXBean()::getThreadCpuTime);
    }

    /** Returns the heap bytes allocated so far by its threads. */
    long threadAllocatedBytes() {
        return ofThreads(
                ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class)::getThreadAllocatedBytes);
    }

    /** Adds up a figure of both threads, by thread id. A thread that has ended counts as zero. */
    private long ofThreads(LongUnaryOperator asked) {
        Thread other = receiving;
        return Math.max(0, asked.applyAsLong(getId()))
                + (other == null ? 0 : Math.max(0, asked.applyAsLong(other.getId())));
    }

    @Override
    public void run() {
        try {
            while (crew.wantsWorkers()) {
                // Callbacks may run here and leave the thread interrupted. The pool itself interrupts none of its
                // threads.
                Thread.interrupted();
                bringUpAndWork();
            }
        } finally {
            crew.slotEnded();
        }
    }

    private void bringUpAndWork() {
        try {
            Lane started = bringUp();
            if (started != null) {
                work(started);
                idleDeaths = started.flight.answeredAny() ? 0 : idleDeaths + 1;
                pause();
            }
        } catch (InterruptedException e) {
            kill();
        } catch (RuntimeException | Error e) {
            // This happens, for example, if there is no memory for another thread. It counts as a failed start, so
            // that the attempts end.
            kill();
            crew.startFailed("this process failed: " + e);
        }
    }

    /** Waits before the next start if workers have ended without an answer. The next one may end in the same way. */
    private void pause() {
        long until = System.nanoTime() + Math.min(LONGEST_PAUSE, PAUSE * Math.max(0, idleDeaths - 1));
        while (crew.wantsWorkers() && System.nanoTime() < until) {
            LockSupport.parkNanos(this, PAUSE);
        }
    }

    private void work(Lane started) throws InterruptedException {
        PoolThread receiver = new PoolThread(getName() + "-replies", started::receive);
        lane = started;
        try {
            receiver.start();
            receiving = receiver;
            started.serve(receiver);
        } catch (RuntimeException | Error e) {
            started.confused("this process failed: " + e);
        } finally {
            lane = null;
            receiving = null;
            Thread.interrupted();
            started.bury(receiver, crew.terminated());
            process = null;
        }
    }

    private @Nullable Lane bringUp() {
        WorkerProcess started;
        try {
            started = WorkerProcess.start(
                    settings.workers(),
                    List.of(settings.codec().id(), "", PoolServer.class.getName()),
                    settings.keepsLogs());
        } catch (IOException e) {
            crew.startFailed("no worker could be started: " + e.getMessage());
            return null;
        }
        process = started;
        if (crew.terminated() != null) {
            started.kill();
        }
        Watchdog watchdog = new Watchdog(settings.workers().deadline(), started::kill);
        watchdog.begin();
        try {
            initialize(started);
            crew.startSucceeded();
            return new Lane(crew.queue(), settings, crew.thrown(), started);
        } catch (PoolException e) {
            started.close();
            crew.startFailed("the initializer failed: " + e.getMessage());
            return null;
        } catch (IOException e) {
            boolean hung = watchdog.fired();
            boolean ended = started.ended();
            String how = hung
                    ? "it was not ready within " + settings.workers().deadline().toMillis() + " ms and was killed"
                            + started.lastWords()
                    : ended ? started.death() : e.getMessage() + started.lastWords();
            started.kill();
            started.close();
            crew.startFailed("a worker did not start: " + how);
            return null;
        } finally {
            watchdog.close();
        }
    }

    /** Waits until the worker has started and run the initializer. */
    private void initialize(WorkerProcess started) throws IOException, PoolException {
        started.hello();
        byte[] initializer = settings.initializer();
        if (initializer == null) {
            return;
        }
        Batch batch = new Batch();
        batch.next().write(initializer);
        batch.seal(Protocol.DEFINE, 0);
        batch.add(Protocol.INITIALIZE, 0);
        started.link().send(batch);
        Frame in = new Frame();
        if (!started.link().receive(in)) {
            throw new EOFException("it closed its standard output");
        }
        long pid = started.handle().pid();
        switch (Header.tag(in)) {
            case Protocol.DONE, Protocol.VALUE -> {}
            case Protocol.THREW -> throw crew.thrown().read(in, pid);
            case Protocol.REFUSED -> throw TravelException.there(Refusal.read(in), pid);
            default -> throw new IOException("it answered with tag " + Header.tag(in));
        }
    }
}
