package dev.pipemark.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The smallest difference that a run's own repeated cells allow to be called one. */
public final class Resolution {
    /** Never finer than this, however calm the machine: 3 %. */
    public static final double LEAST = 0.03;

    private static final String ARM = "arm";
    private static final int FEWEST = 3;
    private static final double QUANTILE = 0.95;

    private Resolution() {}

    /**
     * The larger of {@link #LEAST} and the 95th percentile (linear interpolation) of what cells measured twice differ
     * by, which is noise; the latter from three such pairs of the benchmark on.
     *
     * @return a fraction: 0.03 is 3 %
     */
    public static double delta(Run run, String benchmark) {
        Map<String, Map<Cell, List<Double>>> twins = new TreeMap<>();
        for (Fork fork : run.forks()) {
            if (fork.cell().benchmark().equals(benchmark) && fork.failure() == null) {
                twins.computeIfAbsent(withoutArm(fork.cell()).key(), key -> new java.util.LinkedHashMap<>())
                        .computeIfAbsent(fork.cell(), cell -> new ArrayList<>())
                        .add(fork.mean());
            }
        }
        List<Double> noise = new ArrayList<>();
        for (Map<Cell, List<Double>> arms : twins.values()) {
            List<List<Double>> means = List.copyOf(arms.values());
            for (int one = 0; one < means.size(); one++) {
                for (int other = one + 1; other < means.size(); other++) {
                    double ratio = Stats.ratio(means.get(one), means.get(other)).value();
                    if (ratio > 0 && Double.isFinite(ratio)) {
                        noise.add(Math.abs(Math.log(ratio)));
                    }
                }
            }
        }
        return noise.size() < FEWEST ? LEAST : Math.max(LEAST, Math.expm1(percentile(noise)));
    }

    private static Cell withoutArm(Cell cell) {
        Map<String, String> parameters = new TreeMap<>(cell.parameters());
        parameters.remove(ARM);
        return Cell.of(cell.benchmark(), cell.codec(), cell.payload(), parameters);
    }

    private static double percentile(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double place = QUANTILE * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
