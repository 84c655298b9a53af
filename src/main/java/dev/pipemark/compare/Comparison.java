package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Copies;
import dev.pipemark.record.FixedWork;
import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import dev.pipemark.record.Run;
import dev.pipemark.stats.LogRatio;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A comparison of two runs.
 *
 * <p>All intervals hold together with 95 % confidence. Each of the m compared cells has an interval with confidence 1
 * − 0.05/m (Bonferroni; O. J. Dunn, "Multiple Comparisons Among Means", JASA 56, 1961), widened by the change of the
 * machine that {@link FixedWork} measured. Each status is based on the printed interval.
 *
 * @param intervals m, the number of intervals
 * @param cells every cell that either run planned, and every pair that arrives in only one of the runs
 * @param sizes the pairs in both runs whose encoded sizes differ
 * @param allocations the allocations of every cell and process that both runs have, in the order of the cells
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
        Side before = new Side(base);
        Side after = new Side(candidate);
        List<Counterparts.Pair> pairs = Counterparts.of(base.run(), candidate.run());
        Map<Counterparts.Pair, LogRatio> ratios = new HashMap<>();
        for (Counterparts.Pair pair : pairs) {
            CellSide one = before.of(pair.base());
            CellSide other = after.of(pair.candidate());
            if (pair.comparable() && one.measured() && other.measured()) {
                boolean forked = one.forked() && other.forked();
                LogRatio ratio = LogRatio.of(other.costs(), one.costs());
                ratios.put(pair, forked ? ratio : ratio.untested());
            }
        }
        int intervals =
                (int) ratios.values().stream().filter(LogRatio::testable).count();
        FixedWork work = FixedWork.of(base.run(), candidate.run());
        Judge judge = new Judge(base.run(), candidate.run(), work, intervals);
        List<ComparedCell> cells = new ArrayList<>();
        for (Counterparts.Pair pair : pairs) {
            CellSide one = before.of(pair.base());
            CellSide other = after.of(pair.candidate());
            cells.add(
                    pair.comparable()
                            ? judge.judge(pair.cell(), one, other, ratios.get(pair))
                            : judge.apart(pair, one, other));
        }
        trials(base.run(), candidate.run(), pairs, judge, cells);
        return new Comparison(
                base,
                candidate,
                Surroundings.of(base, candidate, work, pairs),
                intervals,
                cells,
                sizes(base.run(), candidate.run()),
                allocations(pairs, before, after));
    }

    /**
     * Returns whether any cell is slower or newly fails. Cells without a codec show the machine and the pipe, and repeated
     * cells show the noise, so they do not count. In a JMH file of another suite, every cell counts.
     */
    public boolean regressed() {
        return cells.stream()
                .filter(cell -> cell.status() == CellStatus.REGRESSED || cell.status() == CellStatus.NEW_FAILURE)
                .map(ComparedCell::cell)
                .anyMatch(cell -> cell.foreign()
                        || !cell.codec().equals(Cell.NONE) && Copies.base(cell).equals(cell));
    }

    /** Returns why no cell could be compared. Empty if some could. */
    public String nothingCompared() {
        boolean none = cells.stream()
                .allMatch(cell -> cell.status() == CellStatus.NOT_COMPARABLE
                        || !cell.status().both());
        return none
                ? with(CellStatus.NOT_COMPARABLE).stream()
                        .map(ComparedCell::reason)
                        .findFirst()
                        .orElse("no cell is in both")
                : "";
    }

    public List<ComparedCell> with(CellStatus status) {
        return cells.stream().filter(cell -> cell.status() == status).toList();
    }

    /** Returns the number of cells for each status, including zeros. */
    public Map<CellStatus, Integer> counts() {
        Map<CellStatus, Integer> counts = new EnumMap<>(CellStatus.class);
        for (CellStatus status : CellStatus.values()) {
            counts.put(status, with(status).size());
        }
        return counts;
    }

    /** Adds pairs that were tried but not timed. */
    private static void trials(
            Run base, Run candidate, List<Counterparts.Pair> pairs, Judge judge, List<ComparedCell> cells) {
        Set<String> timed = new HashSet<>();
        pairs.forEach(pair -> timed.add(pair.cell().codec() + " " + pair.cell().payload()));
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

    private static List<AllocationDifference> allocations(List<Counterparts.Pair> pairs, Side before, Side after) {
        List<AllocationDifference> differences = new ArrayList<>();
        for (Counterparts.Pair pair : pairs) {
            for (Metric metric : List.of(Metric.PARENT_ALLOCATION, Metric.WORKER_ALLOCATION)) {
                double then = before.mean(pair.base(), metric);
                double now = after.mean(pair.candidate(), metric);
                if (pair.comparable() && !Double.isNaN(then) && !Double.isNaN(now)) {
                    differences.add(new AllocationDifference(pair.cell(), metric, then, now));
                }
            }
        }
        return differences;
    }
}
