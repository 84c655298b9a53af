package dev.pipemark.probe.values;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** What only a second thread can tell: whom a lock excludes. */
final class AnotherThread {
    /** Milliseconds that a question may wait for something that an original does at once. */
    static final int PATIENCE = 1_000;

    private AnotherThread() {}

    /** What the question answers there. */
    static <R> R answers(Callable<R> question) throws Exception {
        FutureTask<R> task = new FutureTask<>(question);
        start(task);
        return task.get(PATIENCE, TimeUnit.MILLISECONDS);
    }

    /** Lets it happen there, whatever comes of it. */
    static <R> void does(Callable<R> work) {
        start(new FutureTask<>(work));
    }

    /** Whether the lock lets another thread in, which then leaves it as it was. */
    static boolean gets(Lock lock) throws Exception {
        return answers(() -> {
            if (!lock.tryLock()) {
                return false;
            }
            lock.unlock();
            return true;
        });
    }

    /** Whether another thread has to wait for the object's monitor. */
    static boolean waitsFor(Object monitor) throws InterruptedException {
        Objects.requireNonNull(monitor);
        CountDownLatch entered = new CountDownLatch(1);
        Thread entering = start(() -> {
            synchronized (monitor) {
                entered.countDown();
            }
        });
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (entered.getCount() > 0 && System.nanoTime() - deadline < 0) {
            if (entering.getState() == Thread.State.BLOCKED) {
                return true;
            }
            entering.join(1);
        }
        return entered.getCount() > 0;
    }

    /** A daemon: one that waits for ever must not keep its process alive. */
    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "another thread");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
