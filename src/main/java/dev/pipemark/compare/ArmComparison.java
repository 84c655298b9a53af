package dev.pipemark.compare;

import dev.pipemark.record.Arm;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Costs;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Resolution;
import dev.pipemark.record.Run;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Judgements;
import dev.pipemark.stats.RoundTable;
import dev.pipemark.stats.RoundTable.Sitting;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The arms of one run. Each cell of an arm is compared with the same cell outside of the arm.
 *
 * <p>Both are cells of one table, and are judged with the scatter of the whole table ({@link Judgements}). All intervals of
 * the run hold together with a probability of 95 %. For this, each of the m pairs has an interval of 1 − 0.05/m. The margin of
 * a tie is that of the benchmark ({@link Resolution}).
 *
 * @param intervals m, the number of cells that have an interval
 * @param cells every cell in an arm, in plan order. {@code base} is the cell without the arm, and {@code candidate} the cell in
 *     the arm. The ratio is the cost of the candidate divided by that of the base.
 * @param workers the names of the arms whose workers are written in another language
 */
public record ArmComparison(int intervals, List<ComparedCell> cells, Set<String> workers) {
    public ArmComparison {
        cells = List.copyOf(cells);
        workers = Set.copyOf(workers);
    }

    /** Compares the arms of a run. The result is empty if the run has no arms. */
    public static ArmComparison of(Run run) {
        List<Cell> armed = run.info().cells().stream()
                .filter(cell -> !Arm.of(cell.codec()).isEmpty())
                .toList();
        if (armed.isEmpty()) {
            return new ArmComparison(0, List.of(), Set.of());
        }
        Side side = new Side(run, Map.of());
        Map<Cell, Map<Cell, SortedMap<Sitting, Double>>> tables = new LinkedHashMap<>();
        for (Cell cell : run.info().cells()) {
            // Copies of cells are included, because they show the scatter of their table.
            tables.computeIfAbsent(Kind.table(cell), table -> new LinkedHashMap<>())
                    .put(cell, Costs.bySitting(side.forks(cell)));
        }
        int intervals = Math.toIntExact(armed.stream()
                .filter(cell -> enough(side, cell) && enough(side, Arm.base(cell)))
                .count());
        Map<Cell, Judgements<Cell>> judged = new HashMap<>();
        List<ComparedCell> cells = new ArrayList<>();
        for (Cell cell : armed) {
            double delta = Resolution.delta(run, cell.benchmark());
            Judgement judgement = judged.computeIfAbsent(
                            Kind.table(cell),
                            table -> Judgements.of(
                                    RoundTable.ofSittings(tables.getOrDefault(table, Map.of())), intervals, delta))
                    .judge(cell, Arm.base(cell));
            cells.add(compared(cell, side.of(Arm.base(cell)), side.of(cell), judgement, delta));
        }
        return new ArmComparison(
                intervals,
                cells,
                run.info().plan().arms().stream()
                        .filter(arm -> arm.worker() != null)
                        .map(Arm::name)
                        .collect(Collectors.toSet()));
    }

    /**
     * Returns whether a codec is slower in an arm, or fails only in the arm. Arms with a worker in another language
     * do not count, because such a worker is not a new version of the suite's own worker.
     */
    public boolean regressed() {
        return versions()
                .anyMatch(cell -> cell.status() == CellStatus.REGRESSED || cell.status() == CellStatus.NEW_FAILURE);
    }

    /** Whether {@link #regressed} has something to judge. */
    public boolean judged() {
        return versions().anyMatch(cell -> cell.ratio().hasInterval());
    }

    /** Whether the cell's worker is written in another language. */
    public boolean foreign(ComparedCell cell) {
        return workers.contains(Arm.of(cell.cell().codec()));
    }

    /**
     * Returns the status of a cell in words. For a worker in another language, the words are dearer or cheaper, and
     * not regressed or improved.
     */
    public String label(ComparedCell cell) {
        if (!foreign(cell)) {
            return cell.status().label();
        }
        return switch (cell.status()) {
            case REGRESSED -> "dearer";
            case IMPROVED -> "cheaper";
            case NEW_FAILURE -> "fails in the arm";
            case FIXED -> "fails without it";
            default -> cell.status().label();
        };
    }

    private Stream<ComparedCell> versions() {
        return cells.stream().filter(cell -> !foreign(cell));
    }

    private static ComparedCell compared(
            Cell cell, CellSide before, CellSide after, Judgement judgement, double delta) {
        String reasons = Judge.reasons("in the arm", after, "without the arm", before);
        if (judgement.verdict() != null) {
            return new ComparedCell(
                    cell, CellStatus.of(judgement.verdict()), judgement.ratio(), delta, before, after, reasons);
        } else if (!before.measured() || !after.measured()) {
            return new ComparedCell(cell, Judge.status(before, after), Estimate.NONE, delta, before, after, reasons);
        }
        Estimate seen = new Estimate(
                after.cost() / before.cost(), Double.NaN, Double.NaN, Math.min(before.forks(), after.forks()));
        String few = "fewer than " + Stats.FORKS_FOR_INTERVAL + " rounds in which both finished";
        return new ComparedCell(
                cell,
                CellStatus.INCONCLUSIVE,
                seen,
                delta,
                before,
                after,
                few + (reasons.isEmpty() ? "" : "; " + reasons));
    }

    private static boolean enough(Side side, Cell cell) {
        return Costs.byRound(side.forks(cell)).size() >= Stats.FORKS_FOR_INTERVAL;
    }
}
