package dev.pipemark.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Derives the outcome of each planned cell from the record. */
final class Outcomes {
    private Outcomes() {}

    static Map<Cell, Outcome> of(Run run) {
        Map<String, PairCheck> checks = new HashMap<>();
        run.checks().forEach(check -> checks.put(check.codec() + " " + check.payload(), check));
        Map<Cell, List<Fork>> forks = new HashMap<>();
        run.forks()
                .forEach(fork -> forks.computeIfAbsent(fork.cell(), cell -> new ArrayList<>())
                        .add(fork));
        Map<Cell, Outcome> outcomes = new LinkedHashMap<>();
        for (Cell cell : run.info().cells()) {
            PairCheck check = checks.get(cell.codec() + " " + cell.payload());
            List<Fork> ran = forks.getOrDefault(cell, List.of());
            outcomes.put(cell, check != null && !check.exact() ? check.outcome() : of(ran, run));
        }
        return outcomes;
    }

    private static Outcome of(List<Fork> ran, Run run) {
        List<String> failures = new ArrayList<>();
        for (Fork fork : ran) {
            if (fork.failure() != null) {
                failures.add("round " + fork.round() + ": " + fork.failure());
            }
        }
        String wrong = wrongValue(ran);
        if (!wrong.isEmpty()) {
            return new Outcome.Failed(wrong);
        }
        int finished = ran.size() - failures.size();
        if (finished > 0) {
            return new Outcome.Measured(finished, planned(ran, run), failures);
        }
        return failures.isEmpty()
                ? new Outcome.NotReached(run.end().reason())
                : new Outcome.Failed(String.join("; ", failures));
    }

    /** Returns which of these forks got a value wrong, and how; empty if none did. */
    static String wrongValue(List<Fork> ran) {
        return ran.stream()
                .filter(Fork::wrongValue)
                .map(fork -> "wrong value in fork " + fork.round() + ": " + fork.failure())
                .collect(Collectors.joining("; "));
    }

    /**
     * Returns the number of planned forks of a cell. A run plans the same number for all cells, and may add more for
     * some: further rounds, and forks of a cell that joins the groups of its table. JMH's file has a number for each
     * result. If a result has none, its existing forks count as planned.
     */
    private static int planned(List<Fork> ran, Run run) {
        String own = ran.get(0).note().facts().get(ForkNote.FORKS);
        if (own != null && own.matches("\\d{1,9}")) {
            return Integer.parseInt(own);
        }
        int rounds = Math.toIntExact(ran.stream().map(Fork::round).distinct().count());
        return ran.size() + Math.max(0, run.info().rounds() - rounds);
    }
}
