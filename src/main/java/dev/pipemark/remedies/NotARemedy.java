package dev.pipemark.remedies;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Shows that a serialized lock does not work between processes. {@link ReentrantLock} is Serializable so that objects
 * that hold one can be serialized. As its documentation says, it arrives unlocked, and each copy is a separate lock.
 * Nothing is refused, and no process is excluded. Python refuses here: {@code cannot pickle '_thread.lock' object}.
 * {@link OwnProcess} shows how to exclude another process.
 */
final class NotARemedy implements Remedy {
    /** Receives a lock and tries to take it. It never releases the lock. */
    static final class Taker implements Role {
        private final Wire<Object> wire = Wire.of("java");

        @Override
        public String answer(byte[] message) throws Exception {
            ReentrantLock lock = (ReentrantLock) wire.value(message);
            boolean locked = lock.isLocked();
            return "arrived locked: " + locked + ", tryLock(): " + lock.tryLock();
        }
    }

    @Override
    public String id() {
        return "not-a-remedy";
    }

    @Override
    public String title() {
        return "Not a remedy: sending the lock";
    }

    @Override
    public String problem() {
        return "The lock arrives without an error, and two processes are in the critical section at once";
    }

    @Override
    public List<Step> demonstrate(Path workDirectory) throws Exception {
        Transcript transcript = new Transcript();
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try (Child first = Child.start(workDirectory, Taker.class);
                Child second = Child.start(workDirectory, Taker.class)) {
            byte[] message = Wire.of("java").bytes(lock);
            transcript.shows(
                    "wrong: java, a ReentrantLock that this process holds; the first child calls tryLock",
                    "arrived locked: false, tryLock(): true",
                    first.ask(message));
            transcript.shows(
                    "wrong: the same bytes; the second child calls tryLock while the others hold theirs",
                    "arrived locked: false, tryLock(): true",
                    second.ask(message));
            transcript.shows(
                    "wrong: this process still holds the lock, so three processes hold it at once",
                    "held here: true",
                    "held here: " + lock.isHeldByCurrentThread());
        } finally {
            lock.unlock();
        }
        return transcript.steps();
    }
}
