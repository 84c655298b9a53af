package dev.pipemark.remedies;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that may be serialized is no lock between processes. {@link ReentrantLock} is Serializable, so that objects which
 * hold one can be; it arrives unlocked, as its documentation says, and each copy is a lock of its own. Nothing is refused
 * and nobody is excluded. Python refuses at this place: {@code cannot pickle '_thread.lock' object}. What excludes another
 * process is in {@link OwnProcess}.
 */
final class NotARemedy implements Remedy {
    /** Receives a lock, and takes it if it can. It never gives it back. */
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
        return "The lock was sent, nothing was refused, and two processes are in the critical section at once";
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
                    "wrong: java, a ReentrantLock that is held here, taken by the first child",
                    "arrived locked: false, tryLock(): true",
                    first.ask(message));
            transcript.shows(
                    "wrong: the same bytes, taken by the second child while both others hold theirs",
                    "arrived locked: false, tryLock(): true",
                    second.ask(message));
            transcript.shows(
                    "wrong: the lock is still held here, so that three hold \"it\" at once",
                    "held here: true",
                    "held here: " + lock.isHeldByCurrentThread());
        } finally {
            lock.unlock();
        }
        return transcript.steps();
    }
}
