package dev.pipemark.stats;

import static dev.pipemark.stats.JudgementsTest.rounds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Catches intervals that cover less than 95 %, and a resolution that is not kept, on forks drawn from a fixed seed. The bounds
 * are the 1 % and 99 % quantiles of the binomial distribution, by {@code scipy.stats.binom.ppf}.
 */
class CoverageTest {
    private static final int ROUNDS = 10;
    private static final double SCATTER = 0.07;

    private final SplittableRandom random = new SplittableRandom(20_13);

    /** Of 1,000 pairs at 5 %: 35 to 67. */
    @Test
    void oneInTwentyEqualPairsJudgedSinglyIsCalledDifferent() {
        int different = 0;
        for (int pair = 0; pair < 1_000; pair++) {
            double[] drift = drift();
            Judgement judgement = Judgement.of(forks(drift, 1), forks(drift, 1), 0);
            different += judgement.verdict() == Verdict.INCONCLUSIVE ? 0 : 1;
        }
        assertThat(different).isBetween(35, 67);
    }

    /** Of 400 tables at 5 %: at most 31. With Bonferroni's inequality there may be fewer. */
    @Test
    void oneInTwentyTablesOfEqualCellsHasADifference() {
        int different = 0;
        for (int table = 0; table < 400; table++) {
            double[] drift = drift();
            Map<Integer, SortedMap<Integer, Double>> cells = new LinkedHashMap<>();
            for (int cell = 0; cell < 6; cell++) {
                cells.put(cell, forks(drift, 1));
            }
            Judgements<Integer> judgements = Judgements.of(RoundTable.of(cells), cells.keySet(), 0);
            boolean any = false;
            for (int one = 0; one < 6; one++) {
                for (int other = one + 1; other < 6; other++) {
                    any |= judgements.judge(one, other).verdict() != Verdict.INCONCLUSIVE;
                }
            }
            different += any ? 1 : 0;
        }
        assertThat(different).isBetween(4, 31);
    }

    /** A difference that ten rounds resolve at a known scatter. Of 1,000 pairs at 80 %: 770 to 829. */
    @Test
    void aResolvedDifferenceIsFoundFourTimesOutOfFive() {
        double resolved = Power.needed(2.2621571628, ROUNDS - 1) * SCATTER * Math.sqrt(2.0 / ROUNDS);
        int found = 0;
        for (int pair = 0; pair < 1_000; pair++) {
            double[] drift = drift();
            Judgement judgement = Judgement.of(forks(drift, Math.exp(resolved)), forks(drift, 1), 0);
            found += judgement.verdict() == Verdict.SLOWER ? 1 : 0;
        }
        assertThat(found).isBetween(770, 829);
    }

    /** Returns effects of rounds, which are far larger than the scatter of forks. */
    private double[] drift() {
        return random.doubles(ROUNDS, 100, 200).toArray();
    }

    private SortedMap<Integer, Double> forks(double[] drift, double times) {
        double[] costs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            costs[round] = times * drift[round] * Math.exp(SCATTER * random.nextGaussian());
        }
        return rounds(costs);
    }
}
