package dev.pipemark.report;

import dev.pipemark.result.CodecFacts;
import dev.pipemark.result.Estimate;
import dev.pipemark.result.Metric;
import dev.pipemark.result.PairCheck;
import dev.pipemark.result.PairSizes;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables for other programs. Column names stay as they are from version to version; new ones go to the end. */
final class CsvFiles {
    private CsvFiles() {}

    /** Everything: a row for each planned cell and metric, and for each size; {@code score} stands for the cell itself. */
    static String results(Findings findings) {
        Csv csv = new Csv(
                "benchmark",
                "codec",
                "payload",
                "family",
                "parameters",
                "metric",
                "value",
                "unit",
                "lower",
                "upper",
                "forks",
                "outcome",
                "reason",
                "place",
                "times_best",
                "times_best_lower",
                "times_best_upper",
                "verdict",
                "rounds_needed");
        for (Score score : findings.scores()) {
            Estimate estimate = score.estimate();
            result(csv, findings, score, "score", estimate, score.unit(), findings.rank(score));
            score.metrics()
                    .forEach((metric, value) ->
                            result(csv, findings, score, metric.id(), value, metric.unit(), Ranking.Rank.NONE));
        }
        for (PairSizes size : findings.sizes()) {
            size(csv, findings, size, "mean", size.mean());
            size(csv, findings, size, "min", size.min());
            size(csv, findings, size, "max", size.max());
            size(csv, findings, size, "deflate", size.deflate());
            size(csv, findings, size, "zstd", size.zstd());
        }
        return csv.toString();
    }

    /** A row for each codec and payload that was to be sent: rates and times of all four benchmarks side by side. */
    static String throughput(Findings findings) {
        Csv csv = new Csv(
                "payload",
                "family",
                "codec",
                "badge",
                "library",
                "version",
                "parameters",
                "stream_ops_per_s",
                "stream_lower",
                "stream_upper",
                "stream_times_best",
                "stream_place",
                "round_trip_ns",
                "round_trip_lower",
                "round_trip_upper",
                "round_trip_times_best",
                "round_trip_place",
                "p50_ns",
                "p99_ns",
                "p999_ns",
                "codec_share_percent",
                "parent_cpu_ns",
                "worker_cpu_ns",
                "parent_allocation_bytes",
                "worker_allocation_bytes",
                "messages_per_cpu_s",
                "encode_ns",
                "encode_lower",
                "encode_upper",
                "encode_times_best",
                "decode_ns",
                "decode_lower",
                "decode_upper",
                "decode_times_best",
                "remark",
                "stream_times_best_lower",
                "stream_times_best_upper",
                "stream_verdict",
                "round_trip_times_best_lower",
                "round_trip_times_best_upper",
                "round_trip_verdict",
                "encode_times_best_lower",
                "encode_times_best_upper",
                "encode_place",
                "encode_verdict",
                "decode_times_best_lower",
                "decode_times_best_upper",
                "decode_place",
                "decode_verdict");
        for (String payload : findings.payloads()) {
            Map<Transfer.Arm, Transfer> transfers = new java.util.LinkedHashMap<>();
            Transfer.of(findings, payload)
                    .forEach(row -> transfers.put(new Transfer.Arm(row.codec().id(), row.extras()), row));
            Map<Transfer.Arm, Coding> codings = new java.util.LinkedHashMap<>();
            Coding.of(findings, payload)
                    .forEach(row -> codings.put(new Transfer.Arm(row.codec().id(), row.extras()), row));
            java.util.Set<Transfer.Arm> arms = new java.util.LinkedHashSet<>(transfers.keySet());
            arms.addAll(codings.keySet());
            for (Transfer.Arm arm : arms) {
                throughput(csv, findings, payload, arm, transfers.get(arm), codings.get(arm));
            }
        }
        return csv.toString();
    }

    static String sizes(Findings findings) {
        Csv csv = new Csv("payload", "family", "codec", "values", "mean", "min", "max", "deflate", "zstd");
        for (PairSizes size : findings.sizes()) {
            csv.row(
                    size.payload(),
                    findings.family(size.payload()),
                    size.codec(),
                    size.values(),
                    size.mean(),
                    size.min(),
                    size.max(),
                    size.deflate(),
                    size.zstd());
        }
        return csv.toString();
    }

    static String capabilities(Findings findings) {
        Csv csv = new Csv(
                "codec",
                "payload",
                "family",
                "verdict",
                "detail",
                "badge",
                "library",
                "version",
                "safe_for_untrusted_bytes");
        for (PairCheck check : findings.checks()) {
            CodecFacts codec = findings.codec(check.codec());
            csv.row(
                    check.codec(),
                    check.payload(),
                    findings.family(check.payload()),
                    check.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    check.detail(),
                    codec.badge(),
                    codec.library(),
                    codec.version(),
                    codec.safeForUntrustedBytes());
        }
        return csv.toString();
    }

    private static void result(
            Csv csv, Findings findings, Score score, String metric, Estimate value, String unit, Ranking.Rank rank) {
        csv.row(
                score.cell().benchmark(),
                score.cell().codec(),
                score.cell().payload(),
                findings.family(score.cell().payload()),
                Kind.parameters(score.cell()),
                metric,
                value.value(),
                unit,
                value.lower(),
                value.upper(),
                score.means().size(),
                score.outcomeName(),
                score.reason(),
                place(rank),
                rank.timesBest().value(),
                rank.timesBest().lower(),
                rank.timesBest().upper(),
                rank.word(),
                rank.roundsNeeded());
    }

    private static void size(Csv csv, Findings findings, PairSizes size, String metric, double value) {
        csv.row(
                "size",
                size.codec(),
                size.payload(),
                findings.family(size.payload()),
                "",
                metric,
                value,
                "B",
                Double.NaN,
                Double.NaN,
                0,
                "measured",
                "",
                "",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "",
                Double.NaN);
    }

    private static void throughput(
            Csv csv,
            Findings findings,
            String payload,
            Transfer.Arm arm,
            @Nullable Transfer transfer,
            @Nullable Coding coding) {
        CodecFacts codec = findings.codec(arm.codec());
        Estimate stream = transfer == null ? Estimate.NONE : PayloadSections.rate(transfer.stream());
        Estimate trip = transfer == null ? Estimate.NONE : PayloadSections.cost(transfer.trip());
        Ranking.Rank streamRank = transfer == null ? Ranking.Rank.NONE : transfer.streamRank();
        Ranking.Rank tripRank = transfer == null ? Ranking.Rank.NONE : transfer.tripRank();
        Ranking.Rank encodeRank = coding == null ? Ranking.Rank.NONE : coding.encodeRank();
        Ranking.Rank decodeRank = coding == null ? Ranking.Rank.NONE : coding.decodeRank();
        Estimate encode = coding == null ? Estimate.NONE : PayloadSections.cost(coding.encode());
        Estimate decode = coding == null ? Estimate.NONE : PayloadSections.cost(coding.decode());
        csv.row(
                payload,
                findings.family(payload),
                arm.codec(),
                codec.badge(),
                codec.library(),
                codec.version(),
                arm.extras(),
                stream.value(),
                stream.lower(),
                stream.upper(),
                streamRank.timesBest().value(),
                place(streamRank),
                trip.value(),
                trip.lower(),
                trip.upper(),
                tripRank.timesBest().value(),
                place(tripRank),
                transfer == null ? Double.NaN : transfer.tripMetric(Metric.P50),
                transfer == null ? Double.NaN : transfer.tripMetric(Metric.P99),
                transfer == null ? Double.NaN : transfer.tripMetric(Metric.P999),
                transfer == null ? Double.NaN : transfer.share(),
                transfer == null ? Double.NaN : transfer.metric(Metric.PARENT_CPU),
                transfer == null ? Double.NaN : transfer.metric(Metric.WORKER_CPU),
                transfer == null ? Double.NaN : transfer.metric(Metric.PARENT_ALLOCATION),
                transfer == null ? Double.NaN : transfer.metric(Metric.WORKER_ALLOCATION),
                transfer == null ? Double.NaN : transfer.metric(Metric.PER_CPU_SECOND),
                encode.value(),
                encode.lower(),
                encode.upper(),
                encodeRank.timesBest().value(),
                decode.value(),
                decode.lower(),
                decode.upper(),
                decodeRank.timesBest().value(),
                transfer != null && !transfer.remark().isEmpty() || coding == null
                        ? transfer == null ? "" : transfer.remark()
                        : coding.remark(),
                streamRank.timesBest().lower(),
                streamRank.timesBest().upper(),
                streamRank.word(),
                tripRank.timesBest().lower(),
                tripRank.timesBest().upper(),
                tripRank.word(),
                encodeRank.timesBest().lower(),
                encodeRank.timesBest().upper(),
                place(encodeRank),
                encodeRank.word(),
                decodeRank.timesBest().lower(),
                decodeRank.timesBest().upper(),
                place(decodeRank),
                decodeRank.word());
    }

    private static Object place(Ranking.Rank rank) {
        return rank.place() == 0 ? "" : rank.place();
    }
}
