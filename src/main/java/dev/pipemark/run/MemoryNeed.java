package dev.pipemark.run;

import dev.pipemark.machine.Memory;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Run;
import dev.pipemark.stats.RoundTable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The memory that the sittings of a run need. All forks of a sitting and their workers are alive at once. A table that does
 * not fit is divided ({@link Division}). Every sitting that is left is checked before the first fork: otherwise a run whose
 * twelfth table does not fit even in groups would end after an hour.
 */
final class MemoryNeed {
    /**
     * The assumed memory of a fork's process and of each of its workers, in MiB, for cells of which this run has measured
     * none. It is more than the largest process of a standard run held: see {@code parent-rss} and {@code worker-rss} in
     * {@code results.csv}.
     */
    static final long PROCESS = 224;

    /** The memory left to this process, to the system and to its caches, in MiB. */
    static final long RESERVE = 1024;

    private final Map<Cell, Double> cells = new HashMap<>();
    private final Map<String, Double> benchmarks = new HashMap<>();

    /**
     * Reads the memory of forks.
     *
     * @param forks finished forks, whose notes have the memory that their processes held
     */
    MemoryNeed(Collection<Fork> forks) {
        for (Fork fork : forks) {
            Map<Metric, Double> metrics = fork.note().metrics();
            Double parent = metrics.get(Metric.PARENT_RSS);
            if (parent != null) {
                double both = parent + metrics.getOrDefault(Metric.WORKER_RSS, 0.0);
                cells.merge(fork.cell(), both, Math::max);
                benchmarks.merge(fork.cell().benchmark(), both, Math::max);
            }
        }
    }

    /**
     * Returns why a run cannot be measured side by side; empty if each sitting that is left fits, or each group of it.
     *
     * @param run the plan and the finished forks
     */
    static Optional<String> refusal(Run run, Memory memory) {
        MemoryNeed need = new MemoryNeed(run.forks());
        return Division.of(Order.SIDE_BY_SIDE, run.info().plan().sittingForks(), run.forks(), memory)
                .sittings(left(run), timed(run), run.forks())
                .stream()
                .max(Comparator.comparingDouble(need::of))
                .filter(largest -> !need.fits(largest, memory))
                .map(largest -> sentence(largest, need.of(largest), memory));
    }

    /** Returns whether all forks of a sitting fit in memory together, or the memory is unknown. */
    boolean fits(List<PlannedFork> sitting, Memory memory) {
        return memory.available() < 0 || of(sitting) + RESERVE <= memory.available();
    }

    /** Returns the cells of a run that may be timed, as far as their pairs were tried. */
    static List<Cell> timed(Run run) {
        Map<String, PairCheck> pairs = run.pairs();
        return run.info().cells().stream()
                .filter(cell -> {
                    PairCheck check = pairs.get(Pairs.key(cell.codec(), cell.payload()));
                    return check == null || check.exact();
                })
                .toList();
    }

    /** Returns the forks that are left of the planned rounds, in the order of the plan. */
    static List<PlannedFork> planned(Run run) {
        Set<PlannedFork> left = new LinkedHashSet<>();
        List<Cell> timed = timed(run);
        for (int round = 1; round <= run.info().rounds(); round++) {
            for (Cell cell : timed) {
                left.add(new PlannedFork(cell, round));
            }
        }
        run.forks().forEach(fork -> left.remove(new PlannedFork(fork.cell(), fork.round())));
        return List.copyOf(left);
    }

    /** Returns the forks that are left: those of the plan, and those of the next round if the run goes on to a goal. */
    private static List<PlannedFork> left(Run run) {
        Set<PlannedFork> left = new LinkedHashSet<>(planned(run));
        Double goal = run.info().plan().until();
        if (goal != null) {
            left.addAll(new Until(goal, run.info().cells()).next(run.forks()));
        }
        return List.copyOf(left);
    }

    private static String sentence(List<PlannedFork> sitting, double needed, Memory memory) {
        Cell first = sitting.get(0).cell();
        return String.format(
                Locale.ROOT,
                "%s of %s %s needs about %,d MiB for %s at once, and %,d MiB are available, of which %,d stay free:"
                        + " choose other --payloads, or --order interleaved, which runs one fork at a time",
                sitting.get(0).group() == RoundTable.Sitting.WHOLE ? "a round" : "a group",
                first.benchmark(),
                first.payload(),
                Math.round(needed),
                sitting.size() == 1 ? "its fork" : "its " + sitting.size() + " forks",
                memory.available(),
                RESERVE);
    }

    private double of(List<PlannedFork> sitting) {
        return sitting.stream().mapToDouble(fork -> of(fork.cell())).sum();
    }

    private double of(Cell cell) {
        Double own = cells.get(cell);
        Double measured = own != null ? own : benchmarks.get(cell.benchmark());
        return measured != null ? measured : PROCESS * (1 + workers(cell));
    }

    private static int workers(Cell cell) {
        boolean alone =
                Benchmark.of(cell).map(Benchmark::work).orElse(Benchmark.Work.MESSAGES) != Benchmark.Work.MESSAGES
                        || !Parameter.TRANSPORT.hasDefault(cell);
        return alone ? 0 : TimeModel.workers(cell);
    }
}
