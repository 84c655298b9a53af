package dev.pipemark.compare;

import dev.pipemark.record.Arms;
import dev.pipemark.record.Cell;
import dev.pipemark.record.FixedWork;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Outcome;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import dev.pipemark.record.Run;
import dev.pipemark.stats.LogRatio;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two runs of the same cells: what became of each.
 *
 * <p>All intervals together hold with 95 % confidence: each of the m compared cells has one of 1 − 0.05/m (Bonferroni;
 * O. J. Dunn, "Multiple Comparisons Among Means", JASA 56, 1961), widened by what {@link FixedWork} says the machine
 * changed. The status rests on the very interval that is printed.
 *
 * @param intervals m, the number of cells of which an interval was taken
 * @param cells every cell that either run planned, and every pair that only one of them found to arrive
 * @param sizes pairs in both runs whose encoded sizes differ at all
 * @param allocations of every cell and process that both runs know, in the order of the cells
 */
public record Comparison(
        ComparedRun base,
        ComparedRun candidate,
        Surroundings surroundings,
        int intervals,
        List<ComparedCell> cells,
        List<SizeDifference> sizes,
        List<AllocationDifference> allocations) {
    /** The benchmark of a pair that was tried and has no cell in either run. */
    public static final String TRIAL = "trial";

    public Comparison {
        cells = List.copyOf(cells);
        sizes = List.copyOf(sizes);
        allocations = List.copyOf(allocations);
    }

    public static Comparison of(ComparedRun base, ComparedRun candidate) {
        Side before = new Side(base.run());
        Side after = new Side(candidate.run());
        Set<Cell> planned = new LinkedHashSet<>(base.run().info().cells());
        planned.addAll(candidate.run().info().cells());
        Map<Cell, LogRatio> ratios = new HashMap<>();
        for (Cell cell : planned) {
            CellSide one = before.of(cell);
            CellSide other = after.of(cell);
            if (one.measured() && other.measured()) {
                ratios.put(cell, LogRatio.of(other.costs(), one.costs()));
            }
        }
        int intervals =
                (int) ratios.values().stream().filter(LogRatio::testable).count();
        FixedWork work = FixedWork.of(base.run(), candidate.run());
        Judge judge = new Judge(base.run(), candidate.run(), work, intervals);
        List<ComparedCell> cells = new ArrayList<>();
        for (Cell cell : planned) {
            cells.add(judge.judge(cell, before.of(cell), after.of(cell), ratios.get(cell)));
        }
        trials(base.run(), candidate.run(), planned, judge, cells);
        return new Comparison(
                base,
                candidate,
                Surroundings.of(base, candidate, work),
                intervals,
                cells,
                sizes(base.run(), candidate.run()),
                allocations(planned, before, after));
    }

    /**
     * Whether anything is slower, or fails that did not. What has no codec tells of the machine and the pipe, and a
     * repeated cell of the noise: neither can be worse by itself. In another suite every cell counts.
     */
    public boolean regressed() {
        return cells.stream()
                .filter(cell -> cell.status() == CellStatus.REGRESSED || cell.status() == CellStatus.NEW_FAILURE)
                .map(ComparedCell::cell)
                .anyMatch(cell -> JmhJson.foreign(cell)
                        || !cell.codec().equals(Cell.NONE) && Arms.base(cell).equals(cell));
    }

    public List<ComparedCell> with(CellStatus status) {
        return cells.stream().filter(cell -> cell.status() == status).toList();
    }

    /** How many cells have each status; those that none has are there with zero. */
    public Map<CellStatus, Integer> counts() {
        Map<CellStatus, Integer> counts = new EnumMap<>(CellStatus.class);
        for (CellStatus status : CellStatus.values()) {
            counts.put(status, with(status).size());
        }
        return counts;
    }

    /** A pair need not have a cell: it may have been tried because every pair is, and not be timed. */
    private static void trials(Run base, Run candidate, Set<Cell> planned, Judge judge, List<ComparedCell> cells) {
        Set<String> timed = new LinkedHashSet<>();
        planned.forEach(cell -> timed.add(cell.codec() + " " + cell.payload()));
        Map<String, PairCheck> before = new LinkedHashMap<>();
        base.checks().forEach(check -> before.put(check.codec() + " " + check.payload(), check));
        for (PairCheck now : candidate.checks()) {
            String pair = now.codec() + " " + now.payload();
            PairCheck then = before.get(pair);
            if (then != null && then.exact() != now.exact() && !timed.contains(pair)) {
                Cell cell = Cell.of(TRIAL, now.codec(), now.payload(), Map.of());
                cells.add(judge.judge(cell, CellSide.of(then), CellSide.of(now), null));
            }
        }
    }

    private static List<SizeDifference> sizes(Run base, Run candidate) {
        Map<String, PairSizes> before = new HashMap<>();
        base.sizes().forEach(size -> before.put(size.codec() + " " + size.payload(), size));
        List<SizeDifference> differences = new ArrayList<>();
        for (PairSizes now : candidate.sizes()) {
            PairSizes then = before.get(now.codec() + " " + now.payload());
            if (then != null && !then.equals(now)) {
                differences.add(new SizeDifference(then, now));
            }
        }
        return differences;
    }

    private static List<AllocationDifference> allocations(Set<Cell> planned, Side before, Side after) {
        List<AllocationDifference> differences = new ArrayList<>();
        for (Cell cell : planned) {
            for (Metric metric : List.of(Metric.PARENT_ALLOCATION, Metric.WORKER_ALLOCATION)) {
                double then = before.mean(cell, metric);
                double now = after.mean(cell, metric);
                if (!Double.isNaN(then) && !Double.isNaN(now)) {
                    differences.add(new AllocationDifference(cell, metric, then, now));
                }
            }
        }
        return differences;
    }

    /** One run, by cell. */
    private static final class Side {
        private final Map<Cell, Outcome> outcomes;
        private final Map<Cell, List<Fork>> forks = new HashMap<>();

        Side(Run run) {
            outcomes = run.outcomes();
            run.forks()
                    .forEach(fork -> forks.computeIfAbsent(fork.cell(), cell -> new ArrayList<>())
                            .add(fork));
        }

        CellSide of(Cell cell) {
            return CellSide.of(outcomes.get(cell), forks.getOrDefault(cell, List.of()));
        }

        double mean(Cell cell, Metric metric) {
            return forks.getOrDefault(cell, List.of()).stream()
                    .filter(fork -> fork.failure() == null)
                    .mapToDouble(fork -> fork.note().metrics().getOrDefault(metric, Double.NaN))
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
    }
}
