package dev.pipemark.probe.values;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** Asks questions on a second thread, for example whether a lock excludes it. */
final class AnotherThread {
    /** The time limit of a question in milliseconds. The original value performs the action at once. */
    static final int PATIENCE = 1_000;

    private AnotherThread() {}

    /** Returns the answer that a second thread gives. */
    static <R> R answers(Callable<R> question) throws Exception {
        FutureTask<R> task = new FutureTask<>(question);
        start(task);
        return task.get(PATIENCE, TimeUnit.MILLISECONDS);
    }

    /** Runs the work on a second thread and ignores failures. */
    static <R> void does(Callable<R> work) {
        start(new FutureTask<>(work));
    }

    /** Whether another thread can take the lock. It then releases the lock again. */
    static boolean gets(Lock lock) throws Exception {
        return answers(() -> {
            if (!lock.tryLock()) {
                return false;
            }
            lock.unlock();
            return true;
        });
    }

    /** Whether another thread must wait for the object's monitor. */
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

    /** Starts a daemon thread, so that a thread that waits for ever does not keep its process alive. */
    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "another thread");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
