package dev.pipemark.report.sections;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Apart;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A table for each payload with all numbers of its pairs, and a table of cells that no other section shows. */
final class NumbersSection {
    private NumbersSection() {}

    static List<Block> blocks(Findings findings) {
        List<Block> tables = new ArrayList<>();
        for (String payload : findings.payloads()) {
            // Another section shows pairs that do not travel.
            List<PairRow> rows = PairRow.of(findings, payload).stream()
                    .filter(row -> planned(row) || row.size() != null)
                    .toList();
            if (rows.stream().anyMatch(NumbersSection::planned)) {
                tables.add(table(findings, payload, rows));
            }
        }
        List<Score> others = findings.scores(NumbersSection::other);
        if (!others.isEmpty()) {
            tables.add(others(findings, others));
        }
        if (tables.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Lines(notes(findings), false));
        blocks.addAll(tables);
        return blocks;
    }

    /** Returns the id of a payload's table. */
    static String id(String payload) {
        return "numbers-" + Page.slug(payload);
    }

    private static List<String> notes(Findings findings) {
        List<String> notes = new ArrayList<>();
        notes.add("streamed: messages per second, with at most " + Kind.LEAD_WINDOW
                + " in flight. round trip: one message in"
                + " flight, there and back. encode, decode: one value, without a pipe.");
        notes.add("[a, b] is the 95 % interval over forks. ×best is the cost divided by the lowest cost of the table."
                + " Its interval decides the verdict."
                + (findings.ordered()
                        ? " " + Apart.LEGEND + " For each ?, results.csv has the number of rounds that would decide it."
                        : ""));
        notes.add("CPU and allocation are means per message in the measuring process (parent) and in the worker. bytes,"
                + " deflate (level 6) and zstd (level 3) are mean message sizes, without the frame's header.");
        notes.add(
                "codec's share: the time of encoding and decoding on both sides, in per cent of the round trip. A share"
                        + " with (split) was measured within the trip. A share without it is twice the sum of encode and decode,"
                        + " divided by the round trip.");
        notes.addAll(Names.legend(findings.codecs()));
        notes.add(
                "results.csv has every cell and metric, throughput.csv has a row for each pair, and sizes.csv has the smallest"
                        + " and largest messages.");
        return notes;
    }

    private static Table table(Findings findings, String payload, List<PairRow> rows) {
        return new Grid<>(rows)
                .text("codec", row -> Names.codec(row.codec(), row.extras()))
                .rate("streamed", (PairRow row) -> Score.rateOf(row.stream()))
                .number("streamed ×best", row -> findings.timesBest(row.stream()))
                .time("round trip", (PairRow row) -> Score.costOf(row.trip()))
                .number("round trip ×best", row -> findings.timesBest(row.trip()))
                .time("p50", (PairRow row) -> row.tripMetric(Metric.P50))
                .time("p99", (PairRow row) -> row.tripMetric(Metric.P99))
                .time("p99.9", (PairRow row) -> row.tripMetric(Metric.P999))
                .number("codec's share, %", NumbersSection::share)
                .time("encode", (PairRow row) -> Score.costOf(row.encode()))
                .number("encode ×best", row -> findings.timesBest(row.encode()))
                .time("decode", (PairRow row) -> Score.costOf(row.decode()))
                .number("decode ×best", row -> findings.timesBest(row.decode()))
                .number("bytes", row -> bytes(row, PairSizes::mean))
                .number("deflate, B", row -> bytes(row, PairSizes::deflate))
                .number("zstd, B", row -> bytes(row, PairSizes::zstd))
                .time("CPU parent", (PairRow row) -> row.metric(Metric.PARENT_CPU))
                .time("CPU worker", (PairRow row) -> row.metric(Metric.WORKER_CPU))
                .bytes("allocated parent", 2, row -> row.metric(Metric.PARENT_ALLOCATION))
                .bytes("allocated worker", 2, row -> row.metric(Metric.WORKER_ALLOCATION))
                .text("remark", row -> Names.brief(row.remark()))
                .table(id(payload), "All numbers of " + payload, List.of());
    }

    private static boolean planned(PairRow row) {
        return row.stream() != null || row.trip() != null || row.encode() != null || row.decode() != null;
    }

    private static Value bytes(PairRow row, ToDoubleFunction<PairSizes> of) {
        PairSizes size = row.size();
        return size == null || !row.extras().isEmpty() ? Value.BLANK : Scale.exact(of.applyAsDouble(size));
    }

    private static Value share(PairRow row) {
        String share = Scale.PERCENT.value(row.share().percent(), 2).text();
        return new Value(share, row.share().fromSplit() ? "(split)" : "");
    }

    /** Returns whether no other table has a row for the cell. */
    private static boolean other(Cell cell) {
        return switch (Kind.of(cell)) {
            case STREAM -> !Kind.leadStream(cell);
            case CONTROL -> Benchmark.of(cell).filter(Benchmark::byHand).isEmpty();
            case OTHER -> true;
            default -> false;
        };
    }

    private static Table others(Findings findings, List<Score> rows) {
        return new Grid<>(rows)
                .text("benchmark", row -> row.cell().benchmark())
                .text("codec", row -> Names.codec(findings.codec(row.cell().codec()), ""))
                .text("payload", row -> row.cell().payload())
                .text("parameters", row -> Kind.parameters(row.cell()))
                .text("score", row -> row.measured() ? row.scale().text(row.estimate()) : "")
                .number("×best", row -> findings.timesBest(row))
                .text("remark", row -> Names.brief(row.remark()))
                .table(
                        "numbers-others",
                        "Controls, other windows and other benchmarks",
                        List.of("echoFrame: a frame there and back, without a codec. ringOnly: the code that takes the"
                                + " next value, without a codec. fixedArithmetic: the same calculation in each"
                                + " round, which shows the noise of the machine."));
    }
}
