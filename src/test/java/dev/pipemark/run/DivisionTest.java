package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.machine.Memory;
import dev.pipemark.record.Arm;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Groups;
import dev.pipemark.record.Journal;
import dev.pipemark.record.Json;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunFolder;
import dev.pipemark.record.Sittings;
import dev.pipemark.stats.RoundTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables whose forks are too many for one sitting. */
class DivisionTest {
    private static final Cell AGAIN = cell("a", Map.of(Parameter.COPY, "2"));
    private static final List<Cell> CELLS = Stream.concat(
                    Stream.of(AGAIN, cell("a@old", Map.of())),
                    Stream.of("a", "b", "c", "d", "e", "f", "g").map(codec -> cell(codec, Map.of())))
            .toList();
    private static final List<Cell> ANCHORS = List.of(cell("b", Map.of()), cell("c", Map.of()));
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    /** Catches a table that is divided without need. */
    @Test
    void aTableThatFitsIsOneSitting() {
        assertThat(new Division(CELLS.size(), sitting -> true).sittings(round(), CELLS, List.of()))
                .containsExactly(round());
        assertThat(new Division(3, sitting -> true).sittings(round().subList(0, 3), CELLS.subList(0, 3), List.of()))
                .hasSize(1);
    }

    /** Catches a cell that is lost or measured twice, a group without the anchors, and a group that is too large. */
    @Test
    void eachGroupHasBothAnchorsAndEachOtherCellIsInOneGroup() {
        List<List<PlannedFork>> groups = new Division(5, sitting -> true).sittings(round(), CELLS, List.of());
        assertThat(groups).hasSize(3).allSatisfy(group -> {
            assertThat(group).hasSizeBetween(4, 5);
            assertThat(group)
                    .extracting(PlannedFork::group)
                    .containsOnly(group.get(0).group());
            assertThat(group).extracting(PlannedFork::cell).containsAll(ANCHORS);
        });
        assertThat(groups).extracting(group -> group.get(0).group()).containsExactly(1, 2, 3);
        assertThat(groups.stream().flatMap(List::stream).map(PlannedFork::cell).filter(cell -> !ANCHORS.contains(cell)))
                .containsExactlyInAnyOrderElementsOf(
                        CELLS.stream().filter(cell -> !ANCHORS.contains(cell)).toList());
    }

    /** Catches an arm that takes no turns with its codec, and groups that are larger or more than needed. */
    @Test
    void aCodecAndItsArmsAreInOneGroup() {
        List<Cell> cells = Stream.of("a", "b", "c", "d", "e", "e@old", "e@new", "f", "f@old")
                .map(codec -> cell(codec, Map.of()))
                .toList();
        for (int round = 1; round <= ROUNDS; round++) {
            List<PlannedFork> left = new ArrayList<>();
            for (Cell cell : cells) {
                left.add(new PlannedFork(cell, round));
            }
            Collections.shuffle(left, new Random(round));
            List<List<PlannedFork>> groups = new Division(6, sitting -> true).sittings(left, cells, List.of());
            assertThat(groups).hasSize(2).allMatch(group -> group.size() <= 6);
            for (String codec : List.of("e", "f")) {
                assertThat(groups)
                        .filteredOn(group -> group.stream()
                                .anyMatch(fork -> Arm.base(fork.cell().codec()).equals(codec)))
                        .hasSize(1);
            }
        }
        assertThat(new Division(3, sitting -> true).sittings(round(cells), cells, List.of()))
                .extracting(List::size)
                .containsExactlyInAnyOrder(5, 4, 3, 3);
    }

    /** Catches copies and arms that are chosen as anchors. Their additional forks would make their differences smaller. */
    @Test
    void theAnchorsAreTheFirstCodecsThatTravelAndStayTheSame() {
        List<Cell> without =
                CELLS.stream().filter(cell -> !cell.equals(ANCHORS.get(0))).toList();
        Set<Set<Cell>> joints = new HashSet<>();
        for (int round = 1; round <= ROUNDS; round++) {
            int of = round;
            List<PlannedFork> left =
                    without.stream().map(cell -> new PlannedFork(cell, of)).toList();
            List<List<PlannedFork>> groups = new Division(4, sitting -> true).sittings(left, without, List.of());
            Set<Cell> common = new HashSet<>(without);
            groups.forEach(group ->
                    common.retainAll(group.stream().map(PlannedFork::cell).toList()));
            joints.add(common);
        }
        assertThat(joints).containsExactly(Set.of(cell("c", Map.of()), cell("d", Map.of())));
    }

    /** Catches a division by number alone: 4 GiB are enough for half of these forks. */
    @Test
    void memoryDividesATableAsFarAsNeeded() {
        List<Cell> streams = Stream.of("a", "b", "c", "d", "e", "f")
                .map(codec -> Benchmark.STREAM.cell(codec, "order"))
                .toList();
        List<PlannedFork> left =
                streams.stream().map(cell -> new PlannedFork(cell, 1)).toList();
        long each = 2 * MemoryNeed.PROCESS;
        Memory memory = new Memory(8000, 4 * each + MemoryNeed.RESERVE);
        assertThat(Division.of(Order.SIDE_BY_SIDE, null, List.of(), memory).sittings(left, streams, List.of()))
                .hasSize(2)
                .allMatch(group -> group.size() == 4);
        assertThat(Division.of(Order.INTERLEAVED, null, List.of(), memory).forks(left, streams, List.of()))
                .isEqualTo(left);
    }

    /** Catches forks of two groups that are read as one sitting, and an interrupted round that is not continued. */
    @Test
    void anInterruptedRunGoesOnWithTheGroupsThatAreLeft() throws Exception {
        Json.writeInfo(Samples.run(CELLS, ROUNDS, 1).info(), folder.resolve(RunFolder.INFO));
        assertThat(execute(5)).isEqualTo("interrupted");
        Run partial = RunFolder.read(folder);
        assertThat(partial.forks()).extracting(Fork::group).doesNotContainNull();
        assertThat(execute(Integer.MAX_VALUE)).isEqualTo("complete");
        Run run = RunFolder.read(folder);
        assertThat(run.forks()).startsWith(partial.forks().toArray(Fork[]::new));
        for (Cell cell : CELLS) {
            List<Fork> own = run.forks().stream()
                    .filter(fork -> fork.cell().equals(cell))
                    .toList();
            assertThat(own).extracting(Fork::round).contains(1, 2, 3, 4);
            assertThat(own).extracting(Fork::sitting).doesNotHaveDuplicates();
            assertThat(own).hasSize(ANCHORS.contains(cell) ? ROUNDS * 4 : ROUNDS);
        }
        assertThat(Sittings.of(run))
                .hasSize(ROUNDS * 4)
                .allMatch(sitting -> sitting.stream().map(Fork::cell).toList().containsAll(ANCHORS));
        assertThat(Groups.of(run)).singleElement().satisfies(groups -> {
            assertThat(groups.groups()).isEqualTo(4);
            assertThat(groups.anchors()).containsExactlyInAnyOrderElementsOf(ANCHORS);
        });
        assertThat(run.outcomes().values())
                .allMatch(outcome -> outcome.toString().matches("Measured.finished=(\\d+), planned=\\1.*"));
    }

    /** Catches a rest of a round that is measured without anchors, so that it is not joined to the recorded groups. */
    @Test
    void theRestOfARoundIsJoinedToItsGroupsAlthoughItWouldFit() {
        List<Fork> ran = ANCHORS.stream()
                .map(cell -> Samples.fork(cell, 1, 1, "avgt", "ns/op", 1.0).in(2))
                .toList();
        List<PlannedFork> left = List.of(new PlannedFork(CELLS.get(8), 1));
        assertThat(new Division(Division.MOST, sitting -> true).sittings(left, CELLS, ran))
                .singleElement()
                .satisfies(group -> assertThat(group)
                        .containsExactlyInAnyOrder(
                                new PlannedFork(ANCHORS.get(0), 1, 3),
                                new PlannedFork(ANCHORS.get(1), 1, 3),
                                new PlannedFork(CELLS.get(8), 1, 3)));
    }

    /** Runs the plan in groups of four, and interrupts it after some sittings. */
    private String execute(int sittings) throws Exception {
        Run done = RunFolder.read(folder);
        Interruption interruption = new Interruption();
        PairTrial trial = (codec, payloads, checks, sizes) ->
                payloads.forEach(payload -> checks.accept(new PairCheck(codec, payload, PairCheck.Fate.EXACT, "")));
        try (Journal journal = Journal.open(folder)) {
            RunEnd end = new RunExecution(
                            done,
                            Order.SIDE_BY_SIDE,
                            new Division(4, sitting -> sitting.size() <= 4),
                            trial,
                            new Quick(sittings, interruption),
                            journal,
                            new SilentProgress(),
                            interruption,
                            null,
                            null,
                            false)
                    .execute();
            return end.reason();
        }
    }

    /** Sittings that end at once. */
    private static final class Quick implements Forks {
        private final int most;
        private final Interruption interruption;
        private final List<List<PlannedFork>> sat = new ArrayList<>();

        Quick(int most, Interruption interruption) {
            this.most = most;
            this.interruption = interruption;
        }

        @Override
        public double planned(Cell cell) {
            return 1;
        }

        @Override
        public Optional<Fork> run(Cell cell, int round, int position) {
            throw new AssertionError("a fork was started alone");
        }

        @Override
        public Optional<List<Fork>> sit(List<PlannedFork> turns, int position, Consumer<Cell> starting) {
            if (sat.size() == most) {
                interruption.request();
                return Optional.empty();
            }
            sat.add(turns);
            return Optional.of(turns.stream()
                    .map(fork -> Samples.fork(fork.cell(), fork.round(), position, "avgt", "ns/op", 1.0, 1.1)
                            .paired(1))
                    .toList());
        }

        @Override
        public void note(String line) {}
    }

    private static List<PlannedFork> round() {
        return round(CELLS);
    }

    private static List<PlannedFork> round(List<Cell> cells) {
        return cells.stream()
                .map(cell -> new PlannedFork(cell, 1, RoundTable.Sitting.WHOLE))
                .toList();
    }

    private static Cell cell(String codec, Map<Parameter, String> parameters) {
        return Benchmark.ENCODE.cell(codec, "order", parameters);
    }
}
