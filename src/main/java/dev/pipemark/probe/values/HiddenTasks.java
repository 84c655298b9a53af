package dev.pipemark.probe.values;

import dev.pipemark.probe.values.HiddenResources.Counter;
import java.io.Serializable;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantLock;

/** Functions with a resource of their process: captured, or in the {@code this} of a bound method. */
@SuppressWarnings("serial") // tests captured objects that cannot be serialized
public final class HiddenTasks {
    private HiddenTasks() {}

    /** A function that is serializable by its type. */
    @FunctionalInterface
    public interface Task extends Serializable {
        int next() throws Exception;
    }

    /** Captures a lock. */
    public static Task locked(ReentrantLock lock, int count) {
        return () -> {
            lock.lock();
            try {
                return count + 1;
            } finally {
                lock.unlock();
            }
        };
    }

    /** Captures a thread. */
    public static Task threaded(Thread thread, int count) {
        return () -> {
            if (!thread.isAlive()) {
                throw new IllegalStateException("the thread is not alive");
            }
            return count + 1;
        };
    }

    /** Captures a socket. */
    public static Task connected(Socket socket, int count) {
        return () -> {
            socket.getOutputStream().write(1);
            return count + 1;
        };
    }

    /** A method of one object. It captures the object with all its fields. */
    public static Task bound(Counter counter) {
        return counter::next;
    }
}
