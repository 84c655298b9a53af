package dev.pipemark.proof;

import dev.pipemark.record.Fork;
import dev.pipemark.record.Run;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.LapFit;
import dev.pipemark.stats.RoundTable.Sitting;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The effect of the length of a turn on the factor between a codec and the cheapest codec. The turns of the run have many
 * short iterations. The beginning of such a turn is a short turn of the same fork: like a turn of this length, it follows
 * the turns of the other forks. All lengths are therefore compared within the same forks. Between two iterations a fork makes
 * new values and approaches, but does not wait. This part does not show the effect of the edges of iterations, which
 * turns of all lengths have, nor an effect within one long iteration.
 *
 * @param longest the length of the whole turns, in milliseconds. The factors of shorter turns are compared with the factor
 *     of whole turns
 * @param factors the cost of the codec divided by that of the cheapest, by length in milliseconds, with intervals of 90 %
 * @param changes the factor divided by that of the whole turns, by length, with intervals of 90 %
 */
public record TurnBias(
        String benchmark,
        String codec,
        String cheapest,
        long longest,
        SortedMap<Long, Estimate> factors,
        SortedMap<Long, Estimate> changes) {
    /** A larger change counts, as a fraction. */
    static final double COUNTS = 0.05;

    /** The finding about one change, from its interval. */
    enum Finding {
        /** The interval lies inside ±5 %: the change does not count. */
        WITHIN,
        /** The interval lies outside ±5 %: the length of a turn changes the factor. */
        CHANGED,
        /** The interval has values on both sides of a limit: it is too wide to say. */
        OPEN
    }

    private static final double TAIL = (1 - 0.9) / 2;

    /** The number of iterations in the beginnings that are compared with whole turns. */
    private static final List<Integer> BEGINNINGS = List.of(1, 5);

    /** The turns of one run: a number of iterations of this length. */
    private record Turns(int iterations, long millis) {
        static Turns of(Run run) {
            Integer iterations = run.info().plan().turnIterations();
            return new Turns(
                    iterations == null ? 1 : iterations,
                    run.info().plan().times().iterationMillis());
        }

        List<Integer> beginnings() {
            return BEGINNINGS.stream().filter(first -> first < iterations).toList();
        }

        /**
         * Returns the logarithms of the cost of forks in the first iterations of their turns. As in reports, {@link LapFit}
         * makes one value of the turns of a fork.
         */
        Map<Fork, Double> costs(Collection<Fork> forks, int first) {
            Map<Fork, Double> costs = new IdentityHashMap<>();
            forks.stream()
                    .collect(Collectors.groupingBy(Fork::sitting))
                    .values()
                    .forEach(together -> {
                        double[] values = LapFit.values(
                                together.stream().map(fork -> logs(fork, first)).toArray(double[][]::new));
                        for (int i = 0; i < values.length; i++) {
                            costs.put(together.get(i), values[i]);
                        }
                    });
            return costs;
        }

        /** Returns a logarithm for each turn. Iterations take equal times, so the cost of several is their harmonic mean. */
        private double[] logs(Fork fork, int first) {
            return IntStream.range(0, fork.scores().size() / iterations)
                    .mapToDouble(turn ->
                            -Math.log(fork.scores().subList(turn * iterations, turn * iterations + first).stream()
                                    .mapToDouble(score -> 1 / fork.cost(score))
                                    .average()
                                    .orElseThrow()))
                    .toArray();
        }
    }

    /**
     * Compares the lengths in runs whose turns have several iterations. Other runs are left out. A codec must have one cell
     * for each benchmark.
     */
    static List<TurnBias> of(List<Run> runs) {
        List<TurnBias> biases = new ArrayList<>();
        for (Run run : runs) {
            Turns turns = Turns.of(run);
            if (!turns.beginnings().isEmpty()) {
                run.info().cells().stream()
                        .map(cell -> cell.benchmark())
                        .distinct()
                        .forEach(benchmark -> biases.addAll(of(benchmark, run, turns)));
            }
        }
        return biases;
    }

    private static List<TurnBias> of(String benchmark, Run run, Turns turns) {
        Map<String, Map<Sitting, Fork>> forks = new LinkedHashMap<>();
        for (Fork fork : run.forks()) {
            if (fork.cell().benchmark().equals(benchmark) && fork.scores().size() >= turns.iterations) {
                forks.computeIfAbsent(fork.cell().codec(), codec -> new LinkedHashMap<>())
                        .put(fork.sitting(), fork);
            }
        }
        forks.values().removeIf(own -> own.size() < Stats.FORKS_FOR_INTERVAL);
        List<Fork> all =
                forks.values().stream().flatMap(own -> own.values().stream()).toList();
        Map<Integer, Map<Fork, Double>> costs = new HashMap<>();
        Stream.concat(turns.beginnings().stream(), Stream.of(turns.iterations))
                .forEach(first -> costs.put(first, turns.costs(all, first)));
        String cheapest = forks.entrySet().stream()
                .min(Comparator.comparingDouble(each -> each.getValue().values().stream()
                        .mapToDouble(fork -> cost(costs, turns.iterations, fork))
                        .average()
                        .orElseThrow()))
                .map(Map.Entry::getKey)
                .orElse("");
        Map<Sitting, Fork> fastest = forks.getOrDefault(cheapest, Map.of());
        List<TurnBias> biases = new ArrayList<>();
        forks.forEach((codec, own) -> {
            List<Sitting> common =
                    own.keySet().stream().filter(fastest::containsKey).toList();
            if (!codec.equals(cheapest) && common.size() >= Stats.FORKS_FOR_INTERVAL) {
                SortedMap<Long, Estimate> factors = new TreeMap<>();
                SortedMap<Long, Estimate> changes = new TreeMap<>();
                ToDoubleFunction<Sitting> whole = sitting -> cost(costs, turns.iterations, own.get(sitting))
                        - cost(costs, turns.iterations, fastest.get(sitting));
                factors.put(turns.iterations * turns.millis, estimate(common, whole));
                for (int first : turns.beginnings()) {
                    ToDoubleFunction<Sitting> part =
                            sitting -> cost(costs, first, own.get(sitting)) - cost(costs, first, fastest.get(sitting));
                    factors.put(first * turns.millis, estimate(common, part));
                    changes.put(
                            first * turns.millis,
                            estimate(common, sitting -> part.applyAsDouble(sitting) - whole.applyAsDouble(sitting)));
                }
                biases.add(new TurnBias(benchmark, codec, cheapest, turns.iterations * turns.millis, factors, changes));
            }
        });
        return biases;
    }

    private static double cost(Map<Integer, Map<Fork, Double>> costs, int first, @Nullable Fork fork) {
        return Objects.requireNonNull(
                costs.getOrDefault(first, Map.of()).get(fork), "the sitting has a fork of both codecs");
    }

    /** Returns the mean of logarithms over sittings, as a ratio, with Student's interval of 90 %. */
    static Estimate estimate(List<Sitting> sittings, ToDoubleFunction<Sitting> logarithm) {
        double[] values = sittings.stream().mapToDouble(logarithm).toArray();
        double mean = Mean.of(values).getAsDouble();
        double error = Math.sqrt(Variance.of(values).getAsDouble() / values.length);
        double half = TDistribution.of(values.length - 1).inverseSurvivalProbability(TAIL) * error;
        return new Estimate(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half), values.length);
    }

    /** Returns the finding for each length but the longest. */
    SortedMap<Long, Finding> findings() {
        SortedMap<Long, Finding> findings = new TreeMap<>();
        changes.forEach((length, change) -> findings.put(length, finding(change)));
        return findings;
    }

    private static Finding finding(Estimate change) {
        if (change.lower() >= 1 - COUNTS && change.upper() <= 1 + COUNTS) {
            return Finding.WITHIN;
        }
        return change.lower() > 1 + COUNTS || change.upper() < 1 - COUNTS ? Finding.CHANGED : Finding.OPEN;
    }
}
