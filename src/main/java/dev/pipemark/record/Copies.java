package dev.pipemark.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Cells that a plan has more than once, told apart by a parameter: an A/A pair differs by noise alone. */
public final class Copies {
    private Copies() {}

    /** Whether the cell is another one once more. */
    public static boolean again(Cell cell) {
        return !Parameter.COPY.usual(cell);
    }

    /** The cell without the number of its copy. */
    public static Cell base(Cell cell) {
        return cell.with(Parameter.COPY, Parameter.COPY.unsaid());
    }

    /** Costs by round of every copy, of the cells of a benchmark that have two or more, in plan order. */
    static List<List<SortedMap<Integer, Double>>> of(Run run, String benchmark) {
        Map<Cell, List<Fork>> forks = new LinkedHashMap<>();
        for (Fork fork : run.forks()) {
            if (fork.cell().benchmark().equals(benchmark)) {
                forks.computeIfAbsent(fork.cell(), cell -> new ArrayList<>()).add(fork);
            }
        }
        Map<Cell, List<SortedMap<Integer, Double>>> copies = new LinkedHashMap<>();
        forks.forEach((cell, ran) ->
                copies.computeIfAbsent(base(cell), base -> new ArrayList<>()).add(Costs.byRound(ran)));
        return copies.values().stream().filter(each -> each.size() > 1).toList();
    }
}
