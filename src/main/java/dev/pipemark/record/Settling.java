package dev.pipemark.record;

import java.util.List;

/**
 * Whether the finished forks of a cell were measured on code that was compiled for good.
 *
 * @param forks how many finished
 * @param unsettled in how many of them a compiler worked: while it was measured, or still when the warm-up ended
 */
public record Settling(int forks, int unsettled) {
    /**
     * Above this share of the measured time spent compiling, in per cent, a fork had not settled. JMH's own loop, and what
     * reads the clocks, is compiled in every fork. A report shows, by that share, how the first iteration fares beside the
     * later ones: that is what to hold this limit against.
     */
    public static final double LIMIT = 5;

    /** Of the finished ones among these. */
    public static Settling of(List<Fork> forks) {
        List<Fork> finished =
                forks.stream().filter(fork -> fork.failure() == null).toList();
        return new Settling(finished.size(), (int) finished.stream()
                .filter(fork -> cutShort(fork) || compiling(fork) > LIMIT)
                .count());
    }

    /** The share of the measured time in which a compiler worked, in the process where it was larger, in per cent. */
    public static double compiling(Fork fork) {
        return Math.max(
                fork.note().metrics().getOrDefault(Metric.PARENT_JIT, 0.0),
                fork.note().metrics().getOrDefault(Metric.WORKER_JIT, 0.0));
    }

    /** Whether the compilers were still at work when the warm-up ended. */
    public static boolean cutShort(Fork fork) {
        return ForkNote.AT_WORK.equals(fork.note().facts().get(ForkNote.WARM_UP));
    }

    /** Whether all had. */
    public boolean settled() {
        return unsettled == 0;
    }

    /** What a row says of it; empty when all had. */
    public String remark() {
        return settled() ? "" : (unsettled < forks ? unsettled + " of " + forks + " forks " : "") + "not settled";
    }
}
