package dev.pipemark.report.sections;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.PythonReference;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tasks through a pool of workers: their rate, and the cost of each in both processes. */
final class PoolSection {
    private PoolSection() {}

    static List<Block> blocks(Findings findings, Optional<PythonReference> python) {
        List<Block> blocks = new ArrayList<>();
        add(
                findings,
                Benchmark.POOL,
                "pool-tasks",
                "Tasks per second through a pool",
                "A task is one message to a worker, and its result. chunk: the tasks that a worker gets together. The default"
                        + " is a quarter of a worker's share. CPU and allocation are per task, in the submitting process"
                        + " (parent) and in all workers.",
                blocks);
        add(
                findings,
                Benchmark.SUBMIT,
                "pool-submit",
                "From submitting one task to its result",
                "One task at a time: the next is submitted when the result of the previous one has arrived.",
                blocks);
        add(
                findings,
                Benchmark.POOL_BUSY,
                "pool-busy",
                "Tasks that compute",
                "The tasks keep the workers busy, so the rate shows the effect of more workers.",
                blocks);
        python.ifPresent(reference -> blocks.addAll(new PythonSection(findings, reference).blocks()));
        return blocks;
    }

    /** Adds a table of one benchmark. Its rows are sorted by payload, chunk, workers and cost. */
    private static void add(
            Findings findings, Benchmark benchmark, String id, String caption, String note, List<Block> blocks) {
        List<String> payloads = findings.payloads();
        List<Score> rows = findings.scores(cell -> Kind.of(cell) == Kind.POOL && benchmark.measures(cell)).stream()
                .sorted(Comparator.comparingInt(
                                (Score score) -> payloads.indexOf(score.cell().payload()))
                        .thenComparing(score -> Parameter.CHUNK.of(score.cell()))
                        .thenComparingInt(score -> Kind.workers(score.cell()))
                        .thenComparingDouble(Score::order))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        Grid<Score> grid = new Grid<>(rows)
                .text(
                        "codec",
                        row -> Names.codec(
                                findings.codec(row.cell().codec()),
                                Kind.extras(
                                        row.cell().without(Parameter.WORKERS).without(Parameter.CHUNK))))
                .text("payload", row -> row.cell().payload())
                .text("workers", row -> Parameter.WORKERS.of(row.cell()))
                .text("chunk", row -> Parameter.CHUNK.of(row.cell()));
        if (benchmark == Benchmark.SUBMIT) {
            grid.time("one task", Score::cost);
        } else {
            grid.rate("tasks", Score::rate);
        }
        blocks.add(grid.number("×best", row -> findings.timesBest(row))
                .time("p50", (Score row) -> row.metric(Metric.P50))
                .time("p99", (Score row) -> row.metric(Metric.P99))
                .time("p99.9", (Score row) -> row.metric(Metric.P999))
                .time("CPU parent", (Score row) -> row.metric(Metric.PARENT_CPU))
                .time("CPU worker", (Score row) -> row.metric(Metric.WORKER_CPU))
                .bytes("allocated parent", 2, row -> row.metric(Metric.PARENT_ALLOCATION))
                .bytes("allocated worker", 2, row -> row.metric(Metric.WORKER_ALLOCATION))
                .text("remark", row -> Names.brief(row.remark()))
                .table(id, caption, List.of(note)));
    }
}
