package dev.pipemark.bench.control;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Two ways to do the same, timed in one process in turns. Whatever slows the machine or a library's compiled code slows
 * both alike, so that the ratio is known far better than either time.
 */
final class InTurns {
    private static final long WARM_NANOS = 800_000_000;
    private static final long MEASURED_NANOS = 600_000_000;

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
     * How many times the time of the other the one takes: the median over pairs of neighbouring blocks, of which either
     * comes first as often. What is not compiled yet is, in some pairs before them.
     */
    double ratio() throws Exception {
        long begun = clock.getAsLong();
        while (clock.getAsLong() - begun < WARM_NANOS) {
            nanos(one);
            nanos(other);
        }
        double[] ratios = new double[64];
        int pairs = 0;
        begun = clock.getAsLong();
        while (pairs < 2 || pairs % 2 == 1 || clock.getAsLong() - begun < MEASURED_NANOS) {
            if (pairs == ratios.length) {
                ratios = Arrays.copyOf(ratios, 2 * pairs);
            }
            ratios[pairs] =
                    pairs % 2 == 0 ? (double) nanos(one) / nanos(other) : 1 / ((double) nanos(other) / nanos(one));
            pairs++;
        }
        Arrays.sort(ratios, 0, pairs);
        return Math.sqrt(ratios[(pairs - 1) / 2] * ratios[pairs / 2]);
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
