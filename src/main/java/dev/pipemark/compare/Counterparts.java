package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each cell of one run its counterpart in the other: the same benchmark, codec, payload and parameters, with
 * equal {@link Conditions}. If one cell remains in each run, the two form a pair that must not be compared. That is
 * more useful than two cells without a counterpart.
 */
final class Counterparts {
    /** One cell of one run. */
    record Placed(Cell cell, Conditions conditions) {}

    /**
     * A cell in both runs or in one.
     *
     * @param cell the cell as the comparison names it
     * @param remark why the two must not be compared, or what the other run has instead. Empty if there is nothing to
     *     report.
     */
    record Pair(Cell cell, @Nullable Placed base, @Nullable Placed candidate, String remark) {
        /** Returns whether both runs have the cell and the two may be compared. */
        boolean comparable() {
            return base != null && candidate != null && remark.isEmpty();
        }
    }

    private Counterparts() {}

    /** Returns the pairs in the order of the base's cells, followed by the cells of the new run alone. */
    static List<Pair> of(Run base, Run candidate) {
        Map<Cell, List<Placed>> before = placed(base);
        Map<Cell, List<Placed>> after = placed(candidate);
        List<Pair> pairs = new ArrayList<>();
        before.forEach((plain, ones) -> {
            if (after.containsKey(plain)) {
                pair(plain, ones, after.getOrDefault(plain, List.of()), pairs);
            } else {
                String other = parameters("new", plain, after.keySet());
                ones.forEach(one -> pairs.add(new Pair(one.cell(), one, null, other)));
            }
        });
        after.forEach((plain, others) -> {
            if (!before.containsKey(plain)) {
                String other = parameters("base", plain, before.keySet());
                others.forEach(one -> pairs.add(new Pair(one.cell(), null, one, other)));
            }
        });
        return pairs;
    }

    /** Names the parameters that a benchmark has in the other run, if no cell of it there has the parameters of this cell. */
    private static String parameters(String side, Cell plain, Set<Cell> others) {
        List<Set<String>> names = others.stream()
                .filter(other -> other.benchmark().equals(plain.benchmark()))
                .map(other -> other.parameters().keySet())
                .distinct()
                .toList();
        if (names.isEmpty() || names.contains(plain.parameters().keySet())) {
            return "";
        }
        Set<String> first = names.get(0);
        return side + " has it "
                + (first.isEmpty() ? "without parameters" : "with the parameters " + String.join(", ", first));
    }

    private static void pair(Cell plain, List<Placed> base, List<Placed> candidate, List<Pair> pairs) {
        List<Placed> left = new ArrayList<>(base);
        List<Placed> free = new ArrayList<>(candidate);
        match(
                left,
                free,
                pairs,
                one -> other ->
                        one.conditions().identity().equals(other.conditions().identity()));
        match(
                left,
                free,
                pairs,
                one -> other -> one.conditions().unlike(other.conditions()).isEmpty());
        if (left.size() == 1 && free.size() == 1) {
            Placed one = left.get(0);
            Placed other = free.get(0);
            List<String> clauses = one.conditions().unlike(other.conditions());
            pairs.add(new Pair(plain, one, other, String.join("; ", clauses)));
            return;
        }
        left.forEach(one -> pairs.add(new Pair(one.cell(), one, null, instead("new", candidate))));
        free.forEach(other -> pairs.add(new Pair(other.cell(), null, other, instead("base", base))));
    }

    /** Moves cells from both lists to the pairs, if each is the only counterpart of the other. */
    private static void match(
            List<Placed> left, List<Placed> free, List<Pair> pairs, Function<Placed, Predicate<Placed>> counterpart) {
        for (Placed one : List.copyOf(left)) {
            List<Placed> others = free.stream().filter(counterpart.apply(one)).toList();
            if (others.size() == 1
                    && left.stream()
                                    .filter(rival -> counterpart.apply(rival).test(others.get(0)))
                                    .count()
                            == 1) {
                Placed other = others.get(0);
                boolean shorter = one.cell().parameters().size()
                        < other.cell().parameters().size();
                pairs.add(new Pair((shorter ? other : one).cell(), one, other, ""));
                left.remove(one);
                free.remove(other);
            }
        }
    }

    private static String instead(String side, List<Placed> there) {
        return side + " has it with "
                + there.stream().map(placed -> placed.conditions().brief()).collect(Collectors.joining("; "));
    }

    private static Map<Cell, List<Placed>> placed(Run run) {
        Map<Cell, List<Fork>> forks = new HashMap<>();
        run.forks()
                .forEach(fork -> forks.computeIfAbsent(fork.cell(), cell -> new ArrayList<>())
                        .add(fork));
        Map<Cell, List<Placed>> placed = new LinkedHashMap<>();
        for (Cell cell : run.info().cells()) {
            Conditions conditions = Conditions.of(cell, forks.getOrDefault(cell, List.of()), run.info());
            placed.computeIfAbsent(plain(cell), each -> new ArrayList<>()).add(new Placed(cell, conditions));
        }
        return placed;
    }

    /** Removes parameters that do not belong to the benchmark: JMH's options, and the mode of the suite's own cells. */
    private static Cell plain(Cell cell) {
        SortedMap<String, String> parameters = new TreeMap<>(cell.parameters());
        parameters.keySet().removeIf(name -> name.startsWith("-"));
        if (!cell.foreign()) {
            parameters.remove(Conditions.MODE);
        }
        return new Cell(cell.benchmark(), cell.codec(), cell.payload(), parameters);
    }
}
