package dev.pipemark.record;

import dev.pipemark.stats.LapFit;
import dev.pipemark.stats.Trend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a cell was measured on code that was compiled for good.
 *
 * <p>Where forks took turns, their scores tell: code that still gets better makes the turns faster, from lap to lap, beside
 * those of the other forks. That a compiler works says less, since every fork compiles something in its short turns and
 * few are the slower for it. Where a fork ran alone there is nothing to hold its iterations against but a machine that
 * moves, so that the compilers have to tell.
 *
 * @param forks how many finished
 * @param unsettled how many of them had not settled; all or none where they took turns
 * @param gain how much less the last turn cost than the first, as a fraction, by a straight line through the turns of all
 *     forks; NaN where they ran alone
 */
public record Settling(int forks, int unsettled, double gain) {
    /**
     * Above this share of the measured time spent compiling, in per cent, a fork that ran alone had not settled. JMH's own
     * loop, and what reads the clocks, is compiled in every fork. A report shows, by that share, how the first iteration
     * fares beside the later ones: that is what to hold this limit against.
     */
    public static final double LIMIT = 5;

    /**
     * A gain above this, as a fraction, counts, if its interval leaves 0 out. The score lies in the middle of the turns. A
     * smaller gain makes it too high, beside the other forks, by half of this at most, which is less than {@link Resolution#LEAST}, below which no difference counts.
     */
    public static final double GAIN = 0.05;

    /** With fewer turns in a fork a line tells nothing. */
    private static final int TURNS = 4;

    /** Of a cell without forks. */
    public static final Settling NONE = new Settling(0, 0, Double.NaN);

    /** Of each cell with forks. */
    public static Map<Cell, Settling> of(Run run) {
        Map<Cell, List<double[]>> turns = new HashMap<>();
        for (List<Fork> sitting : Sittings.of(run)) {
            // Of two forks, each is the mirror of the other.
            if (sitting.size() > 2
                    && sitting.get(0).scores().size() >= TURNS
                    && !sitting.get(0).mode().equals("ss")) {
                double[][] beside = LapFit.beside(sitting.stream()
                        .map(fork -> fork.scores().stream()
                                .mapToDouble(score -> Math.log(fork.cost(score)))
                                .toArray())
                        .toArray(double[][]::new));
                for (int i = 0; i < beside.length; i++) {
                    turns.computeIfAbsent(sitting.get(i).cell(), cell -> new ArrayList<>())
                            .add(beside[i]);
                }
            }
        }
        Map<Cell, List<Fork>> forks = new HashMap<>();
        run.forks()
                .forEach(fork -> forks.computeIfAbsent(fork.cell(), cell -> new ArrayList<>())
                        .add(fork));
        Map<Cell, Settling> settlings = new HashMap<>();
        forks.forEach((cell, own) -> {
            List<double[]> taken = turns.get(cell);
            settlings.put(cell, taken == null ? of(own) : of(taken.size(), Trend.of(taken)));
        });
        return settlings;
    }

    private static Settling of(int forks, Trend logs) {
        double gain = -Math.expm1(logs.change());
        return new Settling(forks, gain > GAIN && logs.upper() < 0 ? forks : 0, gain);
    }

    /** Of the finished ones among forks that ran alone. */
    public static Settling of(List<Fork> forks) {
        List<Fork> finished =
                forks.stream().filter(fork -> fork.failure() == null).toList();
        return new Settling(
                finished.size(),
                (int) finished.stream()
                        .filter(fork -> cutShort(fork) || compiling(fork) > LIMIT)
                        .count(),
                Double.NaN);
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
        if (settled()) {
            return "";
        }
        return Double.isNaN(gain)
                ? (unsettled < forks ? unsettled + " of " + forks + " forks " : "") + "not settled"
                : String.format(Locale.ROOT, "not settled (%.0f %% faster in the last lap)", 100 * gain);
    }
}
