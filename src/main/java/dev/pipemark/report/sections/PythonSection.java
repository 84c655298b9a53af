package dev.pipemark.report.sections;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.PythonReference;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Facets;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What Python's own pools and serializers do with the same payloads, beside the fastest of ours. Their repeats share one
 * process, so that they have a range and no interval, and nothing is judged: whether the ranges meet is all that is said.
 */
final class PythonSection {
    private static final String PYTHON = "python";

    private final Findings findings;
    private final PythonReference reference;

    PythonSection(Findings findings, PythonReference reference) {
        this.findings = findings;
        this.reference = reference;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add("Python " + reference.python() + " (" + reference.implementation() + "), measured on "
                + reference.machine().getOrDefault("cpu.model", "an unknown CPU") + ", "
                + reference.machine().getOrDefault("cpu.cores.logical", "unknown")
                + " logical cores: " + reference.repeats()
                + " repeats within one process, not forks. Values are their geometric means, with the range from the least"
                + " to the largest: no interval, and no verdict.");
        elsewhere().ifPresent(lines::add);
        blocks.add(new Lines(lines, false));
        if (!reference.pool().isEmpty()) {
            blocks.add(pool());
        }
        if (!reference.submit().isEmpty()) {
            blocks.add(submit());
        }
        if (!reference.coding().isEmpty()) {
            blocks.add(coding());
        }
        if (!reference.missing().isEmpty()) {
            blocks.add(new Grid<>(reference.missing())
                    .facets(row -> facets(row.library(), ""))
                    .text("library", row -> row.library())
                    .text("why", row -> Names.brief(row.why()))
                    .table("python-missing", "Python libraries that were not measured", List.of()));
        }
        return blocks;
    }

    /** A warning where Python ran on another kind of machine than this run. */
    private Optional<String> elsewhere() {
        String here = findings.run().info().environment().getOrDefault("cpu.model", "");
        String there = reference.machine().getOrDefault("cpu.model", here);
        return here.isEmpty() || here.equals(there)
                ? Optional.empty()
                : Optional.of("This run was measured on another CPU (" + here + "): what differs may be the machines.");
    }

    private Block pool() {
        return new Grid<>(reference.pool())
                .id(row -> Rows.id(
                        "python-pool",
                        row.library(),
                        row.start(),
                        row.codec(),
                        row.payload(),
                        String.valueOf(row.workers()),
                        row.chunk()))
                .facets(row -> facets(row.codec(), row.payload()))
                .text("library", row -> row.library())
                .text("start method", row -> row.start())
                .text("codec", row -> row.codec())
                .text("payload", row -> row.payload())
                .number("workers", row -> Value.number(String.valueOf(row.workers()), row.workers()))
                .text("chunk", row -> row.chunk())
                .number("tasks, /s", row -> PythonTimes.of(row.perSecond()).rate())
                .number(
                        "CPU parent, µs",
                        row -> PythonTimes.of(row.parentCpuNanos()).micros())
                .number(
                        "CPU worker, µs",
                        row -> PythonTimes.of(row.workerCpuNanos()).micros())
                .text("fastest here", row -> named(fastest(row)))
                .number("×", row -> beside(row, fastest(row)).times())
                .text("beside ours", row -> beside(row, fastest(row)).word())
                .table(
                        "python-pool",
                        "Python's pools: tasks per second, beside the fastest codec of this run at the same payload,"
                                + " workers and chunk",
                        List.of(note()));
    }

    private Block submit() {
        return new Grid<>(reference.submit())
                .id(row -> Rows.id("python-submit", row.library(), row.payload(), String.valueOf(row.workers())))
                .facets(row -> facets(row.library(), row.payload()))
                .text("library", row -> row.library())
                .text("payload", row -> row.payload())
                .number("workers", row -> Value.number(String.valueOf(row.workers()), row.workers()))
                .number("one task, µs", row -> PythonTimes.of(row.nanos()).micros())
                .text("fastest here", row -> named(fastest(Benchmark.SUBMIT, row.payload(), row.workers(), "")))
                .number("×", row -> submit(row).times())
                .text("beside ours", row -> submit(row).word())
                .table(
                        "python-submit",
                        "Python's pools: from submitting one task to its result",
                        List.of("Means of single tasks, one a repeat. " + note()));
    }

    private Block coding() {
        return new Grid<>(reference.coding())
                .id(row -> Rows.id("python-coding", row.library(), row.version(), row.payload()))
                .facets(row -> facets(row.library(), row.payload()))
                .text("library", row -> row.library())
                .text("version", row -> row.version())
                .text("payload", row -> row.payload())
                .number("dumps, µs", row -> PythonTimes.of(row.encodeNanos()).micros())
                .text("fastest encode here", row -> named(fastest(Benchmark.ENCODE, row.payload())))
                .number(
                        "× encode",
                        row -> coding(row.encodeNanos(), Benchmark.ENCODE, row.payload())
                                .times())
                .text(
                        "dumps beside encode",
                        row -> coding(row.encodeNanos(), Benchmark.ENCODE, row.payload())
                                .word())
                .number("loads, µs", row -> PythonTimes.of(row.decodeNanos()).micros())
                .text("fastest decode here", row -> named(fastest(Benchmark.DECODE, row.payload())))
                .number(
                        "× decode",
                        row -> coding(row.decodeNanos(), Benchmark.DECODE, row.payload())
                                .times())
                .text(
                        "loads beside decode",
                        row -> coding(row.decodeNanos(), Benchmark.DECODE, row.payload())
                                .word())
                .number("bytes", row -> row.refused().isEmpty() ? Scale.exact(row.bytes()) : Value.BLANK)
                .number("smallest here, B", row -> smallest(row.payload()))
                .text("remark", row -> row.refused().isEmpty() ? "" : "refused: " + Names.brief(row.refused()))
                .table(
                        "python-coding",
                        "Python's serializers, beside the fastest codec of this run on the same payload",
                        List.of(note()));
    }

    private static String note() {
        return "×: the slower of the two over the faster. slower, faster: the range lies beyond the interval of ours; meets:"
                + " they overlap, or ours has no interval.";
    }

    private PythonTimes.Beside beside(PythonReference.PoolRow row, Optional<Score> ours) {
        List<Double> nanos = row.perSecond().stream().map(rate -> 1e9 / rate).toList();
        return PythonTimes.of(nanos).beside(ours);
    }

    private PythonTimes.Beside submit(PythonReference.SubmitRow row) {
        return PythonTimes.of(row.nanos()).beside(fastest(Benchmark.SUBMIT, row.payload(), row.workers(), ""));
    }

    private PythonTimes.Beside coding(List<Double> nanos, Benchmark benchmark, String payload) {
        return PythonTimes.of(nanos).beside(fastest(benchmark, payload));
    }

    private Optional<Score> fastest(PythonReference.PoolRow row) {
        return fastest(Benchmark.POOL, row.payload(), row.workers(), row.chunk());
    }

    private Optional<Score> fastest(Benchmark benchmark, String payload, int workers, String chunk) {
        return fastest(score -> benchmark.measures(score.cell())
                && Kind.of(score.cell()) == Kind.POOL
                && score.cell().payload().equals(payload)
                && Kind.workers(score.cell()) == workers
                && (chunk.isEmpty() || Parameter.CHUNK.of(score.cell()).equals(chunk)));
    }

    private Optional<Score> fastest(Benchmark benchmark, String payload) {
        return fastest(score -> benchmark.measures(score.cell())
                && Kind.of(score.cell()) == Kind.CODING
                && score.cell().payload().equals(payload));
    }

    private Optional<Score> fastest(Predicate<Score> wanted) {
        return findings.scores().stream()
                .filter(wanted)
                .filter(Score::measured)
                .filter(score -> !findings.codec(score.cell().codec()).control())
                .min(Comparator.comparingDouble(score -> score.cost().value()));
    }

    /** The codec with its number, in a unit of its own. */
    private static String named(Optional<Score> ours) {
        return ours.map(score -> score.cell().codec() + ", " + score.scale().text(score.estimate()))
                .orElse("");
    }

    private Value smallest(String payload) {
        return findings.sizes().stream()
                .filter(size -> size.payload().equals(payload))
                .filter(size -> !findings.codec(size.codec()).control())
                .min(Comparator.comparingDouble(size -> size.mean()))
                .map(size -> {
                    Value bytes = Scale.exact(size.mean());
                    return new Value(bytes.text(), "(" + size.codec() + ")", bytes.order());
                })
                .orElse(Value.BLANK);
    }

    private Facets facets(String codec, String payload) {
        return new Facets(findings.family(payload), codec, PYTHON);
    }
}
