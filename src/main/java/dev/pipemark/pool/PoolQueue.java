package dev.pipemark.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The tasks that no worker has received yet. The sending threads take tasks as their workers have room. */
final class PoolQueue {
    /**
     * The number of parts per worker into which the waiting tasks are divided. A worker takes at most one part at a
     * time.
     */
    private static final int SHARES = 4;

    private final int workers;
    private final int bound;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition quiet = lock.newCondition();
    private final ArrayDeque<Span> spans = new ArrayDeque<>();

    /** Lanes that wait and could take something. */
    private final ArrayDeque<Lane> idle = new ArrayDeque<>();

    /** Lanes that take tasks or soon will. */
    private final Set<Lane> serving = new HashSet<>();

    /** The number of tasks in {@link #spans}. */
    private long queued;

    /** The number of tasks that were added and are not completed. */
    private long pending;

    private @Nullable PoolClosedException refusal;
    private boolean ending;

    /**
     * Creates an empty queue.
     *
     * @param bound the maximum number of waiting tasks. A caller that adds more waits.
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

    /** The number of tasks that the queue holds before {@code add} blocks. */
    int bound() {
        return bound;
    }

    /**
     * Adds tasks, or fails them if the queue does not accept them. Waits while the queue is full, except on a thread of
     * the pool.
     *
     * @throws InterruptedException if the caller is interrupted while it waits for room. Then no task is added.
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
     * @param mayWait whether the caller waits while the queue is full
     * @return the reason if the tasks are not accepted, otherwise {@code null}
     * @throws InterruptedException if the caller is interrupted while it waits. Then no task is added.
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

    /** Gives one lane an errand, which is not a task of a caller. Returns whether the lane could take it. */
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

    /** The errands of a lane that has ended. */
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

    /** Records that a lane begins or ends to take tasks. */
    void serves(Lane lane, boolean begins) {
        lock.lock();
        try {
            if (begins) {
                serving.add(lane);
            } else if (serving.remove(lane)) {
                // Another lane must take the tasks that were left to this one.
                wakeIdle(workers);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Puts tasks that were taken and not sent back to the front, in order. */
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
     * Takes tasks for a lane: at most its room and its share, in whole chunks.
     *
     * @param wait whether to wait for tasks
     * @return {@code null} if there are none now, or, after waiting, if there will be none
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
                    // This lane was woken for the task or came by itself. Another lane may have room for more.
                    wakeIdle(1);
                }
                await(lane, others);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the lane has room for another task of a job, or has ended. */
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

    /** Waits until the lane has received all answers, or has ended. */
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

    /** Wakes a lane so that it checks the queue again. */
    void wake(Lane lane) {
        lock.lock();
        try {
            lane.ready.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Records that this many tasks were completed. */
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

    /** Accepts no more tasks. */
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

    /** Waits until every accepted task is completed, then lets the lanes end. */
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

    /** Whether the queue accepts no more tasks and has none. */
    boolean finished() {
        lock.lock();
        try {
            return refusal != null && pending == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Removes and returns all waiting tasks. */
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

    /** Returns whether the other lanes that are idle or will be soon are enough for all waiting tasks. Wakes idle lanes. */
    private boolean leaveToOthers(Lane lane) {
        long free = workers - serving.size();
        for (Lane other : serving) {
            // A lane that has ended is about to be replaced.
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
     * Waits for a task to take.
     *
     * @param others whether to leave the waiting task to other lanes, which may still have to start. If this lane
     *     becomes idle first, it takes the task itself.
     */
    private void await(Lane lane, boolean others) throws InterruptedException {
        Span head = spans.peekFirst();
        boolean idles = head == null || others;
        if (idles) {
            idle.addLast(lane);
        }
        lane.blocked = head != null;
        try {
            // Checks again: answers that arrived before the lane was marked as waiting did not wake it.
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
        // Shares become smaller towards the end, so that no lane has tasks waiting while others have none.
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
        // Idle lanes that are not waiting yet will come here soon.
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
            // The next task must not wake the same lane again.
            idle.remove(lane);
            lane.ready.signal();
        }
    }
}
