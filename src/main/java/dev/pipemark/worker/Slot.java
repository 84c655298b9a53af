package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import dev.pipemark.pipe.Batch;
import dev.pipemark.pipe.Header;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place for one worker in a pool: whoever works there and ends is replaced, until the pool ends. */
final class Slot extends PoolThread {
    private final Pool pool;
    private final PoolSettings settings;
    private volatile @Nullable WorkerProcess process;
    private volatile @Nullable Lane lane;

    Slot(Pool pool, PoolSettings settings, int number) {
        super("pipemark-pool-" + number);
        this.pool = pool;
        this.settings = settings;
    }

    /** Who works here now; {@code null} while somebody is being started. */
    @Nullable
    Lane lane() {
        return lane;
    }

    /** Kills whoever works here or is being started. */
    void kill() {
        WorkerProcess running = process;
        if (running != null) {
            running.kill();
        }
    }

    @Override
    public void run() {
        try {
            while (pool.wantsWorkers()) {
                Lane started = bringUp();
                if (started != null) {
                    work(started);
                }
            }
        } catch (InterruptedException e) {
            // Nobody but a task's own callback could have done that; the place stays empty.
            kill();
        } finally {
            pool.slotEnded();
        }
    }

    private void work(Lane started) throws InterruptedException {
        PoolThread receiving = new PoolThread(getName() + "-replies", started::receive);
        lane = started;
        receiving.start();
        try {
            started.serve(receiving);
        } catch (RuntimeException | Error e) {
            started.confused("this process failed: " + e);
        } finally {
            lane = null;
            started.bury(receiving, pool.terminated());
            process = null;
        }
    }

    private @Nullable Lane bringUp() {
        WorkerProcess started;
        try {
            started = WorkerProcess.start(
                    settings.workers(), List.of(settings.codec().id(), "", WorkerMain.POOL));
        } catch (IOException e) {
            pool.startFailed("no worker could be started: " + e.getMessage());
            return null;
        }
        process = started;
        if (pool.terminated() != null) {
            started.kill();
        }
        Watchdog watchdog = new Watchdog(settings.workers().deadline(), started::kill);
        watchdog.begin();
        try {
            greet(started);
            pool.startSucceeded();
            return new Lane(pool.queue(), settings.codec(), pool.thrown(), started, settings.tasksPerWorker());
        } catch (PoolException e) {
            started.close();
            pool.startFailed("the initializer failed: " + e.getMessage());
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
            pool.startFailed("a worker did not come up: " + how);
            return null;
        } finally {
            watchdog.close();
        }
    }

    private void greet(WorkerProcess started) throws IOException, PoolException {
        Frame in = new Frame();
        receive(started, in);
        if (Header.tag(in) != Protocol.HELLO) {
            throw new IOException("its first message has the tag " + Header.tag(in));
        }
        Hello.read(in);
        byte[] initializer = settings.initializer();
        if (initializer == null) {
            return;
        }
        Batch batch = new Batch();
        batch.next().write(initializer);
        batch.seal(Protocol.DEFINE, 0);
        batch.add(Protocol.INITIALIZE, 0);
        started.link().send(batch);
        receive(started, in);
        long pid = started.handle().pid();
        switch (Header.tag(in)) {
            case Protocol.DONE, Protocol.VALUE -> {}
            case Protocol.THREW -> throw pool.thrown().read(in, pid);
            case Protocol.REFUSED -> throw TravelException.there(Refusal.read(in), pid);
            default -> throw new IOException("it answered with tag " + Header.tag(in));
        }
    }

    private static void receive(WorkerProcess from, Frame in) throws IOException {
        if (!from.link().receive(in)) {
            throw new EOFException("it closed its standard output");
        }
    }
}
