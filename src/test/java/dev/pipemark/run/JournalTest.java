package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Journal;
import dev.pipemark.record.JournalLine;
import dev.pipemark.record.Json;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Cell ENCODE = Cell.of("encode", "java", "int", Map.of());
    private static final Cell DECODE = Cell.of("decode", "java", "int", Map.of());
    private static final Cell REFUSED = Cell.of("encode", "java", "order", Map.of());

    @TempDir
    Path folder;

    private final List<String> ran = new ArrayList<>();
    private final List<String> probed = new ArrayList<>();
    private final Interruption interruption = new Interruption();

    @BeforeEach
    void plan() throws IOException {
        Json.writeInfo(Samples.run(List.of(ENCODE, DECODE, REFUSED), 3, 5).info(), folder.resolve(RunFolder.INFO));
    }

    /** Catches a timed cell of a pair that does not travel, and a lost fork of the others. */
    @Test
    void aRunMeasuresOnlyPairsThatTravel() throws IOException {
        Run run = go(Integer.MAX_VALUE);
        assertThat(run.end().reason()).isEqualTo("complete");
        assertThat(run.forks()).hasSize(6).noneMatch(fork -> fork.cell().equals(REFUSED));
        assertThat(run.forks()).extracting(Fork::position).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(probed).containsExactly("java [int, order]");
    }

    /** Catches a resumed run that measures a fork twice, leaves one out, probes again, or changes the order. */
    @Test
    void aRunThatWasCutAnywhereContinuesThere() throws IOException {
        go(Integer.MAX_VALUE);
        byte[] whole = Files.readAllBytes(folder.resolve(RunFolder.JOURNAL));
        List<String> order = List.copyOf(ran);
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(folder.resolve(RunFolder.JOURNAL), java.util.Arrays.copyOf(whole, length));
            int done = RunFolder.read(folder).forks().size();
            ran.clear();
            Run run = go(Integer.MAX_VALUE);
            assertThat(run.forks()).as("cut at %d", length).hasSize(6);
            assertThat(run.end().reason()).isEqualTo("complete");
            assertThat(ran).as("cut at %d", length).isEqualTo(order.subList(done, 6));
        }
    }

    /** Catches a sitting that is continued in part: its forks would not have taken turns with the others. */
    @Test
    void aSittingIsRecordedAsAWholeOrNotAtAll() throws IOException {
        Cell other = Cell.of("encode", "kryo", "int", Map.of());
        Json.writeInfo(Samples.run(List.of(ENCODE, other, DECODE), 2, 5).info(), folder.resolve(RunFolder.INFO));
        go(Integer.MAX_VALUE, Order.SIDE_BY_SIDE);
        byte[] whole = Files.readAllBytes(folder.resolve(RunFolder.JOURNAL));
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(folder.resolve(RunFolder.JOURNAL), java.util.Arrays.copyOf(whole, length));
            List<Fork> before = RunFolder.read(folder).forks();
            assertThat(before.stream().filter(fork -> fork.cell().equals(ENCODE)))
                    .as("cut at %d", length)
                    .hasSameSizeAs(before.stream()
                            .filter(fork -> fork.cell().equals(other))
                            .toList());
            assertThat(go(Integer.MAX_VALUE, Order.SIDE_BY_SIDE).forks()).hasSize(6);
        }
    }

    /** Catches an interruption that is recorded as a failure, or that is not recorded. */
    @Test
    void anInterruptedRunIsMarkedAndCanBeResumed() throws IOException {
        Run partial = go(2);
        assertThat(partial.end().reason()).isEqualTo("interrupted");
        assertThat(partial.forks()).hasSize(2).allMatch(fork -> fork.failure() == null);
    }

    /** Catches a failed fork that ends the run, or is repeated forever. */
    @Test
    void aFailedForkIsRecordedAndNotRepeated() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.add(new JournalLine.CheckLine(new PairCheck("java", "int", PairCheck.Fate.EXACT, "")));
            journal.add(new JournalLine.ForkLine(Samples.fork(ENCODE, 1, 1, "avgt", "ns/op")));
        }
        Run run = go(Integer.MAX_VALUE);
        assertThat(run.forks()).hasSize(6);
        assertThat(run.forks().stream().filter(fork -> fork.failure() != null)).hasSize(1);
        assertThat(ran).doesNotContain("encode 1");
    }

    /** Catches a line that is appended to a line that was cut short. */
    @Test
    void aLineThatWasCutShortIsRemovedBeforeTheNext() throws IOException {
        Path file = folder.resolve(RunFolder.JOURNAL);
        Files.writeString(file, "{\"check\":{\"codec\":\"ja");
        try (Journal journal = Journal.open(folder)) {
            journal.add(new JournalLine.ForkLine(Samples.fork(ENCODE, 1, 1, "avgt", "ns/op", 2.0)));
        }
        assertThat(RunFolder.read(folder).forks()).hasSize(1);
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    /** Catches a fork that is read and then removed from the disk, because an editor left its line without an end. */
    @Test
    void aLineThatLacksOnlyItsEndIsKept() throws IOException {
        go(Integer.MAX_VALUE);
        Path file = folder.resolve(RunFolder.JOURNAL);
        String whole = Files.readString(file);
        for (int end = whole.indexOf('\n'); end >= 0; end = whole.indexOf('\n', end + 1)) {
            Files.writeString(file, whole.substring(0, end));
            Run run = go(Integer.MAX_VALUE);
            assertThat(run.forks()).as("cut at %d", end).hasSize(6);
            assertThat(run.forks()).extracting(Fork::position).doesNotHaveDuplicates();
        }
    }

    /** Catches a write error that is ignored: a fork that is not on disk is not measured. */
    @Test
    void aJournalThatCannotBeWrittenIsAnError() throws IOException {
        Journal journal = Journal.open(folder);
        journal.close();
        assertThatThrownBy(
                        () -> journal.add(new JournalLine.ForkLine(Samples.fork(ENCODE, 1, 1, "avgt", "ns/op", 2.0))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(RunFolder.JOURNAL);
    }

    private Run go(int stopAfter) throws IOException {
        return go(stopAfter, Order.INTERLEAVED);
    }

    private Run go(int stopAfter, Order order) throws IOException {
        Run done = RunFolder.read(folder);
        try (Journal journal = Journal.open(folder)) {
            new RunExecution(
                            done,
                            order,
                            new Division(Division.MOST, sitting -> true),
                            (codec, payloads, checks, sizes) -> {
                                probed.add(codec + " " + payloads);
                                payloads.forEach(payload -> checks.accept(new PairCheck(
                                        codec,
                                        payload,
                                        payload.equals("int") ? PairCheck.Fate.EXACT : PairCheck.Fate.REFUSED_ON_ENCODE,
                                        "")));
                            },
                            new Counting(stopAfter),
                            journal,
                            new SilentProgress(),
                            interruption,
                            null,
                            null,
                            false)
                    .execute();
        }
        return RunFolder.read(folder);
    }

    /** Forks that finish at once. */
    private final class Counting implements Forks {
        private final int stopAfter;

        Counting(int stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public double planned(Cell cell) {
            return 1;
        }

        @Override
        public Optional<Fork> run(Cell cell, int round, int position) {
            if (ran.size() >= stopAfter) {
                interruption.request();
                return Optional.empty();
            }
            ran.add(cell.benchmark() + " " + round);
            return Optional.of(Samples.fork(cell, round, position, "avgt", "ns/op", 1.0 + position));
        }

        @Override
        public Optional<List<Fork>> sit(List<PlannedFork> turns, int position, Consumer<Cell> starting) {
            List<Fork> forks = new ArrayList<>();
            for (PlannedFork turn : turns) {
                starting.accept(turn.cell());
                run(turn.cell(), turn.round(), position + forks.size()).ifPresent(forks::add);
            }
            return forks.size() == turns.size() ? Optional.of(forks) : Optional.empty();
        }

        @Override
        public void note(String line) {}
    }
}
