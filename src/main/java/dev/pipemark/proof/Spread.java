package dev.pipemark.proof;

import dev.pipemark.record.Fork;
import dev.pipemark.record.Run;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.LapFit;
import dev.pipemark.stats.Scatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * How forks scatter about their sitting and codec, and where that comes from. What a fork is worth by its odd turns and by
 * its even turns differs by what is within forks alone; both halves are made of turns the way whole forks are. Turns count
 * as independent: what slows a fork for several turns is in both halves, and stands between forks. The robust fit is less
 * efficient with half the turns: by simulation of eight to ten turns, what is within forks comes out 2 to 4 % too large
 * where turns are normal, and 9 to 10 % where one in ten is hit.
 *
 * @param forks the residuals of {@code log(fork) ~ sitting + codec}
 * @param within the variance of a fork's logarithm that comes from its own turns; NaN where forks have a single turn
 */
public record Spread(Scatter forks, double within) {
    /** The level of the interval of a ratio. */
    static final double LEVEL = 0.9;

    static Spread of(Run run, KnownCosts costs) {
        Map<Integer, List<Fork>> sittings = new LinkedHashMap<>();
        for (Fork fork : run.forks()) {
            if (fork.failure() == null && costs.sittings().contains(fork.round())) {
                sittings.computeIfAbsent(fork.round(), round -> new ArrayList<>())
                        .add(fork);
            }
        }
        double squares = 0;
        int freedom = 0;
        for (List<Fork> sitting : sittings.values()) {
            double[] apart = halves(sitting);
            double mean = Mean.of(apart).getAsDouble();
            squares += Arrays.stream(apart)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            freedom += apart.length - 1;
        }
        return new Spread(PrintedTable.of(costs.all()).scatter(), squares / freedom);
    }

    /** How far apart the two halves of each fork are, scaled to the standard error of a whole fork; on logarithms. */
    private static double[] halves(List<Fork> sitting) {
        int turns =
                sitting.stream().mapToInt(fork -> fork.scores().size()).min().orElse(0);
        double[] odd = values(sitting, 0, turns);
        double[] even = values(sitting, 1, turns);
        int odds = (turns + 1) / 2;
        int evens = turns / 2;
        double scale = Math.sqrt((1.0 / turns) / (1.0 / odds + 1.0 / evens));
        return IntStream.range(0, odd.length)
                .mapToDouble(fork -> scale * (odd[fork] - even[fork]))
                .toArray();
    }

    /** The logarithms of what forks are worth by every other turn. */
    private static double[] values(List<Fork> sitting, int from, int turns) {
        if (turns < 2) {
            return new double[] {Double.NaN};
        }
        double[][] scores = sitting.stream()
                .map(fork -> IntStream.range(0, turns)
                        .filter(turn -> turn % 2 == from)
                        .mapToDouble(turn -> fork.scores().get(turn))
                        .toArray())
                .toArray(double[][]::new);
        if (sitting.stream().allMatch(fork -> fork.paired() != null)) {
            return LapFit.values(Arrays.stream(scores)
                    .map(fork -> Arrays.stream(fork).map(Math::log).toArray())
                    .toArray(double[][]::new));
        }
        return Arrays.stream(scores)
                .mapToDouble(fork -> Math.log(Mean.of(fork).getAsDouble()))
                .toArray();
    }

    /** The standard deviation of one fork, as a fraction. */
    public double ofFork() {
        return forks.deviation();
    }

    /** The part that comes from the turns of a fork, as a fraction. */
    public double withinForks() {
        return deviation(within);
    }

    /** The part in which forks differ for good, as a fraction; 0 where the turns explain everything. */
    public double betweenForks() {
        return deviation(between());
    }

    /** The standard deviation of one fork, had each twice the turns. */
    public double ofTwiceTheTurns() {
        return deviation(between() + within / 2);
    }

    /** The ratio of two variances of forks, with an interval of 90 % by the F distribution. */
    static Estimate ratio(Spread one, Spread other) {
        double ratio = one.variance() / other.variance();
        FDistribution ratios = FDistribution.of(one.forks.freedom(), other.forks.freedom());
        double tail = (1 - LEVEL) / 2;
        return new Estimate(
                ratio,
                ratio / ratios.inverseSurvivalProbability(tail),
                ratio / ratios.inverseCumulativeProbability(tail),
                one.forks.freedom() + other.forks.freedom());
    }

    private double variance() {
        return forks.squares() / forks.freedom();
    }

    private double between() {
        return Double.isNaN(within) ? Double.NaN : Math.max(0, variance() - within);
    }

    private static double deviation(double variance) {
        return Math.expm1(Math.sqrt(variance));
    }
}
