package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.AnotherThread.PATIENCE;
import static dev.pipemark.probe.values.ProcessValues.held;
import static dev.pipemark.probe.values.ProcessValues.made;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Stream;

/** Locks, monitors and barriers. A copy excludes no thread and meets no thread. */
final class ProcessLockValues {
    private ProcessLockValues() {}

    static List<Value<?>> values() {
        return Stream.of(locks(), counters(), meetings(), monitors())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Value<?>> locks() {
        return List.of(
                made(
                                "reentrant-lock-free",
                                "new ReentrantLock(true)",
                                Shape.of(ReentrantLock.class),
                                () -> new ReentrantLock(true))
                        .notes("isFair()", ReentrantLock::isFair)
                        .asks("another thread gets it", AnotherThread::gets)
                        .asks("getHoldCount() after tryLock()", lock -> within(lock, lock::getHoldCount))
                        .asks("another thread gets it meanwhile", lock -> within(lock, () -> AnotherThread.gets(lock))),
                held("reentrant-lock-held", "ReentrantLock that is locked", Shape.of(ReentrantLock.class), scope -> {
                            ReentrantLock lock = new ReentrantLock();
                            lock.lock();
                            scope.closing(lock::unlock);
                            return lock;
                        })
                        .asks("isLocked()", ReentrantLock::isLocked)
                        .asks("another thread gets it", AnotherThread::gets)
                        .asks("isHeldByCurrentThread()", ReentrantLock::isHeldByCurrentThread),
                held(
                                "read-write-lock-read-held",
                                "ReentrantReadWriteLock that is locked for reading",
                                Shape.of(ReentrantReadWriteLock.class),
                                scope -> {
                                    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
                                    lock.readLock().lock();
                                    scope.closing(lock.readLock()::unlock);
                                    return lock;
                                })
                        .asks("another thread may read", lock -> AnotherThread.gets(lock.readLock()))
                        .asks("another thread may write", lock -> AnotherThread.gets(lock.writeLock())),
                held("stamped-lock-held", "StampedLock, write-locked", Shape.of(StampedLock.class), scope -> {
                            StampedLock lock = new StampedLock();
                            long stamp = lock.writeLock();
                            scope.closing(() -> lock.unlockWrite(stamp));
                            return lock;
                        })
                        .asks("isWriteLocked()", StampedLock::isWriteLocked)
                        .asks("another thread may read", lock -> AnotherThread.gets(lock.asReadLock())),
                made(
                                "condition-with-its-lock",
                                "a list of a ReentrantLock and its newCondition()",
                                Shape.of(
                                        new TypeOf<List<Object>>() {},
                                        ArrayList.class,
                                        ReentrantLock.class,
                                        new ReentrantLock().newCondition().getClass()),
                                () -> {
                                    ReentrantLock lock = new ReentrantLock();
                                    return new ArrayList<>(List.of(lock, lock.newCondition()));
                                })
                        .asks(
                                "signalAll() by who holds the lock",
                                pair -> within((Lock) pair.get(0), () -> {
                                    ((Condition) pair.get(1)).signalAll();
                                    return true;
                                })));
    }

    /** Never waits for the lock: the thread that holds a received lock may be in another process. */
    static <R> R within(Lock lock, Callable<R> body) throws Exception {
        if (!lock.tryLock()) {
            throw new IllegalStateException("cannot be locked");
        }
        try {
            return body.call();
        } finally {
            lock.unlock();
        }
    }

    private static List<Value<?>> counters() {
        return List.of(
                made("semaphore", "new Semaphore(2), one permit taken", Shape.of(Semaphore.class), () -> {
                            Semaphore semaphore = new Semaphore(2);
                            semaphore.acquire();
                            return semaphore;
                        })
                        .asks("availablePermits()", Semaphore::availablePermits)
                        .asks("tryAcquire(), twice", semaphore -> {
                            int taken = 0;
                            while (taken < 2 && semaphore.tryAcquire()) {
                                taken++;
                            }
                            semaphore.release(taken);
                            return taken;
                        }),
                made(
                                "count-down-latch",
                                "new CountDownLatch(2)",
                                Shape.of(CountDownLatch.class),
                                () -> new CountDownLatch(2))
                        .asks("getCount()", CountDownLatch::getCount)
                        .asks("opens after two countDown()", latch -> {
                            latch.countDown();
                            latch.countDown();
                            return latch.await(0, TimeUnit.MILLISECONDS);
                        }),
                made("phaser", "new Phaser(2)", Shape.of(Phaser.class), () -> new Phaser(2))
                        .asks("getRegisteredParties()", Phaser::getRegisteredParties)
                        .asks("getPhase() after two arrive()", phaser -> {
                            phaser.arrive();
                            phaser.arrive();
                            return phaser.getPhase();
                        }));
    }

    private static List<Value<?>> meetings() {
        return List.of(
                made("cyclic-barrier", "CyclicBarrier(2)", Shape.of(CyclicBarrier.class), () -> new CyclicBarrier(2))
                        .asks("getParties()", CyclicBarrier::getParties)
                        .asks("two threads meet", barrier -> {
                            AnotherThread.does(() -> barrier.await(PATIENCE, TimeUnit.MILLISECONDS));
                            barrier.await(PATIENCE, TimeUnit.MILLISECONDS);
                            return true;
                        }),
                made(
                                "exchanger",
                                "new Exchanger<String>()",
                                Shape.of(new TypeOf<Exchanger<String>>() {}, Exchanger.class, String.class),
                                () -> new Exchanger<>())
                        .asks("two threads exchange", exchanger -> {
                            AnotherThread.does(() -> exchanger.exchange("theirs", PATIENCE, TimeUnit.MILLISECONDS));
                            return exchanger.exchange("ours", PATIENCE, TimeUnit.MILLISECONDS);
                        }));
    }

    private static List<Value<?>> monitors() {
        return List.of(
                made("monitor-free", "new Object() to synchronize on", Shape.of(Object.class), () -> new Object())
                        .asks("another thread waits for it", AnotherThread::waitsFor)
                        .asks("another thread waits while it is held", monitor -> {
                            synchronized (monitor) {
                                return AnotherThread.waitsFor(monitor);
                            }
                        }),
                held("monitor-held", "an Object, and a thread inside synchronized", Shape.of(Object.class), scope -> {
                            Object monitor = new Object();
                            occupy(monitor, scope);
                            return monitor;
                        })
                        .asks("another thread waits for it", AnotherThread::waitsFor));
    }

    /** Starts a thread that stays inside a synchronized block, because a monitor is held only during a block. */
    private static void occupy(Object monitor, Scope scope) throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AnotherThread.does(() -> {
            synchronized (monitor) {
                entered.countDown();
                released.await();
                return true;
            }
        });
        scope.closing(released::countDown);
        entered.await();
    }
}
