package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Making;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.run.Block.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.runner.options.Options;

class TimeModelTest {
    private static final PayloadFacts ORDER = new PayloadFacts("order", "instances");
    private static final Options USER = Samples.options();
    private static final Cell ENCODE = cell(Benchmark.ENCODE);
    private static final Cell STREAM = cell(Benchmark.STREAM);

    private final Benchmarks benchmarks = Benchmarks.onClassPath();
    private final TimeModel unknown = new TimeModel(benchmarks, List.of(ORDER));

    /** Catches a plan that leaves out the time in which forks make the values of their turns. */
    @Test
    void aRingIsFilledBeforeEachTurn() {
        double fill = 0.064;
        TimeModel model = with(new Making(fill / 8, 8));

        assertThat(model.keptRing(ENCODE, Timing.FULL)).isZero();
        assertThat(fork(model, ENCODE) - fork(unknown, ENCODE)).isBetween(11 * fill, 16 * fill);
    }

    /** Catches forks that make values in most of their time, and a plan that does not say so. */
    @Test
    void aRingThatTakesLongerThanATurnIsFilledOnce() {
        double fill = 4;
        TimeModel model = with(new Making(fill / 8, 8));

        assertThat(model.keptRing(ENCODE, Timing.FULL)).isEqualTo(8);
        assertThat(fork(model, ENCODE) - fork(unknown, ENCODE)).isBetween(2 * fill, 5 * fill);
    }

    /** Catches forks that need minutes for their values, and a ring whose number of values is too small or not a power of two. */
    @ParameterizedTest
    @CsvSource({"0.001, 64, 64", "0.001, 1024, 512", "0.03, 64, 32", "0.2, 64, 16", "9, 64, 16", "9, 4, 4", "0, 64, 64"
    })
    void aKeptRingIsMadeInASecond(double seconds, int ring, int kept) {
        assertThat(new Making(seconds, ring).kept()).isEqualTo(kept);
    }

    /** Catches a plan that leaves out the values that the worker makes to check what arrived. */
    @Test
    void theWorkerMakesValuesToo() {
        TimeModel model = with(new Making(0.5, 8));

        assertThat(fork(model, STREAM) - fork(unknown, STREAM))
                .isGreaterThan(fork(model, ENCODE) - fork(unknown, ENCODE) + 4);
    }

    /** Catches pairs of the suite's payloads, whose plan would change. */
    @Test
    void otherPayloadsArePlannedAsBefore() {
        TimeModel model = with(new Making(0.5, 8));
        Cell other = Cell.of("encode", "java", "int", Map.of());

        assertThat(fork(model, other)).isEqualTo(fork(unknown, other));
        assertThat(model.keptRing(other, Timing.FULL)).isZero();
        assertThat(model.probes(List.of(other))).isEqualTo(unknown.probes(List.of(other)));
    }

    @Test
    void pairsAreTriedWithValuesThatTakeTheirTime() {
        TimeModel model = with(new Making(0.5, 8));

        // At least three times 8 values are sent there and back, and up to 64 are made to compute sizes.
        assertThat(model.probes(List.of(ENCODE)) - unknown.probes(List.of(ENCODE)))
                .isGreaterThan(0.5 * 88);
    }

    /** Catches a budget that is kept only if values take no time. */
    @Test
    void aBudgetCountsTheTimeOfMakingValues() {
        Plan plan = new Plan(
                "sample",
                9,
                Timing.SHORT,
                List.of(new Table()
                        .add(Benchmark.ENCODE, List.of("java", "kryo"), "order")
                        .as("yours")),
                List.of());
        Duration budget = Duration.ofSeconds(100);

        int fast = Budget.fit(plan, budget, cut -> seconds(unknown, cut)).rounds();
        int slow = Budget.fit(plan, budget, cut -> seconds(with(new Making(0.1, 8)), cut))
                .rounds();
        assertThat(fast).isGreaterThan(slow);
        assertThat(slow).isGreaterThan(1);
    }

    private TimeModel with(Making making) {
        return new TimeModel(benchmarks, List.of(ORDER.with(making)));
    }

    private static double fork(TimeModel model, Cell cell) {
        return model.fork(cell, Timing.FULL, USER);
    }

    private static double seconds(TimeModel model, Plan plan) {
        return model.run(plan.cells(), plan.rounds(), plan.timing(), USER);
    }

    private static Cell cell(Benchmark benchmark) {
        return Cell.of(benchmark.id(), "java", "order", Map.of());
    }
}
