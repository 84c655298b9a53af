package dev.pipemark.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The tasks that no worker has been given yet. Workers' threads take from it as they have room. */
final class PoolQueue {
    /** Of what waits a worker takes at most one in so many times the number of workers. */
    private static final int SHARES = 4;

    private final int workers;
    private final int bound;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition quiet = lock.newCondition();
    private final ArrayDeque<Span> spans = new ArrayDeque<>();

    /** Lanes that wait and could take something. */
    private final ArrayDeque<Lane> idle = new ArrayDeque<>();

    /** Lanes that take tasks, or soon will. */
    private final Set<Lane> serving = new HashSet<>();

    /** Tasks in {@link #spans}. */
    private long queued;

    /** Tasks that were added and have not been told what became of them. */
    private long pending;

    private @Nullable PoolClosedException refusal;
    private boolean ending;

    /**
     * @param bound how many tasks wait at most before who adds one waits as well
     */
    PoolQueue(int workers, int bound) {
        this.workers = workers;
        this.bound = bound;
    }

    Condition condition() {
        return lock.newCondition();
    }

    int workers() {
        return workers;
    }

    /** Tasks the queue holds before {@code add} blocks. */
    int bound() {
        return bound;
    }

    /**
     * Adds tasks, or tells them why they are not taken. Waits while the queue is full, but never on a thread of the pool.
     *
     * @throws InterruptedException when the caller is interrupted while it waits for room; no task is added then
     */
    void enqueue(Call call) throws InterruptedException {
        if (call.size == 0) {
            return;
        }
        PoolClosedException refused = add(call, !(Thread.currentThread() instanceof PoolThread));
        if (refused != null) {
            for (int index = 0; index < call.size; index++) {
                call.fail(index, refused);
            }
            call.settled(call.size);
        }
    }

    /**
     * Adds tasks.
     *
     * @param mayWait whether the caller is held while the queue is full
     * @return why they are not taken; {@code null} when they are
     * @throws InterruptedException when the caller is interrupted while it is held; nothing is added then
     */
    private @Nullable PoolClosedException add(Call call, boolean mayWait) throws InterruptedException {
        lock.lock();
        try {
            while (mayWait && refusal == null && queued >= bound) {
                room.await();
            }
            if (refusal != null) {
                return refusal;
            }
            spans.addLast(new Span(call, 0, call.size));
            queued += call.size;
            pending += call.size;
            wakeIdle(call.size);
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Gives one lane something to do that is no task of anybody's; whether it still can. */
    boolean errand(Lane lane, Call call) {
        lock.lock();
        try {
            if (lane.over() || refusal != null) {
                return false;
            }
            lane.errands.add(new Span(call, 0, call.size));
            pending += call.size;
            lane.ready.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The errands of a lane that is over. */
    List<Span> errandsLeft(Lane lane) {
        lock.lock();
        try {
            List<Span> left = new ArrayList<>(lane.errands);
            lane.errands.clear();
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** A lane begins, or ends, to take tasks. */
    void serves(Lane lane, boolean begins) {
        lock.lock();
        try {
            if (begins) {
                serving.add(lane);
            } else if (serving.remove(lane)) {
                // What was left to it is another one's.
                wakeIdle(workers);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Puts back what was taken and not sent, in order, before everything else. */
    void putBack(List<Span> returned) {
        lock.lock();
        try {
            for (int i = returned.size() - 1; i >= 0; i--) {
                Span span = returned.get(i);
                spans.addFirst(span);
                queued += span.to - span.sent;
            }
            wakeIdle(workers);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes tasks for a lane: as many as it has room for, and no more than its share, in whole chunks.
     *
     * @param wait whether to wait for some
     * @return {@code null} when there is nothing for now; or nothing any more, when it was to wait
     */
    @Nullable
    Span take(Lane lane, boolean wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                if (lane.over()) {
                    return null;
                }
                Span errand = lane.errands.poll();
                if (errand != null) {
                    return errand;
                }
                dropCancelled();
                Span head = spans.peekFirst();
                int free = roomFor(head, lane);
                boolean others = head != null && free > 0 && lane.flight.occupied() && leaveToOthers(lane);
                if (head != null && free > 0 && !others) {
                    return claim(head, free);
                }
                if (!wait || ending && pending == 0 || lane.flight.spent()) {
                    return null;
                }
                if (head != null && !others) {
                    // This lane was woken for it, or came by: another one may have room.
                    wakeIdle(1);
                }
                await(lane, others);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the lane has room for another task of a job, or is over. */
    void awaitRoom(Lane lane, JobState job) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            lane.blocked = true;
            while (lane.flight.room(job) <= 0 && !lane.over()) {
                lane.ready.await();
            }
        } finally {
            lane.blocked = false;
            lock.unlock();
        }
    }

    /** Waits until the lane has all its answers, or has ended. */
    void awaitAnswers(Lane lane) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            lane.blocked = true;
            while (!lane.allAnswered() && !lane.over()) {
                lane.ready.await();
            }
        } finally {
            lane.blocked = false;
            lock.unlock();
        }
    }

    /** Has the lane look again. */
    void wake(Lane lane) {
        lock.lock();
        try {
            lane.ready.signal();
        } finally {
            lock.unlock();
        }
    }

    /** So many tasks have been told. */
    void settled(int tasks) {
        lock.lock();
        try {
            pending -= tasks;
            if (pending == 0) {
                quiet.signalAll();
                if (ending) {
                    idle.forEach(lane -> lane.ready.signal());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more tasks. */
    void refuse(PoolClosedException reason) {
        lock.lock();
        try {
            if (refusal == null) {
                refusal = reason;
            }
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until every task that was taken has been told, and lets the lanes end. */
    void finish() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (pending > 0) {
                quiet.await();
            }
            ending = true;
            idle.forEach(lane -> lane.ready.signal());
        } finally {
            lock.unlock();
        }
    }

    /** Whether it takes no more tasks, and has none. */
    boolean finished() {
        lock.lock();
        try {
            return refusal != null && pending == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Takes everything that waits. */
    List<Span> drain() {
        lock.lock();
        try {
            List<Span> all = new ArrayList<>(spans);
            spans.clear();
            queued = 0;
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there are lanes with nothing to do for all that waits, or soon will be; those that wait are woken. */
    private boolean leaveToOthers(Lane lane) {
        long free = workers - serving.size();
        for (Lane other : serving) {
            // One that is over is about to be replaced.
            if (other != lane && (other.over() || free(other))) {
                free++;
            }
        }
        if (free < queued) {
            return false;
        }
        idle.removeIf(PoolQueue::wakeFree);
        return true;
    }

    private static boolean wakeFree(Lane lane) {
        boolean free = free(lane);
        if (free) {
            lane.ready.signal();
        }
        return free;
    }

    private static int roomFor(@Nullable Span head, Lane lane) {
        return head == null || lane.flight.stalled() ? 0 : lane.flight.room(head.call.terms.job());
    }

    private static boolean free(Lane lane) {
        return !lane.flight.busy() && !lane.over();
    }

    /**
     * Waits for something to take.
     *
     * @param others whether there is something, and others are to take it, who may yet have to start: unless this lane is
     *     done with what it has before
     */
    private void await(Lane lane, boolean others) throws InterruptedException {
        Span head = spans.peekFirst();
        boolean idles = head == null || others;
        if (idles) {
            idle.addLast(lane);
        }
        lane.blocked = head != null;
        try {
            // What was answered between the look and the mark has signalled nobody.
            if (head == null || (others ? lane.flight.occupied() : roomFor(head, lane) <= 0)) {
                lane.ready.await();
            }
        } finally {
            lane.blocked = false;
            idle.remove(lane);
        }
    }

    private Span claim(Span head, int free) {
        int chunk = head.call.terms.chunk();
        int there = head.to - head.sent;
        // Ever smaller shares, so that none has tasks waiting when the others have none.
        long parts = workers == 1 ? 1 : (long) SHARES * workers;
        long share = Math.min(free, (queued + parts - 1) / parts);
        long chunks = Math.max(1, share / chunk);
        int count = (int) Math.min(there, chunks * chunk);
        spans.removeFirst();
        queued -= count;
        if (queued < bound) {
            room.signalAll();
        }
        if (count == there) {
            return head;
        }
        spans.addFirst(new Span(head.call, head.sent + count, head.to));
        return new Span(head.call, head.sent, head.sent + count);
    }

    private void dropCancelled() {
        Span head = spans.peekFirst();
        while (head != null && head.call.cancelled()) {
            spans.removeFirst();
            int dropped = head.to - head.sent;
            queued -= dropped;
            room.signalAll();
            head.call.settled(dropped);
            settled(dropped);
            head = spans.peekFirst();
        }
    }

    private void wakeIdle(int tasks) {
        if (idle.isEmpty()) {
            return;
        }
        // Those with nothing to do that are not waiting are on their way here.
        long coming =
                serving.stream().filter(one -> free(one) && !idle.contains(one)).count();
        for (int left = tasks; left > 0; left--) {
            Lane lane = idle.stream().filter(PoolQueue::free).findFirst().orElse(null);
            if (lane == null && coming-- > 0) {
                continue;
            }
            lane = lane == null ? idle.peekFirst() : lane;
            if (lane == null) {
                return;
            }
            // The next task must not wake the same one again.
            idle.remove(lane);
            lane.ready.signal();
        }
    }
}
