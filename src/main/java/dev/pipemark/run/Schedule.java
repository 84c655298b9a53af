package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Sittings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The order of the forks of a run: randomised multiple interleaved trials (Abedi and Brecht, "Conducting Repeatable
 * Experiments in Highly Variable Cloud Computing Environments", ICPE 2017), in blocks. Forks that will be compared run
 * close together in time and in random order, so that a drift of the machine affects all alike.
 */
public final class Schedule {
    private Schedule() {}

    /**
     * Returns all forks of a run in their order.
     *
     * @param rounds the number of forks of each cell
     * @param seed equal seeds give equal orders, in every JVM
     */
    public static List<PlannedFork> of(List<Cell> cells, int rounds, Order order, long seed) {
        List<PlannedFork> forks = new ArrayList<>();
        if (order == Order.JMH) {
            for (Cell cell : cells) {
                for (int round = 1; round <= rounds; round++) {
                    forks.add(new PlannedFork(cell, round));
                }
            }
            return forks;
        }
        Random random = new Random(seed);
        for (int round = 1; round <= rounds; round++) {
            for (List<Cell> table : shuffled(tables(cells), random)) {
                for (Cell cell : shuffled(table, random)) {
                    forks.add(new PlannedFork(cell, round));
                }
            }
        }
        return forks;
    }

    /** Returns the forks of a further round, in random order as well. */
    static List<PlannedFork> shuffled(List<PlannedFork> forks, long seed) {
        Random random = new Random(seed);
        List<PlannedFork> order = new ArrayList<>();
        shuffled(sittings(forks), random).forEach(sitting -> order.addAll(shuffled(sitting, random)));
        return order;
    }

    /** Returns the forks of the same round and table together: a sitting, unless the table is divided. */
    public static List<List<PlannedFork>> sittings(List<PlannedFork> forks) {
        Map<String, List<PlannedFork>> sittings = new LinkedHashMap<>();
        for (PlannedFork fork : forks) {
            sittings.computeIfAbsent(fork.tableAndRound(), key -> new ArrayList<>())
                    .add(fork);
        }
        return List.copyOf(sittings.values());
    }

    /** Returns the tables, as {@link Sittings} has them. */
    private static Collection<List<Cell>> tables(List<Cell> cells) {
        Map<String, List<Cell>> tables = new LinkedHashMap<>();
        for (Cell cell : cells) {
            tables.computeIfAbsent(Sittings.table(cell), key -> new ArrayList<>())
                    .add(cell);
        }
        return tables.values();
    }

    private static <T> List<T> shuffled(Collection<T> items, Random random) {
        List<T> copy = new ArrayList<>(items);
        Collections.shuffle(copy, random);
        return copy;
    }
}
