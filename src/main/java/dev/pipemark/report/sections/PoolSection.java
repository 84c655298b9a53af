package dev.pipemark.report.sections;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.PythonReference;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.rank.Apart;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Transfer;
import dev.pipemark.stats.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tasks through a pool of workers: how many a second, what each costs in both processes, and what more workers bring. */
final class PoolSection {
    static final String TASKS = "pool-tasks";
    static final String SUBMIT = "pool-submit";

    private static final String ONE = "1";

    private PoolSection() {}

    static List<Block> blocks(Findings findings, Optional<PythonReference> python) {
        List<Block> blocks = new ArrayList<>();
        List<Score> tasks = cells(findings, Benchmark.POOL);
        List<Score> submits = cells(findings, Benchmark.SUBMIT);
        if (!tasks.isEmpty()) {
            blocks.add(tasks(findings, tasks));
        }
        if (!submits.isEmpty()) {
            blocks.add(submits(findings, submits));
        }
        python.ifPresent(reference -> blocks.addAll(new PythonSection(findings, reference).blocks()));
        if (!blocks.isEmpty()) {
            blocks.add(
                    0,
                    Lines.of(
                            "A task is one message to a worker and its result back; whatever is ready shares a write, in"
                                    + " chunks of one too. chunk: how many neighbouring tasks go to one worker; by default"
                                    + " a quarter of a worker's share. Codecs are compared at the same payload, workers"
                                    + " and chunk."));
        }
        return blocks;
    }

    /** Cells of a pool's benchmark, by payload, then workers and chunk, then cost. */
    private static List<Score> cells(Findings findings, Benchmark benchmark) {
        List<Score> cells =
                new ArrayList<>(findings.scores(cell -> Kind.of(cell) == Kind.POOL && benchmark.measures(cell)));
        List<String> payloads = findings.payloads();
        cells.sort(Comparator.comparingInt(
                        (Score score) -> payloads.indexOf(score.cell().payload()))
                .thenComparing(score -> Parameter.CHUNK.of(score.cell()))
                .thenComparingInt(score -> Kind.workers(score.cell()))
                .thenComparingDouble(Transfer::order));
        return cells;
    }

    private static Block tasks(Findings findings, List<Score> rows) {
        return named(findings, rows)
                .text("workers", row -> Parameter.WORKERS.of(row.cell()))
                .text("chunk", row -> Parameter.CHUNK.of(row.cell()))
                .rate("tasks", Score::rate)
                .times("×best", row -> findings.rank(row).timesBest())
                .text("verdict", row -> findings.rank(row).marked())
                .time("CPU parent", (Score row) -> row.metric(Metric.PARENT_CPU))
                .time("CPU worker", (Score row) -> row.metric(Metric.WORKER_CPU))
                .bytes("allocated parent", 2, row -> row.metric(Metric.PARENT_ALLOCATION))
                .bytes("allocated worker", 2, row -> row.metric(Metric.WORKER_ALLOCATION))
                .times("beside one worker", row -> scaling(findings, row).times())
                .text("verdict on scaling", row -> scaling(findings, row).words())
                .text("remark", row -> Names.brief(row.remark()))
                .table(
                        TASKS,
                        "Tasks per second through a pool",
                        List.of(
                                "CPU and allocation are per task, in the process that submits (parent) and in the workers"
                                        + " together. Beside one worker: the same codec, payload and chunk with one."));
    }

    private static Block submits(Findings findings, List<Score> rows) {
        return named(findings, rows)
                .text("workers", row -> Parameter.WORKERS.of(row.cell()))
                .time("one task", Score::cost)
                .times("×best", row -> findings.rank(row).timesBest())
                .text("verdict", row -> findings.rank(row).marked())
                .time("p50", (Score row) -> row.metric(Metric.P50))
                .time("p99", (Score row) -> row.metric(Metric.P99))
                .time("p99.9", (Score row) -> row.metric(Metric.P999))
                .time("CPU parent", (Score row) -> row.metric(Metric.PARENT_CPU))
                .time("CPU worker", (Score row) -> row.metric(Metric.WORKER_CPU))
                .bytes("allocated parent", 2, row -> row.metric(Metric.PARENT_ALLOCATION))
                .bytes("allocated worker", 2, row -> row.metric(Metric.WORKER_ALLOCATION))
                .text("remark", row -> Names.brief(row.remark()))
                .table(
                        SUBMIT,
                        "From submitting one task to its result",
                        List.of("One task in flight: a closed loop, service time, not response time under load."));
    }

    private static Grid<Score> named(Findings findings, List<Score> rows) {
        return new Grid<>(rows)
                .id(row -> row(row.cell()))
                .facets(row ->
                        Rows.facets(findings, row.cell().codec(), row.cell().payload()))
                .text("codec", row -> Names.codec(findings.codec(row.cell().codec()), others(row.cell())))
                .text("version", row -> findings.codec(row.cell().codec()).version())
                .text("badge", row -> findings.codec(row.cell().codec()).badge())
                .text("payload", row -> row.cell().payload());
    }

    /** What tells the cell apart beside its columns. */
    private static String others(Cell cell) {
        return Kind.extras(cell.without(Parameter.WORKERS).without(Parameter.CHUNK));
    }

    static String row(Cell cell) {
        return Rows.id(cell.benchmark(), cell.codec(), cell.payload(), Kind.parameters(cell));
    }

    /** The cell beside the same with one worker. */
    private static Apart scaling(Findings findings, Score score) {
        Cell cell = score.cell();
        String workers = Parameter.WORKERS.of(cell);
        if (workers.isEmpty() || workers.equals(ONE)) {
            return Apart.of(Judgement.NONE, "");
        }
        Score one = findings.score(cell.with(Parameter.WORKERS, ONE)::equals);
        return one == null
                ? Apart.of(Judgement.NONE, "")
                : Apart.of(score.over(one, findings.delta(cell.benchmark())), workers);
    }
}
