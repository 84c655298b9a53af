package dev.pipemark.record;

import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Judgements;
import dev.pipemark.stats.RoundTable;
import dev.pipemark.stats.RoundTable.Sitting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Cells that a plan has more than once. A parameter distinguishes them, and only noise makes their numbers differ. */
public final class Copies {
    private Copies() {}

    /** Returns whether the cell is the second or a later copy of a cell. */
    public static boolean again(Cell cell) {
        return !Parameter.COPY.hasDefault(cell);
    }

    /** Returns the cell without the number of its copy. */
    public static Cell base(Cell cell) {
        return cell.with(Parameter.COPY, Parameter.COPY.defaultValue());
    }

    /**
     * Returns the comparisons of each two copies of a cell, for each cell of a benchmark that has copies. Copies in
     * different groups of a divided table are compared as other cells of such a table are: the noise between groups counts.
     *
     * @param delta the margin of a tie, as a fraction
     */
    static List<Judgement> pairs(Run run, String benchmark, double delta) {
        Map<Cell, List<Fork>> forks = new LinkedHashMap<>();
        for (Fork fork : run.forks()) {
            if (fork.cell().benchmark().equals(benchmark)) {
                forks.computeIfAbsent(fork.cell(), cell -> new ArrayList<>()).add(fork);
            }
        }
        Map<Cell, List<Cell>> copies = new LinkedHashMap<>();
        forks.keySet()
                .forEach(cell -> copies.computeIfAbsent(base(cell), base -> new ArrayList<>())
                        .add(cell));
        Map<Cell, Judgements<Cell>> divided = new HashMap<>();
        List<Judgement> pairs = new ArrayList<>();
        copies.forEach((base, own) -> {
            for (int a = 0; a < own.size(); a++) {
                for (int b = a + 1; b < own.size(); b++) {
                    List<Fork> one = forks.getOrDefault(own.get(a), List.of());
                    List<Fork> other = forks.getOrDefault(own.get(b), List.of());
                    pairs.add(
                            Stream.concat(one.stream(), other.stream()).allMatch(fork -> fork.group() == null)
                                    ? Judgement.of(Costs.byRound(one), Costs.byRound(other), delta)
                                    : divided.computeIfAbsent(
                                                    Kind.table(base), table -> judgements(table, forks, delta))
                                            .judge(own.get(a), own.get(b)));
                }
            }
        });
        return pairs;
    }

    private static Judgements<Cell> judgements(Cell table, Map<Cell, List<Fork>> forks, double delta) {
        Map<Cell, SortedMap<Sitting, Double>> costs = new LinkedHashMap<>();
        forks.forEach((cell, own) -> {
            if (Kind.table(cell).equals(table)) {
                costs.put(cell, Costs.bySitting(own));
            }
        });
        return Judgements.of(RoundTable.ofSittings(costs), costs.keySet(), delta);
    }
}
