package dev.pipemark.record;

import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Stats;
import java.util.List;

/**
 * The speed of the machine itself in two runs, from the fixed arithmetic that both measured. Two sessions may differ by
 * more than the forks of either show. No interval over forks includes this difference.
 *
 * @param known whether both runs measured it
 * @param times the time in the new run divided by that in the base; 1 if it is not known, or if quiet machines differ as
 *     much
 */
public record FixedWork(boolean known, double times) {
    /**
     * The largest difference on a quiet machine, as a fraction. The forks of one run scatter by some 2 %, on shared machines
     * too.
     */
    public static final double QUIET = 0.03;

    public static FixedWork of(Run base, Run candidate) {
        double times = cost(candidate) / cost(base);
        return new FixedWork(!Double.isNaN(times), times > 1 + QUIET || times < 1 / (1 + QUIET) ? times : 1);
    }

    /** Returns the ratio with a wider interval, which includes the difference of the machine. */
    public Estimate widen(Estimate ratio) {
        double factor = Math.max(times, 1 / times);
        return new Estimate(ratio.value(), ratio.lower() / factor, ratio.upper() * factor, ratio.forks());
    }

    private static double cost(Run run) {
        List<Fork> forks = run.forks().stream()
                .filter(fork -> Benchmark.FIXED_ARITHMETIC.measures(fork.cell()))
                .toList();
        return Stats.estimate(List.copyOf(Costs.byRound(forks).values())).value();
    }
}
