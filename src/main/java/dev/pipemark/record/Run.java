package dev.pipemark.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A plan, its rounds and what came of them: everything that is in a results folder, and all that a report needs.
 *
 * @param info what is known before the first fork, {@code run.json}
 * @param checks how each pair fared across processes
 * @param sizes encoded sizes of the pairs that travel
 * @param forks every finished fork, in the order they ran
 * @param end how the run ended
 */
public record Run(RunInfo info, List<PairCheck> checks, List<PairSizes> sizes, List<Fork> forks, RunEnd end) {
    public Run {
        checks = List.copyOf(checks);
        sizes = List.copyOf(sizes);
        forks = List.copyOf(forks);
    }

    /** The outcome of every planned cell, in plan order. */
    public Map<Cell, Outcome> outcomes() {
        return Outcomes.of(this);
    }

    /**
     * How each pair fared, in the trial and in the forks. A pair that arrived in its trial, and of which a fork got a value
     * wrong, is different. A resumed run may check a pair again: the later check counts.
     */
    public Map<String, PairCheck> pairs() {
        Map<String, PairCheck> pairs = new LinkedHashMap<>();
        checks.forEach(check -> pairs.put(check.codec() + " " + check.payload(), check));
        for (Fork fork : forks) {
            Cell cell = fork.cell();
            if (fork.wrongValue()) {
                pairs.computeIfPresent(
                        cell.codec() + " " + cell.payload(),
                        (pair, check) -> check.exact()
                                ? new PairCheck(
                                        cell.codec(),
                                        cell.payload(),
                                        PairCheck.Fate.DIFFERENT,
                                        cell.benchmark() + ": " + Outcomes.wrongValue(List.of(fork)))
                                : check);
            }
        }
        return pairs;
    }

    /** The most forks that a cell was to have, or has: a run that goes on until it resolves enough adds rounds to its plan. */
    public int rounds() {
        return Math.max(
                info.rounds(), forks.stream().mapToInt(Fork::round).max().orElse(0));
    }

    /** All that the forks noted of a fact, each once; none where none did. Forks of arms differ on purpose: they are left out. */
    public SortedSet<String> noted(String fact) {
        SortedSet<String> noted = new TreeSet<>();
        for (Fork fork : forks) {
            String value = fork.note().facts().get(fact);
            if (value != null && Arm.of(fork.cell().codec()).isEmpty()) {
                noted.add(value);
            }
        }
        return noted;
    }
}
