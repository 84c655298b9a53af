package dev.pipemark.pool;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Neighbouring tasks of a call that one worker receives. One thread sends them, another receives the outcomes. */
final class Span {
    final Call call;

    /** The index behind the last task. */
    final int to;

    /** The index of the next task to send. Only the sending thread uses it. */
    int sent;

    /** The index of the next task to be answered. Only the receiving thread uses it. */
    int next;

    /** Why tasks could not be sent. The sending thread writes it before it tells the worker to skip the task. */
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

    /** Why a task could not be sent, or {@code null} if it was sent. */
    @Nullable
    PoolException whyUnsent(int index) {
        Map<Integer, PoolException> known = unsent;
        return known == null ? null : known.get(index);
    }
}
