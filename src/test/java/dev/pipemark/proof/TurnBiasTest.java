package dev.pipemark.proof;

import static dev.pipemark.proof.TurnBias.Finding.CHANGED;
import static dev.pipemark.proof.TurnBias.Finding.WITHIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pipemark.record.Run;
import dev.pipemark.record.RunMaker;
import dev.pipemark.record.RunPlan;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.RoundTable.Sitting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnBiasTest {
    private static final int TURNS = 3;
    private static final int ITERATIONS = 25;

    /** Catches another level than 90 %, and other degrees of freedom. The quantile is {@code scipy.stats.t.isf(.05, 2)}. */
    @Test
    void aChangeHasStudentsIntervalOverSittings() {
        List<Sitting> sittings = List.of(new Sitting(1, 0), new Sitting(2, 0), new Sitting(3, 0));
        Estimate change = TurnBias.estimate(sittings, sitting -> 0.01 * sitting.round());
        double half = 2.919985580353726 * 0.01 / Math.sqrt(3);
        assertThat(Math.log(change.value())).isCloseTo(0.02, within(1e-12));
        assertThat(Math.log(change.lower())).isCloseTo(0.02 - half, within(1e-9));
        assertThat(Math.log(change.upper())).isCloseTo(0.02 + half, within(1e-9));
    }

    /**
     * Catches factors to another codec than the cheapest, beginnings that are taken from the middle of a turn, and a mean of
     * costs in place of the time per operation: of 25 iterations, the first costs 20 % more.
     */
    @Test
    void theBeginningsOfTurnsAreComparedWithWholeTurns() {
        List<TurnBias> biases = TurnBias.of(List.of(run(1.2, ITERATIONS)));
        assertThat(biases).hasSize(2);
        assertThat(biases).allMatch(bias -> bias.cheapest().equals("fast") && bias.longest() == 500);
        TurnBias moving = biases.get(0);
        assertThat(moving.codec()).isEqualTo("moving");
        double whole = 25 / (24 + 1 / 1.2);
        assertThat(moving.factors()).containsOnlyKeys(20L, 100L, 500L);
        // Forks differ by 5 %, and the factor has the scatter of two forks in five sittings. The changes have none of
        // it.
        assertThat(at(500, moving.factors())).isCloseTo(2 * whole, within(0.3));
        assertThat(moving.changes()).containsOnlyKeys(20L, 100L);
        assertThat(at(20, moving.changes())).isCloseTo(1.2 / whole, within(0.01));
        assertThat(at(100, moving.changes())).isCloseTo(5 / (4 + 1 / 1.2) / whole, within(0.005));
        assertThat(moving.findings()).containsExactly(Map.entry(20L, CHANGED), Map.entry(100L, WITHIN));
        assertThat(biases.get(1).codec()).isEqualTo("steady");
        assertThat(biases.get(1).findings()).containsExactly(Map.entry(20L, WITHIN), Map.entry(100L, WITHIN));
    }

    private static double at(long length, Map<Long, Estimate> estimates) {
        return Objects.requireNonNull(estimates.get(length)).value();
    }

    /** Catches an interval that is too wide and is called a change, and a change below 5 % that counts. */
    @ParameterizedTest
    @CsvSource({
        "0.96, 1.04, WITHIN",
        "0.95, 1.05, WITHIN",
        "1.06, 1.30, CHANGED",
        "0.80, 0.94, CHANGED",
        "1.01, 1.04, WITHIN", // certain, and too small to count
        "1.01, 1.08, OPEN", // certain, and perhaps too small to count
        "0.90, 1.00, OPEN",
        "0.70, 1.40, OPEN",
    })
    void aFindingIsReadFromTheInterval(double lower, double upper, TurnBias.Finding finding) {
        Estimate change = new Estimate(Math.sqrt(lower * upper), lower, upper, 5);
        TurnBias bias = new TurnBias(
                "encode", "a", "b", 500, new TreeMap<>(Map.of(20L, change)), new TreeMap<>(Map.of(20L, change)));
        assertThat(bias.findings()).containsExactly(Map.entry(20L, finding));
    }

    /** Catches a page that calls a wide interval a change, and one that counts iterations as turns. */
    @Test
    void thePageDistinguishesChangesFromIntervalsThatAreTooWide() {
        List<Part> parts = List.of(new Part("turns", run(1.2, ITERATIONS), List.of()));
        assertThat(ProofPage.of(Proof.of(parts), parts))
                .contains("The length of a turn changes the factor by more than 5 % for: encode moving at 20 ms.")
                .contains("| changed |")
                .contains("3 × 500 ms")
                .doesNotContain("too wide to say");
    }

    /** Catches turns of one iteration whose iterations are taken for parts of longer turns. */
    @Test
    void turnsOfOneIterationHaveNoBeginnings() {
        assertThat(TurnBias.of(List.of(run(1.2, null)))).isEmpty();
    }

    /** Draws a run in which each turn of the codec {@code moving} begins with an iteration that costs more. */
    private static Run run(double slower, @Nullable Integer turnIterations) {
        Random random = new Random(7);
        RunMaker maker = new RunMaker();
        for (int sitting = 0; sitting < 5; sitting++) {
            for (Map.Entry<String, Double> codec :
                    new TreeMap<>(Map.of("fast", 100.0, "moving", 200.0, "steady", 300.0)).entrySet()) {
                double own = 0.05 * random.nextGaussian();
                maker.fork(
                        "encode " + codec.getKey() + " order",
                        IntStream.range(0, TURNS * ITERATIONS)
                                .mapToObj(i -> codec.getValue()
                                        * Math.exp(own + 0.005 * random.nextGaussian())
                                        * (codec.getKey().equals("moving") && i % ITERATIONS == 0 ? slower : 1))
                                .toArray(Double[]::new));
            }
        }
        Run run = maker.run();
        RunPlan plan = new RunPlan(
                List.of(),
                new RunPlan.Times(0, 1, 100, TURNS * ITERATIONS, 20),
                "side-by-side",
                "same",
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                turnIterations);
        return new Run(run.info().with(plan, Map.of()), run.checks(), run.sizes(), run.forks(), run.end());
    }
}
