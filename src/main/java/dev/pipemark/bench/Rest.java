package dev.pipemark.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells from looks at a clock of CPU time when the compilers have come to rest: over the last few looks together they used
 * little of the time. Not look by look, since Linux counts a process's CPU time in ticks of 10 ms, which is a good part of
 * what one look may show.
 */
final class Rest {
    /** Of the time; the collector and the clocks themselves account for less. */
    private static final double QUIET_SHARE = 0.15;

    /** Spans between looks that have to be quiet together. */
    private static final int SPANS = 3;

    private final Deque<long[]> looks = new ArrayDeque<>();

    /**
     * @param now the time, ns
     * @param busy CPU time so far of everything that is not measured, ns
     * @return whether the compilers rest
     */
    boolean look(long now, long busy) {
        looks.addLast(new long[] {now, busy});
        if (looks.size() <= SPANS) {
            return false;
        }
        long[] earlier = looks.removeFirst();
        return busy - earlier[1] < QUIET_SHARE * (now - earlier[0]);
    }
}
