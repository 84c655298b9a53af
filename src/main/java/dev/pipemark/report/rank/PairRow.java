package dev.pipemark.report.rank;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one codec on one payload.
 *
 * @param extras parameters that distinguish two rows of a codec; usually empty
 * @param stream at the lead window, if planned
 * @param trip with one message in flight, if planned
 * @param size over the ring, if the pair was sized
 * @param share of the round trip that the codec takes on both sides
 * @param remark the reason for missing or doubtful numbers; may be empty
 */
public record PairRow(
        String payload,
        CodecFacts codec,
        String extras,
        @Nullable Score stream,
        @Nullable Score trip,
        @Nullable Score encode,
        @Nullable Score decode,
        @Nullable PairSizes size,
        CodecShare share,
        String remark) {
    /**
     * Returns a row for every codec that was planned, sized or tried on the payload. Codecs that send it come first, fastest
     * stream on top. Codecs that only encode or decode it follow.
     */
    public static List<PairRow> of(Findings findings, String payload) {
        List<Score> streams = findings.scores(payload, Kind::leadStream);
        List<Score> trips = findings.scores(payload, cell -> Kind.of(cell) == Kind.TRIP);
        List<Score> encodes = coding(findings, payload, Benchmark.ENCODE);
        List<Score> decodes = coding(findings, payload, Benchmark.DECODE);
        List<String> sized = findings.sizes().stream()
                .filter(size -> size.payload().equals(payload))
                .map(PairSizes::codec)
                .toList();
        List<Contender> sent = Contender.of(findings, payload, streams, trips, List.of());
        List<PairRow> first = new ArrayList<>();
        List<PairRow> rest = new ArrayList<>();
        Set<Contender> contenders = new LinkedHashSet<>(sent);
        contenders.addAll(Contender.of(findings, payload, encodes, decodes, sized));
        for (Contender each : contenders) {
            boolean isSent = sent.contains(each);
            Score stream = each.in(streams);
            Score trip = each.in(trips);
            Score encode = each.in(encodes);
            Score decode = each.in(decodes);
            String remark = remark("stream", stream, "round trip", trip);
            if (remark.isEmpty()) {
                remark = remark("encode", encode, "decode", decode);
            }
            PairCheck check = findings.check(each.codec(), payload);
            if (remark.isEmpty() && stream == null && trip == null && check != null && !check.exact()) {
                remark = check.outcome().reason();
            }
            (isSent ? first : rest)
                    .add(new PairRow(
                            payload,
                            findings.codec(each.codec()),
                            each.extras(),
                            stream,
                            trip,
                            encode,
                            decode,
                            findings.size(each.codec(), payload),
                            isSent ? CodecShare.of(findings, payload, each, trip) : CodecShare.UNKNOWN,
                            remark));
        }
        first.sort(Comparator.comparingDouble((PairRow row) -> Score.order(row.stream))
                .thenComparingDouble(row -> Score.order(row.trip)));
        rest.sort(Comparator.comparingDouble((PairRow row) -> Score.order(row.encode) + Score.order(row.decode))
                .thenComparingDouble(row -> Math.min(Score.order(row.encode), Score.order(row.decode)))
                .thenComparingDouble(row -> row.size == null ? Double.POSITIVE_INFINITY : row.size.mean()));
        first.addAll(rest);
        return List.copyOf(first);
    }

    /** Returns a metric of the stream, or of the round trip if the stream has none; NaN if unknown. */
    public double metric(Metric metric) {
        double streaming = stream == null ? Double.NaN : stream.metric(metric);
        return Double.isNaN(streaming) ? tripMetric(metric) : streaming;
    }

    /** Returns a metric of the round trip; NaN if unknown. */
    public double tripMetric(Metric metric) {
        return trip == null ? Double.NaN : trip.metric(metric);
    }

    private static List<Score> coding(Findings findings, String payload, Benchmark benchmark) {
        return findings.scores(payload, cell -> benchmark.measures(cell) && Kind.of(cell) == Kind.CODING);
    }

    /** Joins the remarks of two cells, each with the name of its benchmark if they differ. */
    private static String remark(String oneName, @Nullable Score one, String otherName, @Nullable Score other) {
        String first = one == null ? "" : one.remark();
        String second = other == null ? "" : other.remark();
        if (one == null || other == null || first.equals(second)) {
            return one == null ? second : first;
        }
        return (first.isEmpty() ? "" : oneName + ": " + first)
                + (first.isEmpty() || second.isEmpty() ? "" : "; ")
                + (second.isEmpty() ? "" : otherName + ": " + second);
    }
}
