package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.machine.Memory;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Catches a run that runs out of memory, and a run that is refused although it fits. */
class MemoryNeedTest {
    private static final Cell JAVA = Benchmark.STREAM.cell("java", "order");
    private static final Cell KRYO = Benchmark.STREAM.cell("kryo", "order");
    private static final Cell AGAIN = Benchmark.STREAM.cell("kryo", "order", Map.of(Parameter.COPY, "2"));
    private static final Cell POOL = Benchmark.POOL.cell("kryo", "order", Map.of(Parameter.WORKERS, "4"));
    private static final Cell ENCODE = Benchmark.ENCODE.cell("java", "order");
    private static final List<Cell> CELLS = List.of(JAVA, KRYO, AGAIN, ENCODE);

    @Test
    void eachProcessOfTheLargestTableCountsBeforeAnythingIsMeasured() {
        long need = 6 * MemoryNeed.PROCESS + MemoryNeed.RESERVE;
        assertThat(refusal(need, CELLS)).isEmpty();
        assertThat(refusal(need - 1, CELLS))
                .matches("a round of stream order needs about [\\d,]+ MiB for its 3 forks at once, and"
                        + " [\\d,]+ MiB are available, of which 1,024 stay free: choose other --payloads, or"
                        + " --order interleaved, which runs one fork at a time");
    }

    /** Catches a table that is refused although its groups fit, and one that is started although no group fits. */
    @Test
    void aTableIsRefusedOnlyIfAGroupOfThreeDoesNotFit() {
        List<Cell> table = List.of(JAVA, KRYO, AGAIN, Benchmark.STREAM.cell("raw", "order"), ENCODE);
        long need = 6 * MemoryNeed.PROCESS + MemoryNeed.RESERVE;
        assertThat(refusal(need, table)).isEmpty();
        assertThat(refusal(need - 1, table))
                .startsWith("a group of stream order needs about")
                .contains("its 3 forks");
    }

    @Test
    void aPoolHasAllItsWorkersAndACoderHasNone() {
        assertThat(refusal(5 * MemoryNeed.PROCESS + MemoryNeed.RESERVE, List.of(POOL)))
                .isEmpty();
        assertThat(refusal(5 * MemoryNeed.PROCESS + MemoryNeed.RESERVE - 1, List.of(POOL)))
                .contains("MiB for its fork at once");
        assertThat(refusal(MemoryNeed.PROCESS + MemoryNeed.RESERVE, List.of(ENCODE)))
                .isEmpty();
    }

    /** The memory of a cell's forks counts. For a cell without forks, the largest memory of its benchmark counts. */
    @Test
    void measuredMemoryCounts() {
        assertThat(refusal(MemoryNeed.RESERVE + 600, CELLS, fork(JAVA, 150, 50), fork(JAVA, 120, 40)))
                .isEmpty();
        assertThat(refusal(MemoryNeed.RESERVE + 599, CELLS, fork(JAVA, 150, 50)))
                .contains("needs about 600 MiB");
        assertThat(refusal(MemoryNeed.RESERVE + 2000, CELLS, fork(JAVA, 100, 50), fork(KRYO, 900, 200)))
                .contains("needs about 2,350 MiB");
    }

    /** Catches a resumed run that is refused for a table that it has finished. */
    @Test
    void aTableWithoutForksLeftNeedsNothing() {
        Fork[] streams = CELLS.subList(0, 3).stream()
                .flatMap(cell -> Stream.of(fork(cell, 1, 150, 50), fork(cell, 2, 150, 50)))
                .toArray(Fork[]::new);
        long need = MemoryNeed.PROCESS + MemoryNeed.RESERVE;
        assertThat(refusal(need, CELLS, streams)).isEmpty();
        assertThat(refusal(need - 1, CELLS, streams)).contains("a round of encode order needs");
        Run done = Samples.run(CELLS, 2, 1, streams);
        Run further = new Run(
                done.info().with(RunPlan.NONE.with(null, 0.01), Map.of()),
                done.checks(),
                done.sizes(),
                done.forks(),
                done.end());
        assertThat(MemoryNeed.refusal(further, new Memory(64_000, need)).orElse(""))
                .contains("a round of stream order needs about 600 MiB for its 3 forks");
    }

    @Test
    void aPairThatDoesNotTravelNeedsNothing() {
        Run run = Samples.run(CELLS, 1, 1);
        Run tried = new Run(
                run.info(),
                List.of(new PairCheck("kryo", "order", PairCheck.Fate.DIED, "gone")),
                List.of(),
                List.of(),
                RunEnd.UNFINISHED);
        Memory memory = new Memory(8000, 2 * MemoryNeed.PROCESS + MemoryNeed.RESERVE);
        assertThat(MemoryNeed.refusal(tried, memory)).isEmpty();
        assertThat(MemoryNeed.refusal(run, memory)).isPresent();
    }

    /** The memory may not be known outside Linux. */
    @Test
    void unknownMemoryRefusesNothing() {
        assertThat(refusal(-1, CELLS)).isEmpty();
    }

    private static String refusal(long available, List<Cell> cells, Fork... forks) {
        return MemoryNeed.refusal(Samples.run(cells, 2, 1, forks), new Memory(64_000, available))
                .orElse("");
    }

    private static Fork fork(Cell cell, double parent, double worker) {
        return fork(cell, 1, parent, worker);
    }

    private static Fork fork(Cell cell, int round, double parent, double worker) {
        ForkNote note = new ForkNote(Map.of(Metric.PARENT_RSS, parent, Metric.WORKER_RSS, worker), Map.of());
        return new Fork(cell, round, 1, "thrpt", "ops/s", List.of(1e6), note, Instant.EPOCH, 3, null);
    }
}
