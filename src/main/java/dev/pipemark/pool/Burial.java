package dev.pipemark.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the tasks of a worker that has ended what became of them: the one it was killed for, those that went with it, and
 * those it never began, which another one may have.
 *
 * @param pid the worker
 * @param how it ended, in words
 * @param meant the task it was killed for; {@code null} when it was not
 * @param terminated why the pool ended it; {@code null} when it did not
 */
record Burial(
        long pid,
        String how,
        @Nullable Fate meant,
        @Nullable PoolException terminated) {
    /**
     * A task that a worker is killed for.
     *
     * @param failure what it is told; {@code null} when it is cancelled and nobody listens
     */
    record Fate(Call call, int index, @Nullable PoolException failure) {
        boolean is(Span span) {
            return call == span.call && index == span.next;
        }
    }

    /**
     * @param flight what the worker has been given and has not wholly answered, in order
     * @param unsent how many of the last of these never left this process
     * @param settled is given how many tasks have been told, once for each group of them
     * @return what nobody has been told of, in order: it was never begun
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
                    // It never left, or the worker was killed in the task before it.
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

    /** What became of a task that was under way; {@code null} when it was cancelled. */
    private @Nullable PoolException why(Span span) {
        if (terminated != null) {
            return terminated;
        }
        if (meant == null) {
            return new WorkerDiedException(pid, how);
        }
        return meant.is(span)
                ? meant.failure()
                : new WorkerDiedException(pid, "it was killed for the task before this one, which ended just then");
    }
}
