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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What Python's own pools and serializers need where this run measured the same, beside its fastest codec. Python's
 * repeats share one process, so they have a range and no interval, and no verdict.
 */
final class PythonSection {
    private static final Scale MICROS = new Scale("µs", 1e3);

    /**
     * One operation of Python's.
     *
     * @param nanos one for each repeat
     * @param ours the fastest codec of this run at the same operation
     */
    private record Row(String operation, String library, String payload, String how, List<Double> nanos, Score ours) {}

    private final Findings findings;
    private final PythonReference reference;
    private final List<Row> rows = new ArrayList<>();

    PythonSection(Findings findings, PythonReference reference) {
        this.findings = findings;
        this.reference = reference;
        read();
    }

    List<Block> blocks() {
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Lines(lines(), false),
                new Grid<>(rows)
                        .text("operation", Row::operation)
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
                                List.of("Time per task or value. ×: the slower divided by the faster; slower, faster:"
                                        + " Python's range lies beyond the interval of this run.")));
    }

    private void read() {
        for (PythonReference.PoolRow row : reference.pool()) {
            add(
                    "pool",
                    row.library(),
                    row.payload(),
                    row.start() + ", " + row.codec() + ", workers=" + row.workers() + ", chunk=" + row.chunk(),
                    row.perSecond().stream().map(rate -> 1e9 / rate).toList(),
                    fastest(Benchmark.POOL, row.payload(), row.workers(), row.chunk()));
        }
        for (PythonReference.SubmitRow row : reference.submit()) {
            add(
                    "submit",
                    row.library(),
                    row.payload(),
                    "workers=" + row.workers(),
                    row.nanos(),
                    fastest(Benchmark.SUBMIT, row.payload(), row.workers(), ""));
        }
        for (PythonReference.CodingRow row : reference.coding()) {
            String payload = row.payload();
            add(
                    "encode",
                    row.library(),
                    payload,
                    row.version(),
                    row.encodeNanos(),
                    fastest(Benchmark.ENCODE, payload, 0, ""));
            add(
                    "decode",
                    row.library(),
                    payload,
                    row.version(),
                    row.decodeNanos(),
                    fastest(Benchmark.DECODE, payload, 0, ""));
        }
    }

    /** Nothing where Python refused the value, or this run has no such cell. */
    private void add(
            String operation, String library, String payload, String how, List<Double> nanos, Optional<Score> ours) {
        if (!nanos.isEmpty()) {
            ours.ifPresent(score -> rows.add(new Row(operation, library, payload, how, nanos, score)));
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        String there = reference.machine().getOrDefault("cpu.model", "an unknown CPU");
        lines.add("Python " + reference.python() + " (" + reference.implementation() + ") on " + there
                + ": geometric means" + " of " + reference.repeats()
                + " repeats within one process, not forks, with the least and the most.");
        String here = findings.run().info().environment().getOrDefault("cpu.model", there);
        if (!here.equals(there)) {
            lines.add("This run was measured on another CPU (" + here + "), so differences may be the machines'.");
        }
        if (!reference.missing().isEmpty()) {
            lines.add("Not installed or not measured: "
                    + reference.missing().stream().map(Missing::library).collect(Collectors.joining(", ")) + ".");
        }
        return lines;
    }

    /**
     * @param workers 0 for a benchmark without a pool
     * @param chunk empty for any
     */
    private Optional<Score> fastest(Benchmark benchmark, String payload, int workers, String chunk) {
        return findings
                .scores(
                        payload,
                        cell -> benchmark.measures(cell)
                                && Kind.of(cell) == (workers > 0 ? Kind.POOL : Kind.CODING)
                                && Kind.workers(cell) == workers
                                && (chunk.isEmpty() || Parameter.CHUNK.of(cell).equals(chunk)))
                .stream()
                .filter(score -> score.measured()
                        && !findings.codec(score.cell().codec()).control())
                .min(Comparator.comparingDouble(Score::order));
    }

    private static Value beside(Row row) {
        Estimate cost = row.ours().cost();
        double ratio = Stats.estimate(row.nanos()).value() / cost.value();
        boolean slower = cost.hasInterval() && Collections.min(row.nanos()) > cost.upper();
        boolean faster = cost.hasInterval() && Collections.max(row.nanos()) < cost.lower();
        return new Value(
                Scale.RATIO.value(Math.max(ratio, 1 / ratio), 2).text(), slower ? "slower" : faster ? "faster" : "");
    }

    /** The geometric mean no finer than the range, and the range; one value alone to two digits. */
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
