package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Journal;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.RunEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches a Ctrl-C after which the journal has no end, or that is blamed on a codec. */
class RunExecutionTest {
    private static final List<Cell> CELLS = List.of(
            Cell.of("encode", "java", "int", Map.of()),
            Cell.of("encode", "java", "order", Map.of()),
            Cell.of("encode", "java", "media-content", Map.of()));

    @TempDir
    Path folder;

    /** Forks that must not run. */
    private static final class NoForks implements Forks {
        @Override
        public double planned(Cell cell) {
            return 1;
        }

        @Override
        public Optional<Fork> run(Cell cell, int round, int position) {
            throw new AssertionError("a fork was started");
        }

        @Override
        public Optional<List<Fork>> sit(List<PlannedFork> turns, int position, Consumer<Cell> starting) {
            throw new AssertionError("a sitting was started");
        }

        @Override
        public void note(String line) {}
    }

    /** Catches a reason that is cut off before the name of the field. */
    @Test
    void aLongReasonIsRecordedWhole() throws Exception {
        String reason = "not serializable" + " - field (class \"a.Node\")".repeat(60) + " - name: \"last\"";
        PairTrial refusing = (codec, payloads, checks, sizes) -> payloads.forEach(
                payload -> checks.accept(new PairCheck(codec, payload, PairCheck.Fate.REFUSED_ON_ENCODE, reason)));
        try (Journal journal = Journal.open(folder)) {
            new RunExecution(
                            Samples.run(CELLS, 1, 1),
                            Order.INTERLEAVED,
                            new Division(Division.MOST, sitting -> true),
                            refusing,
                            new NoForks(),
                            journal,
                            new SilentProgress(),
                            new Interruption(),
                            null,
                            null,
                            false)
                    .execute();
        }
        assertThat(Files.readString(folder.resolve("journal.jsonl"))).contains(reason.replace("\"", "\\\""));
    }

    /** Catches trials that the interruption prevented and that are blamed on the codec. */
    @Test
    void anInterruptionWhileWorkersCannotBeStartedEndsTheRun() throws Exception {
        Interruption interruption = new Interruption();
        PairTrial broken = (codec, payloads, checks, sizes) -> {
            throw new IOException("no worker");
        };
        Progress interrupting = new SilentProgress() {
            @Override
            public void tried(PairCheck check) {
                Thread running = Thread.currentThread();
                // Interrupts during the wait before the next death counts.
                new Thread(() -> {
                            while (running.getState() != Thread.State.TIMED_WAITING) {
                                Thread.onSpinWait();
                            }
                            interruption.request();
                        })
                        .start();
            }
        };
        try (Journal journal = Journal.open(folder)) {
            RunEnd end = new RunExecution(
                            Samples.run(CELLS, 1, 1),
                            Order.INTERLEAVED,
                            new Division(Division.MOST, sitting -> true),
                            broken,
                            new NoForks(),
                            journal,
                            interrupting,
                            interruption,
                            null,
                            null,
                            false)
                    .execute();
            assertThat(end.reason()).isEqualTo("interrupted");
        }
        assertThat(Files.readAllLines(folder.resolve("journal.jsonl")))
                .filteredOn(line -> line.contains("no worker"))
                .hasSize(1);
    }
}
