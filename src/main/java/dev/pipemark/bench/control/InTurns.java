package dev.pipemark.bench.control;

import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Two ways to do the same work, timed in alternating blocks of one process. A change of the machine or of a library's
 * compiled code affects both alike. The ratio is therefore known far better than either time.
 */
final class InTurns {
    private static final long NANOS = 600_000_000;

    /** The way whose time is divided by that of the other. */
    private final Block one;

    private final Block other;
    private final LongSupplier clock;

    InTurns(Block one, Block other) {
        this(one, other, System::nanoTime);
    }

    /**
     * Compares two ways by a clock.
     *
     * @param clock the clock, in ns from any origin
     */
    InTurns(Block one, Block other, LongSupplier clock) {
        this.one = one;
        this.other = other;
        this.clock = clock;
    }

    /**
     * Returns the time of {@code one} divided by that of {@code other}, from pairs of neighbouring blocks. The second block
     * of a pair may find the machine in another state. Therefore {@code one} comes first in half of the pairs, and the
     * result is the geometric mean of the medians of both halves. This method does not warm up.
     */
    double ratio() throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        long begun = clock.getAsLong();
        do {
            double before = nanos(one);
            first.add(before / nanos(other));
            double ahead = nanos(other);
            second.add(nanos(one) / ahead);
        } while (clock.getAsLong() - begun < NANOS);
        return Math.sqrt(Stats.median(first) * Stats.median(second));
    }

    private long nanos(Block block) throws Exception {
        long begun = clock.getAsLong();
        block.run();
        return Math.max(1, clock.getAsLong() - begun);
    }

    /** A piece of work that takes much longer than a reading of the clock. */
    interface Block {
        void run() throws Exception;
    }
}
