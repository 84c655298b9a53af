package dev.pipemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Catches a model that keeps the effects of rounds in its differences, an interval that is not simultaneous, and a noisy
 * cell that widens the intervals of its neighbours or has too narrow ones itself.
 *
 * <p>Expected figures come from Python with NumPy 2 and SciPy 1.17.1: least squares by the pseudo-inverse of the full
 * design matrix (a column for each round and each cell), Student's t by {@code scipy.stats.t.ppf(1 - 0.025/m, df)}, and
 * Cochran's test by {@code scipy.stats.f.sf}.
 */
class JudgementsTest {
    private static final Offset<Double> NEAR = within(1e-9);
    private static final double[] A = {100, 104, 98, 101, 103};
    private static final double[] B = {103, 105, 103, 102, 107};
    private static final double[] C = {131, 140, 128, 133, 137};
    private static final double[] D = {99, 106, 97, 103, 102};

    @Test
    void allPairsOfACompleteTable() {
        Judgements<String> table = judge(Map.of("a", A, "b", B, "c", C, "d", D), 0.03);
        is(table.judge("b", "a"), 1.0277463353609848, 0.9973949528202096, 1.059021330377973);
        is(table.judge("c", "a"), 1.3217602870198797, 1.2827260908196523, 1.3619823194104694);
        is(table.judge("d", "a"), 1.0017202089434254, 0.9721374294049431, 1.0322032118646842);
        is(table.judge("d", "b"), 0.9746765076925153, 0.9458923821542893, 1.0043365530485049);
        assertThat(table.judge("c", "a").verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(table.judge("a", "c").verdict()).isEqualTo(Verdict.FASTER);
        assertThat(table.judge("d", "a").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(Map.of("a", A, "b", B, "c", C, "d", D), 0.033)
                        .judge("a", "d")
                        .verdict())
                .isEqualTo(Verdict.TIED);
    }

    @Test
    void aPairTheOtherWayRoundHasTheReciprocalInterval() {
        Judgements<String> table = judge(Map.of("a", A, "b", B, "c", C), 0.03);
        Judgement one = table.judge("a", "b");
        Judgement other = table.judge("b", "a");
        assertThat(one.ratio().lower()).isCloseTo(1 / other.ratio().upper(), NEAR);
        assertThat(one.ratio().upper()).isCloseTo(1 / other.ratio().lower(), NEAR);
    }

    /** Without the second fork of {@code a} and the third of {@code d}. */
    @Test
    void forksThatFailedLeaveTheOthersComparable() {
        double[] a = {100, Double.NaN, 98, 101, 103};
        double[] d = {99, 106, Double.NaN, 103, 102};
        Judgements<String> table = judge(Map.of("a", a, "b", B, "c", C, "d", d), 0.03);
        assertThat(table.scatter().freedom()).isEqualTo(10);
        assertThat(table.scatter().squares()).isCloseTo(0.0024674224128417716, NEAR);
        is(table.judge("b", "a"), 1.0265439673492502, 0.9910578872630016, 1.0633006713779263);
        is(table.judge("c", "b"), 1.2860763804675803, 1.2448833246604154, 1.3286325100770193);
        is(table.judge("d", "a"), 1.0043280291665746, 0.9668649673709814, 1.043242670082794);
    }

    /** Three cells in three rounds. {@code c} costs twice as much as {@code a}, and {@code b} has a's costs in another order. */
    @Test
    void threeRounds() {
        Judgements<String> table = judge(
                Map.of("a", new double[] {100, 110, 121}, "b", new double[] {121, 100, 110}, "c", new double[] {
                    200, 220, 242
                }),
                0.03);
        is(table.judge("c", "a"), 2, 1.4694924217158072, 2.7220283282097477);
        is(table.judge("b", "a"), 1, 0.7347462108579053, 1.3610141641048767);
    }

    /** {@code scipy.stats.ttest_rel} on the logarithms: 0.0054623, 0.0492744. */
    @Test
    void aPairByItselfIsThePairedTest() {
        Judgement judgement = Judgement.of(rounds(B), rounds(A), 0.03);
        is(judgement, 1.0277463353609881, 1.0054772838579382, 1.05050859607205);
        assertThat(judgement.verdict()).isEqualTo(Verdict.SLOWER);
    }

    @Test
    void aNoisyCellIsJudgedByItself() {
        Map<String, double[]> costs = new LinkedHashMap<>();
        costs.put("a", A);
        costs.put("b", B);
        costs.put("d", D);
        costs.put("e", new double[] {120, 125, 118, 122, 124});
        costs.put("noisy", new double[] {100, 140, 75, 118, 90});
        Judgements<String> table = judge(costs, 0.03);
        assertThat(table.noisy()).containsExactly("noisy");
        is(table.judge("b", "a"), 1.0277463353609844, 0.9978163954247591, 1.0585740369582664);
        is(table.judge("e", "d"), 1.2014920964754738, 1.1665023475032923, 1.2375313782975093);
        is(table.judge("noisy", "a"), 1.0101343982873947, 0.5756905937092966, 1.7724303883948611);
        is(table.judge("noisy", "e"), 0.8392895325688241, 0.4783155324585313, 1.4726825111845294);
        assertThat(table.judge("noisy", "a").standing().freedom()).isEqualTo(4);
        assertThat(table.judge("b", "a").standing().freedom()).isEqualTo(12);
    }

    /** Catches a best cell that is slower than another: a noisy cell tilts the common model if a fork is missing. */
    @Test
    void noCellIsFasterThanTheCheapest() {
        Map<String, double[]> costs = new LinkedHashMap<>();
        costs.put("a", new double[] {100, 101, 99.5, 100.5, 100});
        costs.put("b", new double[] {94, 95, 93.5, 94.5, Double.NaN});
        costs.put("c", new double[] {150, 151, 149.5, 150, 151});
        costs.put("d", new double[] {160, 159, 161, 160, 159.5});
        costs.put("e", new double[] {170, 171, 169, 171, 170});
        costs.put("noisy", new double[] {180, 181, 179, 180, 1330});
        Judgements<String> table = judge(costs, 0.03);
        assertThat(table.noisy()).contains("noisy").doesNotContain("a", "b");
        assertThat(table.judge("b", "a").verdict()).isEqualTo(Verdict.FASTER);
        assertThat(table.cheapest(costs.keySet())).contains("b");
        assertThat(table.cheapest(List.of("d", "c", "noisy"))).contains("c");
        assertThat(table.cheapest(List.of("noisy"))).contains("noisy");
        // One round makes n cheaper than s. In this round t has no fork, and t is faster than n.
        Judgements<String> tilted = judge(
                Map.of(
                        "s", new double[] {100, 101, 99.5, 100.5, 100},
                        "t", new double[] {101, 102, 100.5, 101.5, Double.NaN},
                        "n", new double[] {105, 106, 104.5, 105.5, 60},
                        "x", new double[] {150, 151.5, 149.2, 150.8, 150},
                        "y", new double[] {160, 161.5, 159.2, 160.8, 160},
                        "z", new double[] {170, 171.7, 169.1, 170.8, 170}),
                0.03);
        assertThat(tilted.noisy()).contains("n").doesNotContain("s", "t");
        assertThat(tilted.judge("n", "s").ratio().value()).isLessThan(1);
        assertThat(tilted.judge("t", "n").verdict()).isEqualTo(Verdict.FASTER);
        assertThat(tilted.cheapest(List.of("s", "t", "n", "x", "y", "z"))).contains("s");
        assertThat(table.cheapest(List.of("nobody"))).isEmpty();
    }

    @Test
    void copiesContributeScatterAndAreNotCompared() {
        Map<String, double[]> costs = Map.of("a", A, "b", B, "again", D);
        Judgements<String> table = Judgements.of(table(costs), List.of("a", "b"), 0.03);
        assertThat(table.judge("a", "b").standing().freedom()).isEqualTo(8);
        assertThat(table.judge("a", "b").standing().tail()).isCloseTo(0.025, NEAR);
    }

    @Test
    void fewerThanThreeForksAreNotJudged() {
        Judgements<String> one = judge(Map.of("a", new double[] {100}, "b", new double[] {300}), 0.03);
        assertThat(one.judge("a", "b")).isEqualTo(Judgement.NONE);
        Judgements<String> two = judge(Map.of("a", A, "b", B, "few", new double[] {50, 51}), 0.03);
        assertThat(two.judges("few")).isFalse();
        assertThat(two.judge("few", "a")).isEqualTo(Judgement.NONE);
        assertThat(two.judge("a", "b").verdict()).isNotNull();
        assertThat(judge(Map.of(), 0.03).judge("a", "b")).isEqualTo(Judgement.NONE);
    }

    @Test
    void aCostWithoutLogarithmMakesItsCellUnknown() {
        Judgements<String> table = judge(Map.of("a", A, "b", B, "bad", new double[] {1, 0, 3, 4, 5}), 0.03);
        assertThat(table.judges("bad")).isFalse();
        SortedMap<Integer, Double> infinite = rounds(A);
        infinite.put(2, Double.POSITIVE_INFINITY);
        assertThat(Judgement.of(infinite, rounds(B), 0.03)).isEqualTo(Judgement.NONE);
        infinite.put(2, Double.NaN);
        assertThat(Judgement.of(infinite, rounds(B), 0.03)).isEqualTo(Judgement.NONE);
    }

    @Test
    void cellsThatShareNoRoundAreNotCompared() {
        double gap = Double.NaN;
        Judgements<String> table = judge(
                Map.of(
                        "a", new double[] {100, 101, 102, gap, gap, gap},
                        "b", new double[] {103, 105, 104, gap, gap, gap},
                        "c", new double[] {gap, gap, gap, 100, 102, 101},
                        "d", new double[] {gap, gap, gap, 110, 111, 113}),
                0.03);
        assertThat(table.judge("a", "c")).isEqualTo(Judgement.NONE);
        assertThat(table.judge("a", "b").verdict()).isNotNull();
        assertThat(table.judge("c", "d").ratio().value())
                .isCloseTo(Math.cbrt(100.0 * 102 * 101 / 110 / 111 / 113), NEAR);
    }

    @Test
    void equalForksAreTied() {
        double[] same = {5, 5, 5};
        Judgements<String> table = judge(Map.of("a", same, "b", same, "c", new double[] {6, 6, 6}), 0.03);
        assertThat(table.judge("a", "b").verdict()).isEqualTo(Verdict.TIED);
        assertThat(table.judge("c", "b").verdict()).isEqualTo(Verdict.SLOWER);
    }

    /** Half widths of the complete table with other rounds, by the same formula in Python: 48 is the first number that decides. */
    @Test
    void roundsNeededAreTheFirstThatDecide() {
        assertThat(judge(Map.of("a", A, "b", B, "c", C, "d", D), 0.01)
                        .judge("a", "d")
                        .roundsNeeded())
                .hasValue(48);
        Judgements<String> table = judge(Map.of("a", A, "b", B, "c", C, "d", D), 0.03);
        assertThat(table.judge("b", "d").roundsNeeded()).hasValue(7);
        assertThat(table.judge("a", "c").roundsNeeded()).isEmpty();
    }

    /** λ from {@code scipy.stats.nct.sf(c, df, λ) = 0.8} by {@code brentq}. */
    @Test
    void findsTheSmallestDifferenceFourTimesOutOfFive() {
        assertThat(Power.needed(2.2621571628, 9)).isCloseTo(3.1496356782741266, within(1e-5));
        assertThat(Power.needed(2.7764451052, 4)).isCloseTo(3.761060261006801, within(1e-5));
        assertThat(Power.needed(8.6103015814, 4)).isCloseTo(10.673872310144786, within(1e-5));
        assertThat(Power.needed(3.5, 40)).isCloseTo(4.381297193335806, within(1e-5));
        Judgements<String> table = judge(Map.of("a", A, "b", B, "c", C, "d", D), 0.03);
        assertThat(new Sensitivity().of(table.judge("a", "b"))).isCloseTo(0.039591716328411075, within(1e-6));
        assertThat(new Sensitivity().of(Judgement.NONE)).isNaN();
        assertThat(new Sensitivity().median(List.of())).isNaN();
    }

    private static void is(Judgement judgement, double value, double lower, double upper) {
        assertThat(judgement.ratio().value()).isCloseTo(value, NEAR);
        assertThat(judgement.ratio().lower()).isCloseTo(lower, within(1e-7));
        assertThat(judgement.ratio().upper()).isCloseTo(upper, within(1e-7));
    }

    private static Judgements<String> judge(Map<String, double[]> costs, double delta) {
        return Judgements.of(table(costs), costs.keySet(), delta);
    }

    private static RoundTable<String> table(Map<String, double[]> costs) {
        Map<String, SortedMap<Integer, Double>> byRound = new LinkedHashMap<>();
        costs.forEach((cell, values) -> byRound.put(cell, rounds(values)));
        return RoundTable.of(byRound);
    }

    /** Returns costs by round. A NaN is a fork that failed. */
    static SortedMap<Integer, Double> rounds(double... costs) {
        SortedMap<Integer, Double> rounds = new TreeMap<>();
        for (int i = 0; i < costs.length; i++) {
            if (!Double.isNaN(costs[i])) {
                rounds.put(i + 1, costs[i]);
            }
        }
        return rounds;
    }
}
