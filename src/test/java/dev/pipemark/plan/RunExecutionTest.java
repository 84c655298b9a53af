package dev.pipemark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.result.Cell;
import dev.pipemark.result.Fork;
import dev.pipemark.result.RunEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches a Ctrl-C that ends a run without an end, or that is put down to a codec. */
class RunExecutionTest {
    private static final List<Cell> CELLS = List.of(
            Cell.of("encode", "java", "int", Map.of()),
            Cell.of("encode", "java", "order", Map.of()),
            Cell.of("encode", "java", "media-content", Map.of()));

    @TempDir
    Path folder;

    /** Nobody is asked. */
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
        public void note(String line) {}
    }

    /** The second half of the time for which a death is not believed yet. */
    @Test
    void anInterruptionWhileWorkersCannotBeStartedEndsTheRun() throws Exception {
        Interruption interruption = new Interruption();
        PairTrial broken = (codec, payloads, checks, sizes) -> {
            CompletableFuture.delayedExecutor(450, TimeUnit.MILLISECONDS).execute(interruption::request);
            throw new IOException("no worker");
        };
        try (Journal journal = Journal.open(folder)) {
            RunEnd end = new RunExecution(
                            Samples.run(CELLS, 1, 1),
                            Order.INTERLEAVED,
                            broken,
                            new NoForks(),
                            journal,
                            new SilentProgress(),
                            interruption,
                            null,
                            false)
                    .execute();
            assertThat(end.reason()).isEqualTo("interrupted");
        }
        assertThat(Files.readString(folder.resolve("journal.jsonl"))).contains("interrupted");
    }
}
