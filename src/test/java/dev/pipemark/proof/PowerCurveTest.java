package dev.pipemark.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pipemark.record.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PowerCurveTest {
    /**
     * Catches tables that are drawn or counted wrong. Forks scatter by 4 %. Five of them find 10 % in 80 % of pairs and
     * 5 % in 32 %. Ten find 5 % in 68 %. These are values of
     * {@code scipy.stats.nct.sf(scipy.stats.t.isf(.025, n - 1), n - 1, ln(1.1) / (.04 · √(2 / n)))}. They hold for a
     * margin of a tie that is small, as it is here.
     */
    @Test
    void pairsFindTheShareThatTheirScatterAllows() {
        PowerCurve curve = PowerCurve.of(KnownCosts.of(Simulated.known(60, 0.04).run(3)));
        assertThat(row(curve, 0, false).pairsOfFive().share()).isCloseTo(0.05, within(0.03));
        assertThat(row(curve, 0, false).tablesOfFive().share()).isLessThan(0.1);
        assertThat(row(curve, 10, false).pairsOfFive().share()).isCloseTo(0.80, within(0.06));
        assertThat(row(curve, 5, false).pairsOfTen().share()).isGreaterThan(0.55);
        assertThat(row(curve, 20, false).pairsOfTen().share()).isEqualTo(1);
        assertThat(row(curve, 30, false).tablesOfTen().share()).isEqualTo(1);
        assertThat(row(curve, 10, true).times()).isCloseTo(1.1, within(0.02));
        assertThat(row(curve, 10, true).pairsOfFive().share())
                .isCloseTo(row(curve, 10, false).pairsOfFive().share(), within(0.2));
        assertThat(row(curve, 20, true).tablesOfTen().share()).isEqualTo(1);
    }

    /** Catches a share of tables that were not measured. */
    @Test
    void moreSittingsThanWereMeasuredHaveNoShare() {
        PowerCurve curve = PowerCurve.of(KnownCosts.of(Simulated.known(6, 0.04).run(3)));
        assertThat(row(curve, 10, true).pairsOfTen()).isEqualTo(Count.NONE);
        assertThat(row(curve, 10, true).pairsOfFive().of()).isEqualTo(PowerCurve.PAIRS);
        assertThat(row(curve, 10, true).tablesOfFive().of()).isEqualTo(PowerCurve.TABLES);
    }

    /** Catches a fork that is drawn twice, or into another sitting, whose effect on all forks is another one. */
    @Test
    void drawsHaveEachForkOfTheirSittingsOnce() {
        Run run = Simulated.known(8, 0.05).run(5);
        KnownCosts costs = KnownCosts.of(run);
        Draws.Draw draw = new Draws(costs, 11).next(5);
        Map<Integer, List<Double>> drawn = new TreeMap<>();
        draw.equal()
                .forEach(codec -> codec.forEach((sitting, cost) ->
                        drawn.computeIfAbsent(sitting, any -> new ArrayList<>()).add(cost)));
        assertThat(drawn).hasSize(5);
        drawn.forEach((sitting, forks) -> assertThat(forks)
                .containsExactlyInAnyOrderElementsOf(
                        costs.equal().stream().map(codec -> codec.get(sitting)).toList()));
        assertThat(draw.equal().get(0)).isNotEqualTo(costs.equal().get(0));
        Map<Integer, Double> first = draw.equal().get(0);
        assertThat(draw.shifted(10))
                .hasSize(5)
                .allSatisfy((sitting, cost) ->
                        assertThat(cost).isCloseTo(1.1 * first.getOrDefault(sitting, Double.NaN), within(1e-9)));
    }

    private static PowerCurve.Row row(PowerCurve curve, int percent, boolean really) {
        return curve.rows().stream()
                .filter(row -> row.percent() == percent && row.really() == really)
                .findFirst()
                .orElseThrow();
    }
}
