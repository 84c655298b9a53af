package dev.pipemark.report;

import dev.pipemark.record.Metric;
import dev.pipemark.report.doc.Csv;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.PairRow;
import dev.pipemark.report.rank.Ranking.Rank;
import dev.pipemark.report.rank.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code throughput.csv}: a row for each codec and payload that was to be sent, with rates and times of all four
 * benchmarks side by side. Column names stay as they are from version to version; new ones go to the end.
 */
final class ThroughputCsv {
    private final Findings findings;
    private final List<Column> columns = new ArrayList<>();

    /** A column's name, and what stands in it. */
    private record Column(String name, Function<PairRow, Object> value) {}

    private ThroughputCsv(Findings findings) {
        this.findings = findings;
        add("payload", PairRow::payload);
        add("family", row -> findings.family(row.payload()));
        add("codec", row -> row.codec().id());
        add("badge", row -> row.codec().badge());
        add("library", row -> row.codec().library());
        add("version", row -> row.codec().version());
        add("parameters", PairRow::extras);
        add("stream_ops_per_s", row -> Score.rateOf(row.stream()).value());
        add("stream_lower", row -> Score.rateOf(row.stream()).lower());
        add("stream_upper", row -> Score.rateOf(row.stream()).upper());
        add("stream_times_best", row -> rank(row.stream()).timesBest().value());
        add("stream_place", row -> place(row.stream()));
        add("round_trip_ns", row -> Score.costOf(row.trip()).value());
        add("round_trip_lower", row -> Score.costOf(row.trip()).lower());
        add("round_trip_upper", row -> Score.costOf(row.trip()).upper());
        add("round_trip_times_best", row -> rank(row.trip()).timesBest().value());
        add("round_trip_place", row -> place(row.trip()));
        add("p50_ns", row -> row.tripMetric(Metric.P50));
        add("p99_ns", row -> row.tripMetric(Metric.P99));
        add("p999_ns", row -> row.tripMetric(Metric.P999));
        add("codec_share_percent", row -> row.share().percent());
        add("parent_cpu_ns", row -> row.metric(Metric.PARENT_CPU));
        add("worker_cpu_ns", row -> row.metric(Metric.WORKER_CPU));
        add("parent_allocation_bytes", row -> row.metric(Metric.PARENT_ALLOCATION));
        add("worker_allocation_bytes", row -> row.metric(Metric.WORKER_ALLOCATION));
        add("messages_per_cpu_s", row -> row.metric(Metric.PER_CPU_SECOND));
        add("encode_ns", row -> Score.costOf(row.encode()).value());
        add("encode_lower", row -> Score.costOf(row.encode()).lower());
        add("encode_upper", row -> Score.costOf(row.encode()).upper());
        add("encode_times_best", row -> rank(row.encode()).timesBest().value());
        add("decode_ns", row -> Score.costOf(row.decode()).value());
        add("decode_lower", row -> Score.costOf(row.decode()).lower());
        add("decode_upper", row -> Score.costOf(row.decode()).upper());
        add("decode_times_best", row -> rank(row.decode()).timesBest().value());
        add("remark", PairRow::remark);
        timesBest("stream", PairRow::stream);
        add("stream_verdict", row -> rank(row.stream()).word());
        timesBest("round_trip", PairRow::trip);
        add("round_trip_verdict", row -> rank(row.trip()).word());
        timesBest("encode", PairRow::encode);
        add("encode_place", row -> place(row.encode()));
        add("encode_verdict", row -> rank(row.encode()).word());
        timesBest("decode", PairRow::decode);
        add("decode_place", row -> place(row.decode()));
        add("decode_verdict", row -> rank(row.decode()).word());
    }

    static String of(Findings findings) {
        List<Column> columns = new ThroughputCsv(findings).columns;
        Csv csv = new Csv(columns.stream().map(Column::name).toArray(String[]::new));
        for (String payload : findings.payloads()) {
            for (PairRow row : PairRow.of(findings, payload)) {
                csv.row(columns.stream()
                        .map(column -> column.value().apply(row))
                        .toArray());
            }
        }
        return csv.toString();
    }

    private void add(String name, Function<PairRow, Object> value) {
        columns.add(new Column(name, value));
    }

    private void timesBest(String name, Function<PairRow, @Nullable Score> score) {
        add(
                name + "_times_best_lower",
                row -> rank(score.apply(row)).timesBest().lower());
        add(
                name + "_times_best_upper",
                row -> rank(score.apply(row)).timesBest().upper());
    }

    private Rank rank(@Nullable Score score) {
        return findings.rank(score);
    }

    private Object place(@Nullable Score score) {
        int place = rank(score).place();
        return place == 0 ? "" : place;
    }
}
