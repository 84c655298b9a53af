package dev.pipemark.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cells that a plan has more than once, told apart by a parameter: an A/A pair differs by noise alone. */
public final class Arms {
    /** The parameter that tells them apart; the first arm goes without. */
    public static final String PARAMETER = "arm";

    private Arms() {}

    /** The cell without its arm. */
    public static Cell base(Cell cell) {
        if (!cell.parameters().containsKey(PARAMETER)) {
            return cell;
        }
        SortedMap<String, String> parameters = new TreeMap<>(cell.parameters());
        parameters.remove(PARAMETER);
        return new Cell(cell.benchmark(), cell.codec(), cell.payload(), parameters);
    }

    /** Costs by round of every arm, of the cells of a benchmark that have two or more, in plan order. */
    static List<List<SortedMap<Integer, Double>>> of(Run run, String benchmark) {
        Map<Cell, List<Fork>> forks = new LinkedHashMap<>();
        for (Fork fork : run.forks()) {
            if (fork.cell().benchmark().equals(benchmark)) {
                forks.computeIfAbsent(fork.cell(), cell -> new ArrayList<>()).add(fork);
            }
        }
        Map<Cell, List<SortedMap<Integer, Double>>> arms = new LinkedHashMap<>();
        forks.forEach((cell, ran) ->
                arms.computeIfAbsent(base(cell), base -> new ArrayList<>()).add(Costs.byRound(ran)));
        return arms.values().stream().filter(each -> each.size() > 1).toList();
    }
}
