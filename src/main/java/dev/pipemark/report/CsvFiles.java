package dev.pipemark.report;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Csv;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import dev.pipemark.report.rank.Ranking.Rank;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The tables for other programs. Column names do not change between versions, and new columns go to the end. */
final class CsvFiles {
    /** A number of a cell, or the size of a pair. */
    private record Line(
            Cell cell,
            String metric,
            Estimate value,
            String unit,
            int forks,
            String outcome,
            String reason,
            Rank rank) {
        static Line of(Score score, String metric, Estimate value, String unit, int forks, Rank rank) {
            return new Line(score.cell(), metric, value, unit, forks, score.outcomeName(), score.reason(), rank);
        }

        static Line of(PairSizes size, String metric, double bytes) {
            Estimate value = new Estimate(bytes, Double.NaN, Double.NaN, 0);
            Cell cell = Cell.of("size", size.codec(), size.payload(), Map.of());
            return new Line(cell, metric, value, "B", 0, "measured", "", Rank.NONE);
        }
    }

    private CsvFiles() {}

    /**
     * Returns {@code results.csv}: a row for each planned cell and each of its metrics, and for each size. The metric of the
     * cell itself is {@code score}.
     */
    static String results(Findings findings) {
        List<Line> lines = new ArrayList<>();
        for (Score score : findings.scores()) {
            int forks = score.means().size();
            lines.add(Line.of(score, "score", score.estimate(), score.unit(), forks, findings.rank(score)));
            score.metrics()
                    .forEach((metric, value) ->
                            lines.add(Line.of(score, metric.id(), value, metric.unit(), value.forks(), Rank.NONE)));
        }
        for (PairSizes size : findings.sizes()) {
            lines.add(Line.of(size, "mean", size.mean()));
            lines.add(Line.of(size, "min", size.min()));
            lines.add(Line.of(size, "max", size.max()));
            lines.add(Line.of(size, "deflate", size.deflate()));
            lines.add(Line.of(size, "zstd", size.zstd()));
        }
        return new Csv<Line>()
                .column("benchmark", line -> line.cell().benchmark())
                .column("codec", line -> line.cell().codec())
                .column("payload", line -> line.cell().payload())
                .column("family", line -> findings.family(line.cell().payload()))
                .column("parameters", line -> Kind.parameters(line.cell()))
                .column("metric", Line::metric)
                .column("value", line -> line.value().value())
                .column("unit", Line::unit)
                .column("lower", line -> line.value().lower())
                .column("upper", line -> line.value().upper())
                .column("forks", Line::forks)
                .column("outcome", Line::outcome)
                .column("reason", Line::reason)
                .column("place", line -> place(line.rank()))
                .column("times_best", line -> line.rank().timesBest().value())
                .column("times_best_lower", line -> line.rank().timesBest().lower())
                .column("times_best_upper", line -> line.rank().timesBest().upper())
                .column("verdict", line -> line.rank().word())
                .column("rounds_needed", line -> line.rank().roundsNeeded())
                .of(lines);
    }

    /** Returns {@code throughput.csv}: a row for each codec and payload, with its numbers in the four main benchmarks. */
    static String throughput(Findings findings) {
        Function<PairRow, Rank> stream = row -> findings.rank(row.stream());
        Function<PairRow, Rank> trip = row -> findings.rank(row.trip());
        Function<PairRow, Rank> encode = row -> findings.rank(row.encode());
        Function<PairRow, Rank> decode = row -> findings.rank(row.decode());
        Csv<PairRow> columns = new Csv<PairRow>()
                .column("payload", PairRow::payload)
                .column("family", row -> findings.family(row.payload()))
                .column("codec", row -> row.codec().id())
                .column("badge", row -> row.codec().badge())
                .column("library", row -> row.codec().library())
                .column("version", row -> row.codec().version())
                .column("parameters", PairRow::extras);
        amount(columns, "stream", "ops_per_s", row -> Score.rateOf(row.stream()), stream);
        columns.column("stream_place", row -> place(stream.apply(row)));
        amount(columns, "round_trip", "ns", row -> Score.costOf(row.trip()), trip);
        columns.column("round_trip_place", row -> place(trip.apply(row)))
                .column("p50_ns", row -> row.tripMetric(Metric.P50))
                .column("p99_ns", row -> row.tripMetric(Metric.P99))
                .column("p999_ns", row -> row.tripMetric(Metric.P999))
                .column("codec_share_percent", row -> row.share().percent())
                .column("parent_cpu_ns", row -> row.metric(Metric.PARENT_CPU))
                .column("worker_cpu_ns", row -> row.metric(Metric.WORKER_CPU))
                .column("parent_allocation_bytes", row -> row.metric(Metric.PARENT_ALLOCATION))
                .column("worker_allocation_bytes", row -> row.metric(Metric.WORKER_ALLOCATION))
                .column("messages_per_cpu_s", row -> row.metric(Metric.PER_CPU_SECOND));
        amount(columns, "encode", "ns", row -> Score.costOf(row.encode()), encode);
        amount(columns, "decode", "ns", row -> Score.costOf(row.decode()), decode);
        columns.column("remark", PairRow::remark);
        verdict(columns, "stream", false, stream);
        verdict(columns, "round_trip", false, trip);
        verdict(columns, "encode", true, encode);
        verdict(columns, "decode", true, decode);
        List<PairRow> rows = findings.payloads().stream()
                .flatMap(payload -> PairRow.of(findings, payload).stream())
                .toList();
        return columns.of(rows);
    }

    private static void amount(
            Csv<PairRow> columns,
            String name,
            String unit,
            Function<PairRow, Estimate> amount,
            Function<PairRow, Rank> rank) {
        columns.column(name + "_" + unit, row -> amount.apply(row).value())
                .column(name + "_lower", row -> amount.apply(row).lower())
                .column(name + "_upper", row -> amount.apply(row).upper())
                .column(name + "_times_best", row -> rank.apply(row).timesBest().value());
    }

    private static void verdict(Csv<PairRow> columns, String name, boolean placed, Function<PairRow, Rank> rank) {
        columns.column(
                        name + "_times_best_lower",
                        row -> rank.apply(row).timesBest().lower())
                .column(
                        name + "_times_best_upper",
                        row -> rank.apply(row).timesBest().upper());
        if (placed) {
            columns.column(name + "_place", row -> place(rank.apply(row)));
        }
        columns.column(name + "_verdict", row -> rank.apply(row).word());
    }

    /** Returns {@code sizes.csv}: a row for each codec and payload. */
    static String sizes(Findings findings) {
        return new Csv<PairSizes>()
                .column("payload", PairSizes::payload)
                .column("family", size -> findings.family(size.payload()))
                .column("codec", PairSizes::codec)
                .column("values", PairSizes::values)
                .column("mean", PairSizes::mean)
                .column("min", PairSizes::min)
                .column("max", PairSizes::max)
                .column("deflate", PairSizes::deflate)
                .column("zstd", PairSizes::zstd)
                .of(findings.sizes());
    }

    /** Returns {@code capabilities.csv}: a row for each codec and payload, with the result of the trial. */
    static String capabilities(Findings findings) {
        return new Csv<PairCheck>()
                .column("codec", PairCheck::codec)
                .column("payload", PairCheck::payload)
                .column("family", check -> findings.family(check.payload()))
                .column(
                        "verdict",
                        check -> check.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .column("detail", PairCheck::detail)
                .column("badge", check -> findings.codec(check.codec()).badge())
                .column("library", check -> findings.codec(check.codec()).library())
                .column("version", check -> findings.codec(check.codec()).version())
                .column(
                        "safe_for_untrusted_bytes",
                        check -> findings.codec(check.codec()).safeForUntrustedBytes())
                .of(findings.checks());
    }

    private static Object place(Rank rank) {
        return rank.place() == 0 ? "" : rank.place();
    }
}
