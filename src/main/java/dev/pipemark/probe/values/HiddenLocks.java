package dev.pipemark.probe.values;

import dev.pipemark.probe.values.HiddenResources.Counter;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/** Counters with a lock, each in a different form. */
@SuppressWarnings("serial") // tests fields that cannot be serialized
public final class HiddenLocks {
    private HiddenLocks() {}

    /** The usual form. This lock is serializable and arrives as another lock. */
    public static final class LockCounter implements Counter, Serializable {
        private static final long serialVersionUID = 1;

        private final ReentrantLock lock;
        private int count;

        public LockCounter(ReentrantLock lock, int count) {
            this.lock = lock;
            this.count = count;
        }

        /** Returns the lock, so that its identity can be compared. */
        public ReentrantLock lock() {
            return lock;
        }

        @Override
        public int getCount() {
            return count;
        }

        @Override
        public int next() {
            lock.lock();
            try {
                return ++count;
            } finally {
                lock.unlock();
            }
        }
    }

    /** {@link Object} is not serializable, and many programs use one as a lock. */
    public static final class MonitorCounter implements Counter, Serializable {
        private static final long serialVersionUID = 1;

        private final Object monitor = new Object();
        private int count;

        public MonitorCounter(int count) {
            this.count = count;
        }

        @Override
        public int getCount() {
            return count;
        }

        @Override
        public int next() {
            synchronized (monitor) {
                return ++count;
            }
        }
    }

    /** Uses a permit for each call. */
    public static final class SemaphoreCounter implements Counter, Serializable {
        private static final long serialVersionUID = 1;

        private final Semaphore permits = new Semaphore(1);
        private int count;

        public SemaphoreCounter(int count) {
            this.count = count;
        }

        @Override
        public int getCount() {
            return count;
        }

        @Override
        public int next() {
            if (!permits.tryAcquire()) {
                throw new IllegalStateException("no permit");
            }
            try {
                return ++count;
            } finally {
                permits.release();
            }
        }
    }

    /** Has a latch that opens with the first call. */
    public static final class LatchCounter implements Counter, Serializable {
        private static final long serialVersionUID = 1;

        private final CountDownLatch called = new CountDownLatch(1);
        private int count;

        public LatchCounter(int count) {
            this.count = count;
        }

        @Override
        public int getCount() {
            return count;
        }

        @Override
        public int next() {
            called.countDown();
            return ++count;
        }
    }

    /** {@link Optional} is not serializable, whatever its content. */
    public static final class OptionalCounter implements Counter, Serializable {
        private static final long serialVersionUID = 1;

        private final Optional<ReentrantLock> lock = Optional.of(new ReentrantLock());
        private int count;

        public OptionalCounter(int count) {
            this.count = count;
        }

        @Override
        public int getCount() {
            return count;
        }

        @Override
        public int next() {
            ReentrantLock held = lock.orElseThrow();
            held.lock();
            try {
                return ++count;
            } finally {
                held.unlock();
            }
        }
    }

    /** Has a transient field that nothing restores: the first use fails. */
    public static final class TransientCounter implements Counter, Serializable {
        private static final long serialVersionUID = 1;

        private final transient ReentrantLock lock = new ReentrantLock();
        private int count;

        public TransientCounter(int count) {
            this.count = count;
        }

        @Override
        public int getCount() {
            return count;
        }

        @Override
        public int next() {
            lock.lock();
            try {
                return ++count;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Restores its transient field in {@code readObject}. */
    public static final class ReadObjectCounter implements Counter, Serializable {
        private static final long serialVersionUID = 1;

        private transient ReentrantLock lock = new ReentrantLock();
        private int count;

        public ReadObjectCounter(int count) {
            this.count = count;
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            lock = new ReentrantLock();
        }

        @Override
        public int getCount() {
            return count;
        }

        @Override
        public int next() {
            lock.lock();
            try {
                return ++count;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Replaces itself by a new object in {@code readResolve}. */
    public static final class ReadResolveCounter implements Counter, Serializable {
        private static final long serialVersionUID = 1;

        private final transient ReentrantLock lock = new ReentrantLock();
        private int count;

        public ReadResolveCounter(int count) {
            this.count = count;
        }

        private Object readResolve() {
            return new ReadResolveCounter(count);
        }

        @Override
        public int getCount() {
            return count;
        }

        @Override
        public int next() {
            lock.lock();
            try {
                return ++count;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Not serializable. Its constructor runs again in the receiver, if the codec calls it. */
    public abstract static class LockBase {
        private final ReentrantLock lock = new ReentrantLock();

        protected LockBase() {}

        /** Returns the count plus one, under the lock. */
        protected final int oneMoreThan(int count) {
            lock.lock();
            try {
                return count + 1;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Its lock is in a superclass that is not serializable. */
    public static final class InheritingCounter extends LockBase implements Counter, Serializable {
        private static final long serialVersionUID = 1;

        private int count;

        public InheritingCounter(int count) {
            this.count = count;
        }

        @Override
        public int getCount() {
            return count;
        }

        @Override
        public int next() {
            count = oneMoreThan(count);
            return count;
        }
    }

    /** One lock for all counters of a process. It is not sent, because the other process has its own. */
    public static final class StaticLockCounter implements Counter, Serializable {
        private static final long serialVersionUID = 1;
        private static final ReentrantLock LOCK = new ReentrantLock();

        private int count;

        public StaticLockCounter(int count) {
            this.count = count;
        }

        @Override
        public int getCount() {
            return count;
        }

        @Override
        public int next() {
            LOCK.lock();
            try {
                return ++count;
            } finally {
                LOCK.unlock();
            }
        }
    }

    /** Two counters that exclude each other, because they share one lock. */
    public static final class SharingPair implements Serializable {
        private static final long serialVersionUID = 1;

        private final LockCounter left;
        private final LockCounter right;

        public SharingPair(LockCounter left, LockCounter right) {
            this.left = left;
            this.right = right;
        }

        public LockCounter left() {
            return left;
        }

        public LockCounter right() {
            return right;
        }
    }
}
