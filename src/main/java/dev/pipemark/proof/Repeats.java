package dev.pipemark.proof;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Costs;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Resolution;
import dev.pipemark.record.Run;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Judgements;
import dev.pipemark.stats.RoundTable;
import dev.pipemark.stats.Stats;
import dev.pipemark.stats.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One cell measured many times over as so many arms, whose differences are known: none, or one that was added. What a
 * method of comparing says of their pairs tells how often it is wrong.
 */
public final class Repeats {
    /** How often a method with intervals of 95 % may call equal arms different. */
    static final double WRONG = 1 - Stats.CONFIDENCE;

    /** JMH's own intervals are of 99.9 %, over all iterations of all forks. */
    private static final double JMH_TAIL = (1 - 0.999) / 2;

    private static final double CERTAIN = 0.99;

    private final List<List<Fork>> arms;
    private final List<SortedMap<Integer, Double>> costs;

    private Repeats(List<List<Fork>> arms) {
        this.arms = arms;
        this.costs = arms.stream().map(Costs::byRound).toList();
    }

    /** The arms of a codec's cells in the order in which they were planned. */
    public static Repeats of(Run run, String codec) {
        Map<Cell, List<Fork>> forks = new LinkedHashMap<>();
        run.info().cells().stream()
                .filter(cell -> cell.codec().equals(codec))
                .forEach(cell -> forks.put(cell, new ArrayList<>()));
        run.forks().stream()
                .filter(fork -> fork.failure() == null)
                .forEach(fork ->
                        forks.getOrDefault(fork.cell(), new ArrayList<>()).add(fork));
        return new Repeats(List.copyOf(forks.values()));
    }

    public int arms() {
        return arms.size();
    }

    /** Forks of the arm that has the fewest. */
    public int rounds() {
        return costs.stream().mapToInt(Map::size).min().orElse(0);
    }

    /**
     * How many pairs are called different though they are equal, each judged by itself: its interval leaves 1 out.
     */
    public Count different() {
        int found = 0;
        for (int a = 0; a < costs.size(); a++) {
            for (int b = a + 1; b < costs.size(); b++) {
                Estimate ratio = Judgement.of(costs.get(a), costs.get(b), Resolution.LEAST)
                        .ratio();
                found += ratio.lower() > 1 || ratio.upper() < 1 ? 1 : 0;
            }
        }
        return new Count(found, pairs());
    }

    /**
     * The same by JMH's intervals: Student's t over the scores of all iterations of all forks. A pair is called different
     * when its two intervals do not meet.
     */
    public Count differentByIterations() {
        double[][] intervals = arms.stream().map(Repeats::pooled).toArray(double[][]::new);
        int found = 0;
        for (int a = 0; a < intervals.length; a++) {
            for (int b = a + 1; b < intervals.length; b++) {
                found += intervals[a][0] > intervals[b][1] || intervals[b][0] > intervals[a][1] ? 1 : 0;
            }
        }
        return new Count(found, pairs());
    }

    /**
     * The most pairs that may be called different: the 99 % quantile of the binomial at 5 %. It takes the pairs for
     * independent. Those that share an arm are not, so that a correct method exceeds it more often than one time in a
     * hundred, and never less often.
     */
    public int allowed() {
        return BinomialDistribution.of(pairs(), WRONG).inverseCumulativeProbability(CERTAIN);
    }

    /** How many pairs of an arm of these and one of the others are found: these are judged slower. */
    public Count slowerThan(Repeats others) {
        int found = 0;
        for (SortedMap<Integer, Double> slow : costs) {
            for (SortedMap<Integer, Double> other : others.costs) {
                found += slower(slow, other) ? 1 : 0;
            }
        }
        return new Count(found, costs.size() * others.costs.size());
    }

    /**
     * How many pairs are found when one arm of each, and then the other, is made slower by a known factor.
     *
     * @param shift by which fraction, 0.1 for 10 %
     */
    public Count foundIfShifted(double shift) {
        int found = 0;
        for (int a = 0; a < costs.size(); a++) {
            for (int b = 0; b < costs.size(); b++) {
                if (a != b) {
                    Map<Integer, Double> shifted = new LinkedHashMap<>();
                    costs.get(a).forEach((round, cost) -> shifted.put(round, cost * (1 + shift)));
                    found += slower(shifted, costs.get(b)) ? 1 : 0;
                }
            }
        }
        return new Count(found, 2 * pairs());
    }

    /** How many times the cost of the others' arms these cost: the ratio of the geometric means of all forks. */
    public double times(Repeats others) {
        return Math.exp(meanLog() - others.meanLog());
    }

    private double meanLog() {
        return costs.stream()
                .flatMap(arm -> arm.values().stream())
                .mapToDouble(Math::log)
                .average()
                .orElse(Double.NaN);
    }

    /** The standard deviation of the difference of two arms in one round, as a fraction. */
    public double pairedScatter() {
        Map<Integer, Map<Integer, Double>> table = new LinkedHashMap<>();
        for (int arm = 0; arm < costs.size(); arm++) {
            table.put(arm, costs.get(arm));
        }
        return Judgements.of(RoundTable.of(table), table.keySet(), Resolution.LEAST)
                .scatter()
                .ofPair();
    }

    private int pairs() {
        return arms.size() * (arms.size() - 1) / 2;
    }

    private static boolean slower(Map<Integer, Double> one, Map<Integer, Double> other) {
        return Judgement.of(one, other, Resolution.LEAST).verdict() == Verdict.SLOWER;
    }

    /** Both ends of JMH's interval. */
    private static double[] pooled(List<Fork> forks) {
        double[] scores = forks.stream()
                .flatMap(fork -> fork.scores().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (scores.length < 2) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double mean = Mean.of(scores).getAsDouble();
        double error = Math.sqrt(Variance.of(scores).getAsDouble() / scores.length)
                * TDistribution.of(scores.length - 1).inverseSurvivalProbability(JMH_TAIL);
        return new double[] {mean - error, mean + error};
    }

    /** So many of so many. */
    public record Count(int found, int of) {
        public double share() {
            return (double) found / of;
        }
    }
}
