package dev.pipemark.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forks of a run by the sittings in which they took turns. */
public final class Sittings {
    private Sittings() {}

    /** Returns the forks of each sitting, in run order. Forks that failed or ran alone are in none. */
    public static List<List<Fork>> of(Run run) {
        Map<String, List<Fork>> sittings = new LinkedHashMap<>();
        for (Fork fork : run.forks()) {
            if (fork.paired() != null) {
                sittings.computeIfAbsent(
                                fork.round() + " " + Copies.base(fork.cell()).table(), key -> new ArrayList<>())
                        .add(fork);
            }
        }
        return List.copyOf(sittings.values());
    }

    /** Returns the most memory that all processes of a sitting held, in MiB. NaN if a fork has no record of it. */
    public static double memory(List<Fork> sitting) {
        return sitting.stream()
                .mapToDouble(fork -> fork.note().metrics().getOrDefault(Metric.PARENT_RSS, Double.NaN)
                        + fork.note().metrics().getOrDefault(Metric.WORKER_RSS, 0.0))
                .sum();
    }
}
