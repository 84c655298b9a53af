package dev.pipemark.record;

import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Stats;
import java.util.List;

/**
 * How fast the machine itself was in two runs, by the fixed arithmetic that both measured. Two sessions may differ by
 * more than the forks of either show, and no interval over forks holds that.
 *
 * @param known whether both measured it
 * @param times the new run's time over the base's; 1 where it is not known, or within what quiet machines differ by
 */
public record FixedWork(boolean known, double times) {
    /** What differs by more, as a fraction, was not a quiet machine: there, forks scatter by some 2 %, shared ones too. */
    public static final double QUIET = 0.03;

    public static FixedWork of(Run base, Run candidate) {
        double times = cost(candidate) / cost(base);
        return new FixedWork(!Double.isNaN(times), times > 1 + QUIET || times < 1 / (1 + QUIET) ? times : 1);
    }

    /** The interval, with what the machine may have added or taken. */
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
