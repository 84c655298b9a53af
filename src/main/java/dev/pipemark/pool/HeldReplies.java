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
 * The answers of a worker that are not sent yet. They are sent in one write when no further request is ready, or when
 * the finished task had a time limit. If a long task follows short ones, a second thread sends the answers that have
 * waited for a while.
 *
 * <p>The serving thread adds answers without a lock, which would cost as much as a small task. It never changes sealed
 * bytes before they are sent, and the second thread reads only sealed bytes.
 */
final class HeldReplies {
    private static final VarHandle SEALED = handle("sealed", int.class);
    private static final VarHandle ARRAY = handle("array", byte[].class);

    private static final long LOOK_NANOS = 5_000_000;

    /** The time after which the serving thread sends held answers itself, between two tasks. */
    private static final long HELD_NANOS = 1_000_000;

    private final Link link;
    private final Batch batch = new Batch();
    private final Thread looking = new Thread(this::look, "pipemark-late-replies");

    /**
     * The number of bytes in {@link #array} that are complete messages. The serving thread writes it after the bytes.
     */
    @SuppressWarnings("unused") // accessed by its VarHandle
    private int sealed;

    /** The array that answers are encoded into. */
    private byte[] array = {};

    private volatile boolean awake;

    /** The number of held messages at which the clock is read next. Only the serving thread uses it. */
    private int due = 1;

    /** The value of {@link #departures} that the serving thread read last. */
    private long seen;

    /** Held by the thread that sends. */
    private final ReentrantLock sending = new ReentrantLock();

    private final Batch leaving = new Batch();

    /** The number of bytes of {@link #array} that were sent. */
    private int gone;

    /** How often answers were sent. */
    private volatile long departures;

    /** When answers were last sent, ns. */
    private volatile long departed = System.nanoTime();

    HeldReplies(Link link) {
        this.link = link;
        looking.setDaemon(true);
        looking.start();
    }

    /** Returns the frame for the content of the next answer. An answer that was begun but not sealed is dropped. */
    Frame begin() throws FrameTooLargeException {
        return batch.next();
    }

    /** Completes the answer that was written into the frame. */
    void seal(Frame begun, int tag, long argument) {
        batch.seal(tag, argument);
        if (array != begun.array()) {
            ARRAY.setRelease(this, begun.array());
        }
        SEALED.setRelease(this, batch.bytes());
    }

    /** Called before an operation that may take long. */
    void waitNoLonger() {
        if (!awake && batch.messages() > 0) {
            awake = true;
            LockSupport.unpark(looking);
        }
    }

    /**
     * Sends the held answers if they are many or if one of them has waited long.
     *
     * @param now whether to send in any case, because no request is ready or the last task had a time limit
     */
    void drained(boolean now) throws IOException {
        int held = batch.messages();
        if (seen != departures) {
            // The second thread has sent answers, so tasks take long now.
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
                    // The serving thread may have sealed answers during that write. It did not wake this thread, since
                    // this thread was still awake.
                    LockSupport.parkNanos(this, LOOK_NANOS);
                    sendSealed();
                }
            }
        } catch (IOException e) {
            // The parent has ended. The serving thread will notice that as well.
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
