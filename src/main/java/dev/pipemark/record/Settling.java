package dev.pipemark.record;

import dev.pipemark.stats.LapFit;
import dev.pipemark.stats.Trend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows whether the compilers had finished with the code when a cell was measured.
 *
 * <p>If forks took turns, their scores decide. Code that still improves makes the turns of a fork faster from lap to lap,
 * relative to those of the other forks. The work of a compiler is a less reliable sign. Every fork compiles something
 * in its short turns, and only few forks become slower because of this. {@link CommonGain} finds a gain that all forks of
 * a sitting share.
 *
 * <p>If a fork ran alone, the compilers decide. There are no other forks to compare it with, and the machine may change
 * in the meantime.
 *
 * @param forks the number of finished forks
 * @param unsettled the number of forks that had not settled; all or none if they took turns
 * @param gain the fraction by which the last turn cost less than the first, by a straight line through the turns of all
 *     forks; NaN if they ran alone
 */
public record Settling(int forks, int unsettled, double gain) {
    /**
     * The largest share of the measured time, in per cent, in which a compiler may work in a fork that ran alone and has
     * settled. Every fork compiles JMH's own loop and the code that reads the clocks. So the limit cannot be zero.
     */
    public static final double LIMIT = 5;

    /**
     * The largest gain, as a fraction, of a cell that has settled. The score is a mean over all turns, so it differs from the
     * last turn by about half of the gain. Half of this limit is less than {@link Resolution#LEAST}, the smallest difference
     * that counts. A larger gain counts only if its interval does not contain 0.
     */
    public static final double GAIN = 0.05;

    /** The settling of a cell without forks. */
    public static final Settling NONE = new Settling(0, 0, Double.NaN);

    /** Returns the settling of each cell with forks. */
    public static Map<Cell, Settling> of(Run run) {
        Map<Cell, List<double[]>> turns = new HashMap<>();
        for (List<Fork> sitting : Sittings.of(run)) {
            // With two forks, one seems faster by the same amount by which the other seems slower. So it is not known
            // which fork changed.
            if (sitting.size() > 2 && Sittings.comparesLaps(sitting)) {
                double[][] beside = LapFit.beside(Sittings.logs(sitting));
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

    /** Returns the settling of forks that ran alone. Failed forks do not count. */
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

    /**
     * Returns the share of the measured time in which a compiler worked, in per cent. It is the larger share of the two
     * processes.
     */
    public static double compiling(Fork fork) {
        return Math.max(
                fork.note().metrics().getOrDefault(Metric.PARENT_JIT, 0.0),
                fork.note().metrics().getOrDefault(Metric.WORKER_JIT, 0.0));
    }

    /** Returns whether the compilers were still at work when the warm-up of the fork ended. */
    public static boolean cutShort(Fork fork) {
        return ForkNote.AT_WORK.equals(fork.note().facts().get(ForkNote.WARM_UP));
    }

    /** Returns whether all forks had settled. */
    public boolean settled() {
        return unsettled == 0;
    }

    /** Returns the remark for a row; empty if all forks had settled. */
    public String remark() {
        if (settled()) {
            return "";
        }
        return Double.isNaN(gain)
                ? (unsettled < forks ? unsettled + " of " + forks + " forks " : "") + "not settled"
                : String.format(Locale.ROOT, "not settled (%.0f %% faster in the last lap)", 100 * gain);
    }
}
