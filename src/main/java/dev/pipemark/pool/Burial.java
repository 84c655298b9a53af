package dev.pipemark.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Completes the tasks of a worker that has ended. Fails the task that the worker was killed for and the tasks that may
 * have begun. Returns the tasks that never began, so that another worker may run them.
 *
 * @param pid the worker's process id
 * @param how describes how it ended
 * @param meant the task that the worker was killed for, or {@code null} if it was not killed for a task
 * @param terminated the reason if the pool ended the worker, otherwise {@code null}
 */
record Burial(
        long pid,
        String how,
        @Nullable Fate meant,
        @Nullable PoolException terminated) {
    /**
     * The task that a worker is killed for.
     *
     * @param failure the failure of the task, or {@code null} if the task is cancelled
     */
    record Fate(Call call, int index, @Nullable PoolException failure) {
        boolean is(Span span) {
            return call == span.call && index == span.next;
        }
    }

    /**
     * Completes the tasks that may have begun. If the pool was terminated, completes all tasks.
     *
     * @param flight the tasks that the worker was given and has not completely answered, in order
     * @param unsent the number of tasks at the end of {@code flight} that never left this process
     * @param settled receives the number of completed tasks, once for each group
     * @return the tasks that never began, in order. They are not completed.
     */
    List<Span> tell(Collection<Span> flight, long unsent, IntConsumer settled) {
        long left = flight.stream().mapToLong(span -> span.sent - span.next).sum() - unsent;
        List<Span> back = new ArrayList<>();
        boolean first = true;
        for (Span span : flight) {
            int told = 0;
            while (span.next < span.sent) {
                boolean begun = left > 0 && (meant == null || first);
                PoolException why = span.whyUnsent(span.next);
                if (why == null && terminated == null && !begun && !(span.call instanceof UsageCall)) {
                    // The task was never sent, or the worker was killed during the task before it.
                    break;
                }
                if (why == null) {
                    why = why(span);
                    first = false;
                }
                if (why != null) {
                    span.call.fail(span.next, why);
                }
                span.next++;
                left--;
                told++;
            }
            if (told > 0) {
                span.call.settled(told);
                settled.accept(told);
            }
            if (span.next < span.to) {
                back.add(new Span(span.call, span.next, span.to));
            }
        }
        return back;
    }

    /** Why a task under way failed, or {@code null} if it was cancelled. */
    private @Nullable PoolException why(Span span) {
        if (terminated != null) {
            return terminated;
        }
        if (meant == null) {
            return new WorkerDiedException(pid, how);
        }
        return meant.is(span)
                ? meant.failure()
                : new WorkerDiedException(
                        pid, "it was killed because of the task before this one, which ended at that moment");
    }
}
