package dev.pipemark.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table whose cells were measured in groups, because they were too many for one sitting.
 *
 * @param table the table
 * @param groups the largest number of groups in a round
 * @param anchors the cells that have a fork in each group and so join the groups, in run order
 */
public record Groups(Cell table, int groups, List<Cell> anchors) {
    public Groups {
        anchors = List.copyOf(anchors);
    }

    /** Returns the divided tables of a run, in run order. */
    public static List<Groups> of(Run run) {
        Map<Cell, List<Fork>> tables = new LinkedHashMap<>();
        for (Fork fork : run.forks()) {
            if (fork.group() != null) {
                tables.computeIfAbsent(Kind.table(fork.cell()), table -> new ArrayList<>())
                        .add(fork);
            }
        }
        List<Groups> divided = new ArrayList<>();
        tables.forEach((table, forks) -> divided.add(of(table, forks)));
        return divided;
    }

    private static Groups of(Cell table, List<Fork> forks) {
        Map<Integer, Long> groups = forks.stream()
                .map(Fork::sitting)
                .distinct()
                .collect(Collectors.groupingBy(sitting -> sitting.round(), Collectors.counting()));
        Set<Object> once = new HashSet<>();
        Set<Cell> anchors = new LinkedHashSet<>();
        for (Fork fork : forks) {
            if (!once.add(List.of(fork.cell(), fork.round()))) {
                anchors.add(fork.cell());
            }
        }
        return new Groups(
                table, groups.values().stream().mapToInt(Long::intValue).max().orElse(0), List.copyOf(anchors));
    }
}
