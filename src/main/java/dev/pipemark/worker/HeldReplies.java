package dev.pipemark.worker;

import dev.pipemark.api.Frame;
import dev.pipemark.pipe.Batch;
import dev.pipemark.pipe.Handler;
import dev.pipemark.pipe.Link;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A worker's answers that have not left yet. They leave together when nothing more is ready to be done; and, when a long
 * task comes behind short ones, soon all the same: a thread looks whether the same answers have waited for a while.
 */
final class HeldReplies {
    private static final long LOOK_NANOS = 2_000_000;

    private final Link link;
    private final Batch batch = new Batch();
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread looking = new Thread(this::look, "pipemark-late-replies");

    /** How often the batch has left. */
    private volatile long departures;

    private volatile boolean awake;

    HeldReplies(Link link) {
        this.link = link;
        looking.setDaemon(true);
        looking.start();
    }

    /**
     * Adds an answer.
     *
     * @throws IOException when the parent is gone
     * @throws Failure when what is to be said cannot be encoded; nothing is added then
     */
    void add(int tag, long argument, Content content) throws IOException, Failure {
        lock.lock();
        try {
            content.write(batch.next());
            batch.seal(tag, argument);
        } finally {
            lock.unlock();
        }
    }

    /** Is called before something that may take long. */
    void waitNoLonger() {
        if (!awake && batch.messages() > 0) {
            awake = true;
            LockSupport.unpark(looking);
        }
    }

    /** Sends when nothing more is ready, or much is held. */
    void drained(boolean nothingReady) throws IOException {
        if (nothingReady || batch.bytes() > Handler.HELD) {
            lock.lock();
            try {
                send();
            } finally {
                lock.unlock();
            }
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    private void send() throws IOException {
        if (batch.messages() > 0) {
            link.send(batch);
            departures++;
        }
    }

    private void look() {
        try {
            while (true) {
                while (!awake) {
                    LockSupport.park(this);
                }
                long seen = departures;
                LockSupport.parkNanos(this, LOOK_NANOS);
                lock.lock();
                try {
                    if (seen == departures) {
                        send();
                        awake = false;
                    }
                } finally {
                    lock.unlock();
                }
            }
        } catch (IOException e) {
            // The parent is gone: the serving thread will find that out as well.
        }
    }

    /** Writes an answer's content. */
    interface Content {
        void write(Frame out) throws IOException, Failure;
    }
}
