package dev.pipemark.bench.control;

import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Two ways to do the same, timed in one process in turns. Whatever slows the machine or a library's compiled code slows
 * both alike, so that the ratio is known far better than either time.
 */
final class InTurns {
    private static final long NANOS = 600_000_000;

    /** The way that is held against the other, and the other. */
    private final Block one;

    private final Block other;
    private final LongSupplier clock;

    InTurns(Block one, Block other) {
        this(one, other, System::nanoTime);
    }

    /**
     * @param clock tells the time, ns
     */
    InTurns(Block one, Block other, LongSupplier clock) {
        this.one = one;
        this.other = other;
        this.clock = clock;
    }

    /**
     * How many times the time of the other the one takes, over pairs of neighbouring blocks: the median of those in which
     * the one comes first, and that of the others, since what comes second may find the machine otherwise. Neither way
     * is warmed here.
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

    /** So much work that reading the clock is nothing beside it. */
    interface Block {
        void run() throws Exception;
    }
}
