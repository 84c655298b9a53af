package dev.pipemark.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A plan with its results: the content of a results folder, and all that a report needs.
 *
 * @param info the facts that are known before the first fork, {@code run.json}
 * @param checks the trials of pairs between processes
 * @param sizes the encoded sizes of the pairs that travel
 * @param forks all finished forks, in the order in which they ran
 * @param end the end of the run
 */
public record Run(RunInfo info, List<PairCheck> checks, List<PairSizes> sizes, List<Fork> forks, RunEnd end) {
    public Run {
        checks = List.copyOf(checks);
        sizes = List.copyOf(sizes);
        forks = List.copyOf(forks);
    }

    /** Returns the outcome of every planned cell, in plan order. */
    public Map<Cell, Outcome> outcomes() {
        return Outcomes.of(this);
    }

    /**
     * Returns the check of each pair, from its trial and from its forks. A pair that arrived in its trial is different
     * if a value of it arrived wrong in a fork. A resumed run may try a pair again: the later check counts.
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

    /**
     * Returns the number of rounds: those of the plan, or more if the run continued until it resolved enough.
     */
    public int rounds() {
        return Math.max(
                info.rounds(), forks.stream().mapToInt(Fork::round).max().orElse(0));
    }

    /**
     * Returns the distinct values that forks noted of a fact; empty if none did. Forks of arms are left out, since they
     * differ on purpose.
     */
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
