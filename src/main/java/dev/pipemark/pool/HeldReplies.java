package dev.pipemark.pool;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Handler;
import dev.pipemark.wire.Link;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A worker's answers that have not left yet. They leave together when nothing more is ready to be done, or the task had a
 * limit; and, when a long task comes behind short ones, soon all the same: a thread looks whether the same answers have
 * waited for a while.
 *
 * <p>The serving thread adds without a lock, which would cost as much as a small task. What it has sealed is never written
 * to again until it has been sent, and the looking thread reads no further.
 */
final class HeldReplies {
    private static final VarHandle SEALED = handle("sealed", int.class);
    private static final VarHandle ARRAY = handle("array", byte[].class);

    private static final long LOOK_NANOS = 5_000_000;

    /** Between tasks the serving thread sends them itself after so long. */
    private static final long HELD_NANOS = 1_000_000;

    private final Link link;
    private final Batch batch = new Batch();
    private final Thread looking = new Thread(this::look, "pipemark-late-replies");

    /** How many bytes of {@link #array} are whole messages. The serving thread writes this after the bytes. */
    @SuppressWarnings("unused") // by its handle
    private int sealed;

    /** What the batch is encoded into. */
    private byte[] array = {};

    private volatile boolean awake;

    /** With so many messages held the clock is read: not for each of them. The serving thread's. */
    private int due = 1;

    /** {@link #departures} when the serving thread looked last. */
    private long seen;

    /** Held by whoever sends. */
    private final ReentrantLock sending = new ReentrantLock();

    private final Batch leaving = new Batch();

    /** How many bytes of {@link #array} have been sent. */
    private int gone;

    /** How often answers have left. */
    private volatile long departures;

    /** When answers left last, ns. */
    private volatile long departed = System.nanoTime();

    HeldReplies(Link link) {
        this.link = link;
        looking.setDaemon(true);
        looking.start();
    }

    /** The frame to write the next answer's content into; one that was begun and not sealed is dropped. */
    Frame begin() throws FrameTooLargeException {
        return batch.next();
    }

    /** Ends the answer that was written into the frame. */
    void seal(Frame begun, int tag, long argument) {
        batch.seal(tag, argument);
        if (array != begun.array()) {
            ARRAY.setRelease(this, begun.array());
        }
        SEALED.setRelease(this, batch.bytes());
    }

    /** Is called before something that may take long. */
    void waitNoLonger() {
        if (!awake && batch.messages() > 0) {
            awake = true;
            LockSupport.unpark(looking);
        }
    }

    /**
     * Sends when much is held, or anything has been held for long.
     *
     * @param now sends in any case: nothing more is ready, or what was done last had a limit
     */
    void drained(boolean now) throws IOException {
        int held = batch.messages();
        if (seen != departures) {
            // The looking thread has been here: tasks take long now.
            seen = departures;
            due = held;
        }
        if (now || batch.bytes() > Handler.HELD || held >= due && overdue(held)) {
            sending.lock();
            try {
                send(array, batch.bytes());
                gone = 0;
                SEALED.setRelease(this, 0);
                batch.clear();
            } finally {
                sending.unlock();
            }
            seen = departures;
            due = 1;
        }
    }

    private boolean overdue(int held) {
        due = 2 * held;
        return System.nanoTime() - departed > HELD_NANOS;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    private void send(byte[] from, int end) throws IOException {
        if (end > gone) {
            leaving.hold(from, gone, end);
            link.send(leaving);
            gone = end;
            departures++;
            departed = System.nanoTime();
        }
    }

    private void look() {
        try {
            while (true) {
                while (!awake) {
                    LockSupport.park(this);
                }
                long before = departures;
                LockSupport.parkNanos(this, LOOK_NANOS);
                if (before == departures) {
                    sendSealed();
                    awake = false;
                    // What was sealed while that was sent may have been left to this thread, which was awake.
                    LockSupport.parkNanos(this, LOOK_NANOS);
                    sendSealed();
                }
            }
        } catch (IOException e) {
            // The parent is gone: the serving thread will find that out as well.
        }
    }

    private void sendSealed() throws IOException {
        sending.lock();
        try {
            int end = (int) SEALED.getAcquire(this);
            send((byte[]) ARRAY.getAcquire(this), end);
        } finally {
            sending.unlock();
        }
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(HeldReplies.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
