package dev.pipemark.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forks of a run by the sittings in which they took turns. */
public final class Sittings {
    /** The fewest turns of a fork to which a straight line is fitted. */
    private static final int TURNS = 4;

    private Sittings() {}

    /**
     * Returns the name of the group of cells that take turns with a cell: its table, and the copies of its cells. The
     * variants of remedies are compared with each other, so they take turns although each is a table of its own.
     */
    public static String table(Cell cell) {
        Cell base = Copies.base(cell);
        return (Kind.of(base) == Kind.REMEDY ? base.without(Parameter.VARIANT) : base).table();
    }

    /** Returns the forks of each sitting, in run order. Forks that failed or ran alone are in none. */
    public static List<List<Fork>> of(Run run) {
        Map<String, List<Fork>> sittings = new LinkedHashMap<>();
        for (Fork fork : run.forks()) {
            if (fork.paired() != null) {
                sittings.computeIfAbsent(fork.sitting() + " " + table(fork.cell()), key -> new ArrayList<>())
                        .add(fork);
            }
        }
        return List.copyOf(sittings.values());
    }

    /**
     * Returns whether the laps of a sitting can be compared with each other. Single shots cannot: each has a new worker,
     * which has warmed up nothing.
     */
    static boolean comparesLaps(List<Fork> sitting) {
        Fork first = sitting.get(0);
        return first.scores().size() >= TURNS && !first.mode().equals("ss");
    }

    /** Returns the logarithms of the costs of all turns of a sitting, by fork and lap. */
    static double[][] logs(List<Fork> sitting) {
        return sitting.stream()
                .map(fork -> fork.scores().stream()
                        .mapToDouble(score -> Math.log(fork.cost(score)))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Returns the most memory that all processes of a sitting held, in MiB. NaN if a fork has no record of it. */
    public static double memory(List<Fork> sitting) {
        return sitting.stream()
                .mapToDouble(fork -> fork.note().metrics().getOrDefault(Metric.PARENT_RSS, Double.NaN)
                        + fork.note().metrics().getOrDefault(Metric.WORKER_RSS, 0.0))
                .sum();
    }
}
