package dev.pipemark.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Cells that a plan has more than once. A parameter distinguishes them, and only noise makes their numbers differ. */
public final class Copies {
    private Copies() {}

    /** Returns whether the cell is the second or a later copy of a cell. */
    public static boolean again(Cell cell) {
        return !Parameter.COPY.usual(cell);
    }

    /** Returns the cell without the number of its copy. */
    public static Cell base(Cell cell) {
        return cell.with(Parameter.COPY, Parameter.COPY.unsaid());
    }

    /** Returns the costs by round of every copy, for each cell of a benchmark with two or more copies, in plan order. */
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
