package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Journal;
import dev.pipemark.record.Json;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunFolder;
import dev.pipemark.record.RunPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule for further rounds. */
class UntilTest {
    private static final List<Cell> QUIET = List.of(
            Benchmark.ENCODE.cell("java", "order"),
            Benchmark.ENCODE.cell("kryo", "order"),
            Benchmark.ENCODE.cell("kryo", "order", Map.of(Parameter.COPY, "2")));
    private static final List<Cell> NOISY =
            List.of(Benchmark.STREAM.cell("java", "order"), Benchmark.STREAM.cell("kryo", "order"));
    private static final List<Cell> OTHERS = List.of(
            Benchmark.ECHO_FRAME.cell(Cell.NONE, "bytes-64"),
            Benchmark.POOL.cell("java", "order"),
            Benchmark.POOL.cell("kryo", "order"),
            Benchmark.DECODE.cell("java", "order"),
            Benchmark.STREAM.cell("java", "order", Map.of(Parameter.CORES, "2")),
            Benchmark.STREAM.cell("kryo", "order", Map.of(Parameter.CORES, "2")));

    @TempDir
    Path folder;

    private final Random random = new Random(1);

    @Test
    void aShareIsReadInPerCent() {
        assertThat(Until.parse("10%")).isEqualTo(0.1);
        assertThat(Until.parse(" 2.5 % ")).isEqualTo(0.025);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "0.1", "0%", "0.5%", "101%", "ten", "%", "-5%", "1e1%"})
    void otherTextsAreRefusedInOneSentence(String written) {
        assertThatThrownBy(() -> Until.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + written
                        + "' is not a difference to resolve: write 10%, or another share from 1% to 100%");
    }

    /** Catches a goal that cannot be reached, for a table without two codecs or one that is not a headline table. */
    @Test
    void aPlanWithoutTwoCodecsInAHeadlineTableHasNothingToResolve() {
        assertThat(Until.applies(OTHERS)).isFalse();
        assertThat(Until.applies(QUIET.subList(1, 3))).isFalse();
        assertThat(Until.applies(QUIET)).isTrue();
    }

    /** Catches further rounds of tables that resolve enough, and a table whose cells have different rounds. */
    @Test
    void allCellsOfTablesThatDoNotResolveEnoughGetAnotherRound() {
        List<Cell> cells = all();
        Until until = new Until(0.1, cells);
        List<Fork> forks = forks(cells, 5);
        assertThat(until.next(forks))
                .containsExactlyInAnyOrder(new PlannedFork(NOISY.get(0), 6), new PlannedFork(NOISY.get(1), 6));
        assertThat(until.words(forks)).matches("to resolve 10 %: so far stream order \\d+ %");
        List<Fork> more = forks(cells, 8);
        assertThat(new Until(1, cells).next(more)).isEmpty();
        assertThat(new Until(1, cells).reason(more)).isEqualTo(RunEnd.REACHED);
    }

    /** Catches a small table that ends although its scatter is almost unknown. A table of two codecs needs eight rounds. */
    @Test
    void aTableDoesNotEndBeforeItsScatterIsKnown() {
        Until until = new Until(1, all());
        List<Fork> three = forks(all(), 3);
        assertThat(until.next(three)).hasSize(5).allMatch(fork -> fork.round() == 4);
        assertThat(until.words(three))
                .matches("to resolve 100 %: so far encode order [\\d.]+ % after 3 of 5 rounds,"
                        + " stream order [\\d.]+ % after 3 of 8 rounds");
        assertThat(until.expected(three)).hasSize(3 * 2 + 2 * 5);
        assertThat(until.next(forks(all(), 7)))
                .containsExactlyInAnyOrder(new PlannedFork(NOISY.get(0), 8), new PlannedFork(NOISY.get(1), 8));
    }

    /** Catches a failed fork that counts as information about the scatter. */
    @Test
    void aTableWithAFailedForkGetsAnotherRound() {
        List<Fork> forks = forks(NOISY, 7);
        forks.add(score(NOISY.get(0), 8));
        forks.add(Samples.fork(NOISY.get(1), 8, 1, "thrpt", "ops/s"));
        Until until = new Until(1, NOISY);
        assertThat(until.next(forks)).hasSize(2).allMatch(fork -> fork.round() == 9);
        NOISY.forEach(cell -> forks.add(score(cell, 9)));
        assertThat(until.next(forks)).isEmpty();
    }

    /** Catches a run with too few rounds that counts as resolving everything. */
    @Test
    void tooFewRoundsResolveNothing() {
        assertThat(new Until(1, QUIET).next(forks(QUIET, 2)))
                .extracting(PlannedFork::round)
                .containsExactly(3, 3, 3);
    }

    /** Catches cells that always fail and are started in each round, and an incomplete round. */
    @Test
    void aCellThatAlwaysFailsIsLeftOutAndAMissingOneCatchesUp() {
        List<Cell> cells = List.of(NOISY.get(0), NOISY.get(1), Benchmark.STREAM.cell("broken", "order"));
        List<Fork> forks = forks(NOISY, 3);
        forks.add(Samples.fork(cells.get(2), 1, 1, "thrpt", "ops/s"));
        assertThat(new Until(0.01, cells).next(forks)).hasSize(2).allMatch(fork -> fork.round() == 4);
        forks.add(Samples.fork(NOISY.get(0), 4, 1, "thrpt", "ops/s", 1e6));
        assertThat(new Until(0.01, cells).next(forks)).containsExactly(new PlannedFork(NOISY.get(1), 4));
    }

    /** Catches a run that never ends. */
    @Test
    void noTableGetsMoreThanTheMostRounds() {
        Until until = new Until(0.01, NOISY);
        assertThat(until.next(forks(NOISY, RunPlan.MOST_ROUNDS - 1))).isNotEmpty();
        List<Fork> most = forks(NOISY, RunPlan.MOST_ROUNDS);
        assertThat(until.next(most)).isEmpty();
        assertThat(until.reason(most)).isEqualTo(RunEnd.MOST);
    }

    /** Catches a run that ends with its planned rounds, or does not end when it resolves enough. */
    @Test
    void aRunGoesOnUntilItResolvesEnough() throws Exception {
        Simulated forks = new Simulated(Integer.MAX_VALUE);
        RunEnd end = execute(forks, 0.1, null);
        assertThat(end.reason()).isEqualTo("complete");
        assertThat(end.until()).isEqualTo(RunEnd.REACHED);
        int extra = forks.most(NOISY) - 3;
        assertThat(extra).isPositive();
        assertThat(forks.most(QUIET)).isEqualTo(5);
        assertThat(forks.most(OTHERS)).isEqualTo(3);
        Run run = RunFolder.read(folder);
        assertThat(run.end()).isEqualTo(end);
        assertThat(run.rounds()).isEqualTo(3 + extra);
        assertThat(run.info().rounds()).isEqualTo(3);
        assertThat(new Until(0.1, all()).next(run.forks())).isEmpty();
        // Every cell has its planned rounds, with or without further ones.
        assertThat(run.outcomes().values())
                .allMatch(outcome -> outcome.toString().matches("Measured.finished=(\\d+), planned=\\1.*"));
    }

    /**
     * Catches a budget that does not limit the further rounds, and a run that counts as incomplete after its planned
     * rounds.
     */
    @Test
    void aBudgetEndsTheFurtherRounds() throws Exception {
        Simulated forks = new Simulated(3 * all().size());
        RunEnd end = execute(forks, 0.01, Duration.ofMinutes(10));
        assertThat(end.reason()).isEqualTo("complete");
        assertThat(end.until()).isEqualTo(RunEnd.SPENT);
        assertThat(forks.most(NOISY)).isEqualTo(3);
    }

    /** Catches a complete run that starts again from its beginning, or does nothing more. */
    @Test
    void aCompleteRunContinuesToAGoal() throws Exception {
        execute(new Simulated(Integer.MAX_VALUE), null, null);
        Run done = RunFolder.read(folder);
        assertThat(done.forks()).hasSize(3 * all().size());
        Simulated more = new Simulated(Integer.MAX_VALUE);
        RunEnd end = execute(more, 0.1, null);
        assertThat(end.until()).isEqualTo(RunEnd.REACHED);
        assertThat(more.ran).isNotEmpty().allMatch(fork -> fork.round() > 3 && !OTHERS.contains(fork.cell()));
        assertThat(RunFolder.read(folder).forks().subList(0, done.forks().size()))
                .isEqualTo(done.forks());
    }

    private RunEnd execute(Simulated forks, @Nullable Double goal, @Nullable Duration budget) throws Exception {
        List<Cell> cells = all();
        if (!RunFolder.begun(folder)) {
            Json.writeInfo(Samples.run(cells, 3, 1).info(), folder.resolve(RunFolder.INFO));
        }
        PairTrial trial = (codec, payloads, checks, sizes) ->
                payloads.forEach(payload -> checks.accept(new PairCheck(codec, payload, PairCheck.Fate.EXACT, "")));
        Run done = RunFolder.begun(folder) ? RunFolder.read(folder) : Samples.run(cells, 3, 1);
        try (Journal journal = Journal.open(folder)) {
            return new RunExecution(
                            done,
                            Order.SIDE_BY_SIDE,
                            new Division(Division.MOST, sitting -> true),
                            trial,
                            forks,
                            journal,
                            new SilentProgress(),
                            new Interruption(),
                            budget,
                            goal == null ? null : new Until(goal, cells),
                            false)
                    .execute();
        }
    }

    /** Sittings that end at once, with scores from {@link #score}. */
    private final class Simulated implements Forks {
        private final int cheap;
        private final List<PlannedFork> ran = new ArrayList<>();

        /**
         * Makes forks.
         *
         * @param cheap the number of forks with a planned time of one second. All later forks have a planned time of one day
         */
        Simulated(int cheap) {
            this.cheap = cheap;
        }

        int most(List<Cell> cells) {
            Set<Integer> rounds = new HashSet<>();
            ran.stream().filter(fork -> cells.contains(fork.cell())).forEach(fork -> rounds.add(fork.round()));
            return rounds.size();
        }

        @Override
        public double planned(Cell cell) {
            return ran.size() < cheap ? 1 : 86_400;
        }

        @Override
        public Optional<Fork> run(Cell cell, int round, int position) {
            throw new AssertionError("a fork was started alone");
        }

        @Override
        public Optional<List<Fork>> sit(List<PlannedFork> turns, int position, Consumer<Cell> starting) {
            ran.addAll(turns);
            return Optional.of(
                    turns.stream().map(fork -> score(fork.cell(), fork.round())).toList());
        }

        @Override
        public void note(String line) {}
    }

    private static List<Cell> all() {
        List<Cell> cells = new ArrayList<>(QUIET);
        cells.addAll(NOISY);
        cells.addAll(OTHERS);
        return cells;
    }

    private List<Fork> forks(List<Cell> cells, int rounds) {
        List<Fork> forks = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (Cell cell : cells) {
                forks.add(score(cell, round));
            }
        }
        return forks;
    }

    /** Returns a fork. Those of the noisy cells scatter by 8 %, others by half a per cent. */
    private Fork score(Cell cell, int round) {
        double scatter = NOISY.contains(cell) ? 0.08 : 0.005;
        return Samples.fork(cell, round, round, "avgt", "ns/op", 100 * Math.exp(scatter * random.nextGaussian()));
    }
}
