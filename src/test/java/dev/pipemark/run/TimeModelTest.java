package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Carrying;
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

    /**
     * A class with hundreds of fields ({@code org.apache.maven.model.Model} with {@code --size 1..2 --depth 5}), as a probe measured
     * it on two cores.
     */
    private static final PayloadFacts LARGE = ORDER.with(new Making(0.0025, 8))
            .with(new Carrying(
                    0.025,
                    Map.of(
                            "java", new Carrying.Coder(0.1, 0.006),
                            "kryo-graph", new Carrying.Coder(0.19, 0.0045),
                            "fory-graph", new Carrying.Coder(2.98, 0.0033))));

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

    /** Catches a plan that ignores the seconds in which a library generates code for many classes, in each process. */
    @Test
    void eachProcessOfAForkOpensACoder() {
        double opening = 3;
        TimeModel model = carrying(0, new Carrying.Coder(opening, 0));

        assertThat(fork(model, ENCODE) - fork(unknown, ENCODE)).isBetween(opening - 0.5, opening);
        assertThat(fork(model, STREAM) - fork(unknown, STREAM)).isBetween(2 * opening - 1, 2 * opening);
        Cell arm = Cell.of("encode", "java@old", "order", Map.of());
        assertThat(fork(model, arm)).isEqualTo(fork(model, ENCODE));
        Cell other = Cell.of("encode", "kryo", "order", Map.of());
        assertThat(fork(model, other)).isEqualTo(fork(unknown, other));
    }

    /** Catches a plan that lengthens the forks of small classes, whose opening the constants include. */
    @Test
    void aCoderThatOpensFastAddsNothing() {
        TimeModel model = carrying(0, new Carrying.Coder(0.1, 0));

        assertThat(fork(model, STREAM)).isEqualTo(fork(unknown, STREAM));
        assertThat(model.probes(List.of(STREAM))).isEqualTo(unknown.probes(List.of(STREAM)));
    }

    /** Catches a plan that forgets the messages before each iteration: 64 are in flight when its clock starts. */
    @Test
    void aStreamFillsItsWindowBeforeEachIteration() {
        double message = 0.004;
        TimeModel model = carrying(0, new Carrying.Coder(0, message));
        int iterations = Timing.FULL.warmups() + Timing.FULL.iterations();

        double stream = fork(model, STREAM) - fork(unknown, STREAM);
        double encode = fork(model, ENCODE) - fork(unknown, ENCODE);
        assertThat(stream - encode).isBetween(64 * iterations * message, 75 * iterations * message);
    }

    /** Catches a plan without the comparisons after the measurement. Both processes compare, and a stream in pairs. */
    @Test
    void theValuesOfTheRingAreCompared() {
        double comparing = 0.04;
        TimeModel model = carrying(comparing, new Carrying.Coder(0, 0));

        double encode = fork(model, ENCODE) - fork(unknown, ENCODE);
        assertThat(encode).isBetween(8 * comparing, 30 * comparing);
        assertThat(fork(model, STREAM) - fork(unknown, STREAM)).isCloseTo(4 * encode, within(1e-9));
    }

    /** Catches a plan that takes hours for values whose check ends early. */
    @Test
    void aCheckHasATimeLimit() {
        TimeModel model = carrying(60, new Carrying.Coder(0, 0));

        assertThat(fork(model, STREAM) - fork(unknown, STREAM)).isEqualTo(10, within(1e-9));
    }

    /** Catches a trial that is planned without its openings: both workers open a coder, one after the other. */
    @Test
    void theTrialOfAPairOpensTwoCoders() {
        TimeModel model = carrying(0, new Carrying.Coder(3, 0));

        assertThat(model.probes(List.of(ENCODE, STREAM)) - unknown.probes(List.of(ENCODE, STREAM)))
                .isBetween(5.0, 6.0);
    }

    /**
     * The measured times are means of the forks of a run with this class. Catches a plan that ignores what the probe measured: it
     * has 2.9 s for each fork of encode, and 3.4 s for each of stream.
     */
    @ParameterizedTest
    @CsvSource({
        "encode, java, 4.0",
        "encode, kryo-graph, 4.1",
        "encode, fory-graph, 7.0",
        "decode, java, 4.1",
        "decode, kryo-graph, 4.2",
        "decode, fory-graph, 7.1",
        "stream, java, 12.6",
        "stream, kryo-graph, 11.0",
        "stream, fory-graph, 16.4"
    })
    void forksOfALargeClassArePlannedAsTheyWereMeasured(String benchmark, String codec, double seconds) {
        Cell cell = Benchmark.named(benchmark).orElseThrow().cell(codec, "order");

        assertThat(new TimeModel(benchmarks, List.of(LARGE)).fork(cell, Timing.SHORT, USER))
                .isCloseTo(seconds, withinPercentage(30));
    }

    /** Catches a run of a large class that takes longer than it may, and a small class that loses a benchmark for nothing. */
    @Test
    void onlyALargeClassLosesABenchmark() {
        List<String> codecs = List.of("java", "kryo-graph", "fory-graph");
        Plan plan =
                new Plan("yours", 3, Timing.SHORT, Presets.yours(List.of("order"), codecs, cell -> true), List.of());
        TimeModel large = new TimeModel(benchmarks, List.of(LARGE));

        assertThat(Shortened.of(plan, 240, each -> seconds(unknown, each)).leftOut())
                .isEmpty();
        assertThat(Shortened.of(plan, 240, each -> seconds(large, each)).leftOut())
                .containsExactly("encode");
    }

    private TimeModel carrying(double comparing, Carrying.Coder java) {
        PayloadFacts payload = ORDER.with(new Making(0, 8)).with(new Carrying(comparing, Map.of("java", java)));
        return new TimeModel(benchmarks, List.of(payload));
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
        return benchmark.cell("java", "order");
    }
}
