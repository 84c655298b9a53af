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
 * The scatter of forks about their sitting and codec, and its sources. The odd turns and the even turns of a fork give
 * two values, by the same fit as for whole forks. Only noise within the fork makes the two differ. Turns count as
 * independent: a disturbance that lasts for several turns is in both halves, and belongs to the scatter between forks.
 * The robust fit is less efficient with half the turns. A simulation of eight to ten turns gave a noise within forks
 * that is 2 to 4 % too large for normal turns, and 9 to 10 % too large if one turn in ten is disturbed.
 *
 * @param forks the residuals of {@code log(fork) ~ sitting + codec}
 * @param within the variance of a fork's logarithm that comes from its own turns; NaN if forks have a single turn
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

    /**
     * Returns the difference of the two halves of each fork on logarithms, scaled to the standard error of a whole fork.
     */
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

    /** Returns the logarithms of the values of forks from every other turn. */
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

    /** Returns the standard deviation of one fork, as a fraction. */
    public double ofFork() {
        return forks.deviation();
    }

    /** Returns the part of it that comes from the turns of a fork, as a fraction. */
    public double withinForks() {
        return deviation(within);
    }

    /** Returns the part by which forks differ in all their turns, as a fraction; 0 if the turns explain everything. */
    public double betweenForks() {
        return deviation(between());
    }

    /** Returns the standard deviation of one fork if each had twice the turns. */
    public double ofTwiceTheTurns() {
        return deviation(between() + within / 2);
    }

    /** Returns the ratio of two variances of forks, with an interval of 90 % by the F distribution. */
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
