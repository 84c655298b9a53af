package dev.pipemark.pool;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Neighbouring tasks of a call that one worker gets. One thread sends them, another one receives what comes of them. */
final class Span {
    final Call call;

    /** The index of the last task, and one more. */
    final int to;

    /** The index of the next task to send. The sending thread's. */
    int sent;

    /** The index of the next task that will be answered. The receiving thread's. */
    int next;

    /** Why tasks could not be sent. Written by the sending thread before it says so to the worker. */
    private volatile @Nullable Map<Integer, PoolException> unsent;

    Span(Call call, int from, int to) {
        this.call = call;
        this.to = to;
        sent = from;
        next = from;
    }

    void cannotSend(int index, PoolException why) {
        Map<Integer, PoolException> known = unsent;
        if (known == null) {
            known = new ConcurrentHashMap<>();
            unsent = known;
        }
        known.put(index, why);
    }

    /** Why a task could not be sent; {@code null} when it was. */
    @Nullable
    PoolException whyUnsent(int index) {
        Map<Integer, PoolException> known = unsent;
        return known == null ? null : known.get(index);
    }
}
