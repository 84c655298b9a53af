package dev.pipemark.report;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Metric;
import dev.pipemark.report.doc.Csv;
import dev.pipemark.report.rank.Coding;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Ranking;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Transfer;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code throughput.csv}: a row for each codec and payload that was to be sent, with rates and times of all four
 * benchmarks side by side. Column names stay as they are from version to version; new ones go to the end.
 */
final class ThroughputCsv {
    private static final List<Column> COLUMNS = List.of(
            new Column("payload", row -> row.payload),
            new Column("family", row -> row.family),
            new Column("codec", row -> row.codec.id()),
            new Column("badge", row -> row.codec.badge()),
            new Column("library", row -> row.codec.library()),
            new Column("version", row -> row.codec.version()),
            new Column("parameters", row -> row.parameters),
            new Column("stream_ops_per_s", row -> row.stream().value()),
            new Column("stream_lower", row -> row.stream().lower()),
            new Column("stream_upper", row -> row.stream().upper()),
            new Column("stream_times_best", row -> row.streamRank().timesBest().value()),
            new Column("stream_place", row -> place(row.streamRank())),
            new Column("round_trip_ns", row -> row.trip().value()),
            new Column("round_trip_lower", row -> row.trip().lower()),
            new Column("round_trip_upper", row -> row.trip().upper()),
            new Column(
                    "round_trip_times_best", row -> row.tripRank().timesBest().value()),
            new Column("round_trip_place", row -> place(row.tripRank())),
            new Column("p50_ns", row -> row.transfer(transfer -> transfer.tripMetric(Metric.P50))),
            new Column("p99_ns", row -> row.transfer(transfer -> transfer.tripMetric(Metric.P99))),
            new Column("p999_ns", row -> row.transfer(transfer -> transfer.tripMetric(Metric.P999))),
            new Column("codec_share_percent", row -> row.transfer(Transfer::share)),
            new Column("parent_cpu_ns", row -> row.transfer(transfer -> transfer.metric(Metric.PARENT_CPU))),
            new Column("worker_cpu_ns", row -> row.transfer(transfer -> transfer.metric(Metric.WORKER_CPU))),
            new Column(
                    "parent_allocation_bytes",
                    row -> row.transfer(transfer -> transfer.metric(Metric.PARENT_ALLOCATION))),
            new Column(
                    "worker_allocation_bytes",
                    row -> row.transfer(transfer -> transfer.metric(Metric.WORKER_ALLOCATION))),
            new Column("messages_per_cpu_s", row -> row.transfer(transfer -> transfer.metric(Metric.PER_CPU_SECOND))),
            new Column("encode_ns", row -> row.encode().value()),
            new Column("encode_lower", row -> row.encode().lower()),
            new Column("encode_upper", row -> row.encode().upper()),
            new Column("encode_times_best", row -> row.encodeRank().timesBest().value()),
            new Column("decode_ns", row -> row.decode().value()),
            new Column("decode_lower", row -> row.decode().lower()),
            new Column("decode_upper", row -> row.decode().upper()),
            new Column("decode_times_best", row -> row.decodeRank().timesBest().value()),
            new Column("remark", Row::remark),
            new Column(
                    "stream_times_best_lower",
                    row -> row.streamRank().timesBest().lower()),
            new Column(
                    "stream_times_best_upper",
                    row -> row.streamRank().timesBest().upper()),
            new Column("stream_verdict", row -> row.streamRank().word()),
            new Column(
                    "round_trip_times_best_lower",
                    row -> row.tripRank().timesBest().lower()),
            new Column(
                    "round_trip_times_best_upper",
                    row -> row.tripRank().timesBest().upper()),
            new Column("round_trip_verdict", row -> row.tripRank().word()),
            new Column(
                    "encode_times_best_lower",
                    row -> row.encodeRank().timesBest().lower()),
            new Column(
                    "encode_times_best_upper",
                    row -> row.encodeRank().timesBest().upper()),
            new Column("encode_place", row -> place(row.encodeRank())),
            new Column("encode_verdict", row -> row.encodeRank().word()),
            new Column(
                    "decode_times_best_lower",
                    row -> row.decodeRank().timesBest().lower()),
            new Column(
                    "decode_times_best_upper",
                    row -> row.decodeRank().timesBest().upper()),
            new Column("decode_place", row -> place(row.decodeRank())),
            new Column("decode_verdict", row -> row.decodeRank().word()));

    private ThroughputCsv() {}

    static String of(Findings findings) {
        Csv csv = new Csv(COLUMNS.stream().map(Column::name).toArray(String[]::new));
        for (String payload : findings.payloads()) {
            for (Row row : rows(findings, payload)) {
                csv.row(COLUMNS.stream()
                        .map(column -> column.value().apply(row))
                        .toArray());
            }
        }
        return csv.toString();
    }

    private static List<Row> rows(Findings findings, String payload) {
        Map<Transfer.Contender, Transfer> transfers = new LinkedHashMap<>();
        Transfer.of(findings, payload)
                .forEach(row -> transfers.put(new Transfer.Contender(row.codec().id(), row.extras()), row));
        Map<Transfer.Contender, Coding> codings = new LinkedHashMap<>();
        Coding.of(findings, payload)
                .forEach(row -> codings.put(new Transfer.Contender(row.codec().id(), row.extras()), row));
        Set<Transfer.Contender> contenders = new LinkedHashSet<>(transfers.keySet());
        contenders.addAll(codings.keySet());
        List<Row> rows = new ArrayList<>();
        for (Transfer.Contender contender : contenders) {
            rows.add(new Row(
                    payload,
                    findings.family(payload),
                    findings.codec(contender.codec()),
                    contender.extras(),
                    transfers.get(contender),
                    codings.get(contender)));
        }
        return rows;
    }

    private static Object place(Ranking.Rank rank) {
        return rank.place() == 0 ? "" : rank.place();
    }

    /** A column's name, and what stands in it. */
    private record Column(String name, Function<Row, Object> value) {}

    /** What is known of one codec and payload; either part may be missing. */
    private record Row(
            String payload,
            String family,
            CodecFacts codec,
            String parameters,
            @Nullable Transfer transfer,
            @Nullable Coding coding) {
        Estimate stream() {
            return transfer == null ? Estimate.NONE : Score.rateOf(transfer.stream());
        }

        Ranking.Rank streamRank() {
            return transfer == null ? Ranking.Rank.NONE : transfer.streamRank();
        }

        Estimate trip() {
            return transfer == null ? Estimate.NONE : Score.costOf(transfer.trip());
        }

        Ranking.Rank tripRank() {
            return transfer == null ? Ranking.Rank.NONE : transfer.tripRank();
        }

        double transfer(Function<Transfer, Double> metric) {
            return transfer == null ? Double.NaN : metric.apply(transfer);
        }

        Estimate encode() {
            return coding == null ? Estimate.NONE : Score.costOf(coding.encode());
        }

        Ranking.Rank encodeRank() {
            return coding == null ? Ranking.Rank.NONE : coding.encodeRank();
        }

        Estimate decode() {
            return coding == null ? Estimate.NONE : Score.costOf(coding.decode());
        }

        Ranking.Rank decodeRank() {
            return coding == null ? Ranking.Rank.NONE : coding.decodeRank();
        }

        String remark() {
            String sent = transfer == null ? "" : transfer.remark();
            return sent.isEmpty() && coding != null ? coding.remark() : sent;
        }
    }
}
