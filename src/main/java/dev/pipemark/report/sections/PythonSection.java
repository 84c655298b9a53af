package dev.pipemark.report.sections;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.PythonReference;
import dev.pipemark.record.PythonReference.Missing;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Python's own pools and serializers beside the fastest codec of the run at the same operation. The repeats of Python share
 * one process, so they have a range, but no interval and no verdict.
 */
final class PythonSection {
    private static final Scale MICROS = new Scale("µs", 1e3);

    /**
     * One operation in Python.
     *
     * @param nanos one value for each repeat
     * @param ours the fastest codec of this run at the same operation
     */
    private record Row(
            Benchmark benchmark, String library, String payload, String how, List<Double> nanos, Score ours) {}

    private final Findings findings;
    private final PythonReference reference;
    private final List<Row> rows = new ArrayList<>();

    PythonSection(Findings findings, PythonReference reference) {
        this.findings = findings;
        this.reference = reference;
        for (PythonReference.PoolRow row : reference.pool()) {
            String how = row.start() + ", " + row.codec() + ", workers=" + row.workers() + ", chunk=" + row.chunk();
            List<Double> nanos =
                    row.perSecond().stream().map(rate -> 1e9 / rate).toList();
            add(Benchmark.POOL, row.library(), row.payload(), how, nanos, row.workers(), row.chunk());
        }
        for (PythonReference.SubmitRow row : reference.submit()) {
            String how = "workers=" + row.workers();
            add(Benchmark.SUBMIT, row.library(), row.payload(), how, row.nanos(), row.workers(), "");
        }
        for (PythonReference.CodingRow row : reference.coding()) {
            add(Benchmark.ENCODE, row.library(), row.payload(), row.version(), row.encodeNanos(), 0, "");
            add(Benchmark.DECODE, row.library(), row.payload(), row.version(), row.decodeNanos(), 0, "");
        }
    }

    List<Block> blocks() {
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Lines(lines(), false),
                new Grid<>(rows)
                        .text("operation", row -> row.benchmark().id())
                        .text("library", Row::library)
                        .text("payload", Row::payload)
                        .text("how", Row::how)
                        .number("Python, µs", row -> range(row.nanos()))
                        .text("fastest here", row -> row.ours().cell().codec())
                        .number("here, µs", row -> MICROS.value(row.ours().cost()))
                        .number("×", PythonSection::beside)
                        .table(
                                "python",
                                "Python's pools and serializers beside this run",
                                List.of("Time per task or value. × is the longer time divided by the shorter one. If"
                                        + " Python's range lies outside the interval of this run, a word says whether"
                                        + " Python is slower or faster.")));
    }

    /**
     * Adds a row, unless Python refused the value or this run has no such cell.
     *
     * @param workers 0 for a benchmark without a pool
     * @param chunk empty for any
     */
    private void add(
            Benchmark benchmark,
            String library,
            String payload,
            String how,
            List<Double> nanos,
            int workers,
            String chunk) {
        if (nanos.isEmpty()) {
            return;
        }
        findings
                .scores(
                        payload,
                        cell -> benchmark.measures(cell)
                                && Kind.of(cell) == (workers > 0 ? Kind.POOL : Kind.CODING)
                                && Kind.workers(cell) == workers
                                && (chunk.isEmpty() || Parameter.CHUNK.of(cell).equals(chunk)))
                .stream()
                .filter(score -> score.measured()
                        && !findings.codec(score.cell().codec()).control())
                .min(Comparator.comparingDouble(Score::order))
                .ifPresent(ours -> rows.add(new Row(benchmark, library, payload, how, nanos, ours)));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        String there = reference.machine().getOrDefault("cpu.model", "an unknown CPU");
        lines.add("Python " + reference.python() + " (" + reference.implementation() + ") on " + there
                + ". Each value is the geometric mean of " + reference.repeats()
                + " repeats within one process, not forks. The minimum and the maximum are in parentheses.");
        String here = findings.run().info().environment().getOrDefault("cpu.model", there);
        if (!here.equals(there)) {
            lines.add(
                    "This run was measured on another CPU (" + here + "), so the machines may cause the differences.");
        }
        if (!reference.missing().isEmpty()) {
            lines.add("Not installed or not measured: "
                    + reference.missing().stream().map(Missing::library).collect(Collectors.joining(", ")) + ".");
        }
        return lines;
    }

    private static Value beside(Row row) {
        Estimate cost = row.ours().cost();
        double ratio = Stats.estimate(row.nanos()).value() / cost.value();
        boolean slower = cost.hasInterval() && Collections.min(row.nanos()) > cost.upper();
        boolean faster = cost.hasInterval() && Collections.max(row.nanos()) < cost.lower();
        return new Value(
                Scale.RATIO.value(Math.max(ratio, 1 / ratio), 2).text(), slower ? "slower" : faster ? "faster" : "");
    }

    /** Returns the geometric mean with the digits that the range supports, and the range. */
    private static Value range(List<Double> nanos) {
        Estimate middle = Stats.estimate(nanos);
        double least = Collections.min(nanos);
        double most = Collections.max(nanos);
        if (least == most) {
            return MICROS.value(middle.value(), 2);
        }
        Value value = MICROS.value(new Estimate(middle.value(), least, most, middle.forks()));
        return new Value(
                value.text(), value.detail().replace("[", "(").replace("]", ")").replace(", ", " to "));
    }
}
