package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Metric;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Real forks that take turns. Some of them end too early. */
class SittingTest {
    private static final int LAPS = 5;
    private static final Timing BRIEF = new Timing(10, 1, 10, LAPS, 10);

    /** A long warm-up, which these forks do not need. Others wait for a quarter of it. */
    private static final Timing PATIENT = new Timing(8_000, 1, 10, LAPS, 10);

    @TempDir
    Path folder;

    private final Interruption interruption = new Interruption();
    private final Benchmarks benchmarks = Benchmarks.onClassPath();
    private final PrintStream err = System.err;
    private Timing timing = BRIEF;
    private int turnIterations = 1;
    private ForkLog log;

    @BeforeEach
    void open() throws IOException {
        log = ForkLog.open(folder.resolve("log.txt"), null, VerboseMode.NORMAL);
        System.setErr(log.errors());
    }

    @AfterEach
    void close() {
        System.setErr(err);
        log.end();
    }

    /**
     * Catches two forks that measure at once, a lap with no turn or two turns of a fork, and laps in the same order.
     */
    @Test
    void forksTakeTurnsOneAtATimeInShuffledLaps() throws IOException {
        List<Fork> forks = sit("orderly", "orderly", "orderly").orElseThrow();
        assertThat(forks)
                .allMatch(fork -> fork.failure() == null && fork.scores().size() == LAPS && fork.paired() != null);
        List<Seated.Entry> turns = diary(Seated.Part.TURN);
        assertThat(turns).hasSize(3 * LAPS);
        Set<List<Long>> orders = new HashSet<>();
        for (int turn = 0; turn < turns.size(); turn++) {
            if (turn > 0) {
                assertThat(turns.get(turn).begun())
                        .isGreaterThan(turns.get(turn - 1).ended());
            }
            if (turn % 3 == 0) {
                List<Long> lap = turns.subList(turn, turn + 3).stream()
                        .map(Seated.Entry::pid)
                        .toList();
                assertThat(lap).doesNotHaveDuplicates();
                orders.add(lap);
            }
        }
        assertThat(orders).hasSizeGreaterThan(1);
    }

    /** Catches a turn of several iterations that is interrupted by a turn of another fork. */
    @Test
    void aTurnOfSeveralIterationsBelongsToOneFork() throws IOException {
        turnIterations = 2;
        assertThat(sit("orderly", "orderly").orElseThrow())
                .allMatch(fork -> fork.scores().size() == LAPS);
        List<Long> pids =
                diary(Seated.Part.TURN).stream().map(Seated.Entry::pid).toList();
        assertThat(pids).hasSize(2 * LAPS);
        // Five iterations make two turns of two, and one of one.
        for (int lap = 0; lap < LAPS / 2; lap++) {
            assertThat(pids.get(4 * lap)).isEqualTo(pids.get(4 * lap + 1)).isNotEqualTo(pids.get(4 * lap + 2));
            assertThat(pids.get(4 * lap + 2)).isEqualTo(pids.get(4 * lap + 3));
        }
        assertThat(pids.get(2 * LAPS - 2)).isNotEqualTo(pids.get(2 * LAPS - 1));
    }

    /** Catches a warm-up that waits for a turn, or runs while another fork measures or warms up. */
    @Test
    void eachForkWarmsUpAloneBeforeAnyTurn() throws IOException {
        assertThat(sit("orderly", "orderly", "orderly")).isPresent();
        List<Seated.Entry> all = diary(Seated.Part.WARM_UP, Seated.Part.TURN);
        assertThat(all.subList(0, 3)).allMatch(entry -> entry.part() == Seated.Part.WARM_UP);
        assertThat(all.subList(3, all.size())).allMatch(entry -> entry.part() == Seated.Part.TURN);
        for (int next = 1; next < 3; next++) {
            assertThat(all.get(next).begun()).isGreaterThan(all.get(next - 1).ended());
        }
    }

    /** Catches compilers, or other threads of a fork, that take the core from the fork whose turn it is. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void noTurnBeginsWhileAThreadOfAnotherForkWorks() throws IOException {
        timing = PATIENT;
        List<Fork> forks = sit("leavingWorkAfterItsTurns", "orderly").orElseThrow();
        assertThat(forks).allMatch(fork -> fork.failure() == null);
        List<Seated.Entry> turns = diary(Seated.Part.TURN);
        List<Seated.Entry> left = diary(Seated.Part.LEFT);
        assertThat(left).hasSize(LAPS);
        for (Seated.Entry work : left) {
            assertThat(turns)
                    .filteredOn(turn -> turn.pid() != work.pid())
                    .noneMatch(turn -> turn.begun() < work.ended() && turn.ended() > work.begun());
        }
    }

    /** Catches checks at the end of a fork that run, or are compiled, in the turns of others. */
    @Test
    void valuesAreCheckedAfterTheLastTurnOfAllForks() throws IOException {
        assertThat(sit("orderly", "orderly", "orderly")).isPresent();
        List<Seated.Entry> turns = diary(Seated.Part.TURN);
        assertThat(diary(Seated.Part.END))
                .hasSize(3)
                .allMatch(end -> end.begun() > turns.get(turns.size() - 1).ended());
    }

    /** Catches a death that ends the sitting, or is blamed on another fork. */
    @Test
    void theOthersContinueIfAForkDies() {
        List<Fork> forks = sit("orderly", "dyingInItsSecondTurn", "throwingInItsSecondTurn", "orderly")
                .orElseThrow();
        assertThat(forks.get(0).scores()).hasSize(LAPS);
        assertThat(forks.get(1).failure()).contains("exit code 3");
        assertThat(forks.get(2).failure()).startsWith("IllegalArgumentException: no such luck");
        assertThat(forks.get(3).scores()).hasSize(LAPS);
        assertThat(forks).extracting(fork -> fork.paired() == null).containsExactly(false, true, true, false);
    }

    /** Catches a run that ends because all forks of a sitting have died. */
    @Test
    void aSittingInWhichEveryForkDiesIsRecorded() {
        assertThat(sit("dyingInItsSecondTurn", "dyingInItsSecondTurn").orElseThrow())
                .hasSize(2)
                .allMatch(fork -> fork.failure() != null && fork.paired() == null);
    }

    /** Catches a fork that blocks a sitting forever, and a fork that is killed because it waited long for others. */
    @Test
    void aForkThatHangsInItsTurnIsKilledAndTheOthersContinue() {
        List<Fork> forks = sit(3, cell -> {}, "orderly", "hangingInItsSecondTurn", "orderly")
                .orElseThrow();
        assertThat(forks.get(0).scores()).hasSize(LAPS);
        assertThat(forks.get(1).failure()).startsWith("killed after").endsWith("--deadline raises it");
        assertThat(forks.get(2).scores()).hasSize(LAPS);
        assertThat(childrenThatAreForks()).isEmpty();
    }

    /** Catches a fork that keeps the others from ending, and one whose values were not checked and that has scores. */
    @Test
    void aForkThatHangsInItsChecksIsKilledAndTheOthersEnd() {
        List<Fork> forks =
                sit(3, cell -> {}, "hangingAfterItsLastTurn", "orderly").orElseThrow();
        assertThat(forks.get(0).scores()).isEmpty();
        assertThat(forks.get(0).failure()).startsWith("killed after");
        assertThat(forks.get(1).scores()).hasSize(LAPS);
        assertThat(childrenThatAreForks()).isEmpty();
    }

    /** Catches forks that outlive the run, and forks that the user killed and that count as failed. */
    @Test
    void anInterruptionEndsAllForks() {
        List<Cell> started = new ArrayList<>();
        Optional<List<Fork>> forks = sit(
                30,
                cell -> {
                    started.add(cell);
                    if (started.size() == 3) {
                        assertThat(childrenThatAreForks()).hasSize(2);
                        interruption.request();
                    }
                },
                "orderly",
                "orderly",
                "orderly");
        assertThat(started).hasSize(3);
        assertThat(forks).isEmpty();
        assertThat(childrenThatAreForks()).isEmpty();
    }

    /** Catches text of forks that is mixed up or lost. */
    @Test
    void theLogHasOneForkAfterTheOther() throws IOException {
        sit("orderly", "dyingInItsSecondTurn", "orderly");
        log.flush();
        String text = Files.readString(folder.resolve("log.txt"));
        assertThat(text)
                .containsSubsequence(
                        "==== round 1, orderly",
                        "Iteration   5:",
                        "==== round 1, dying",
                        "exit code 3",
                        "==== round 1, orderly",
                        "Iteration   5:");
        assertThat(text).doesNotContain("WARNING: JMH lock");
    }

    /** Catches memory that is not recorded, and a worker that is left out. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theMemoryOfBothProcessesIsRecorded() {
        List<Fork> forks = sit(
                        30,
                        cell -> {},
                        List.of(Benchmark.STREAM.cell("raw", "bytes-64"), Benchmark.ENCODE.cell("raw", "bytes-64")))
                .orElseThrow();
        assertThat(forks).allMatch(fork -> fork.failure() == null);
        assertThat(forks.get(0).note().metrics())
                .hasEntrySatisfying(
                        Metric.PARENT_RSS, mebibytes -> assertThat(mebibytes).isBetween(20.0, 1500.0))
                .hasEntrySatisfying(
                        Metric.WORKER_RSS, mebibytes -> assertThat(mebibytes).isBetween(20.0, 1500.0));
        assertThat(forks.get(1).note().metrics()).containsKey(Metric.PARENT_RSS).doesNotContainKey(Metric.WORKER_RSS);
    }

    /** Returns these parts of the work of all forks, in the order of time. */
    private List<Seated.Entry> diary(Seated.Part... parts) throws IOException {
        return Seated.read(folder).stream()
                .filter(entry -> List.of(parts).contains(entry.part()))
                .sorted(Comparator.comparingLong(Seated.Entry::begun))
                .toList();
    }

    private static List<ProcessHandle> childrenThatAreForks() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .toList();
    }

    private Optional<List<Fork>> sit(String... names) {
        return sit(30, cell -> {}, names);
    }

    private Optional<List<Fork>> sit(double grace, Consumer<Cell> starting, String... names) {
        return sit(
                grace,
                starting,
                Stream.of(names)
                        .map(name -> Cell.of(name, Cell.NONE, Cell.NONE, Map.of()))
                        .toList());
    }

    private Optional<List<Fork>> sit(double grace, Consumer<Cell> starting, List<Cell> cells) {
        List<PlannedFork> turns =
                cells.stream().map(cell -> new PlannedFork(cell, 1)).toList();
        ForkRunner runner = new ForkRunner(
                        benchmarks,
                        new ForkSettings(Samples.brief(), timing, "none", 1, folder),
                        new TimeModel(benchmarks, List.of()),
                        log,
                        interruption,
                        grace)
                .withTurns(turnIterations);
        return runner.sit(turns, 1, starting);
    }
}
