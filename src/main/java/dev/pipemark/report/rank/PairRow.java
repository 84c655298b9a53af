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
 * One codec on one payload: what it costs to send, to encode and to decode, and how large a message is.
 *
 * @param extras parameters that tell two rows of a codec apart; mostly empty
 * @param stream at the lead window, if planned
 * @param trip one message in flight, if planned
 * @param size over the ring, if the pair was sized
 * @param share of the round trip that the codec takes on both sides
 * @param remark why a number is missing
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
     * Rows for every codec that was planned, sized or tried on the payload: codecs that send it first, fastest stream on
     * top; then those that only encode or decode it.
     */
    public static List<PairRow> of(Findings findings, String payload) {
        List<Score> streams = findings.scores(payload, Kind::leadStream);
        List<Score> trips = findings.scores(payload, cell -> Kind.of(cell) == Kind.TRIP);
        List<Score> encodes = coding(findings, payload, Benchmark.ENCODE);
        List<Score> decodes = coding(findings, payload, Benchmark.DECODE);
        List<Contender> sent =
                streams.isEmpty() && trips.isEmpty() ? List.of() : Contender.of(findings, payload, streams, trips);
        List<Contender> coded = coded(findings, payload, encodes, decodes);
        List<PairRow> first = new ArrayList<>();
        List<PairRow> rest = new ArrayList<>();
        Set<Contender> arms = new LinkedHashSet<>(sent);
        arms.addAll(coded);
        for (Contender arm : arms) {
            boolean isSent = sent.contains(arm);
            String remark = isSent
                    ? remark(findings, payload, arm, "stream", arm.in(streams), "round trip", arm.in(trips))
                    : "";
            if (remark.isEmpty() && coded.contains(arm)) {
                remark = remark(findings, payload, arm, "encode", arm.in(encodes), "decode", arm.in(decodes));
            }
            (isSent ? first : rest)
                    .add(new PairRow(
                            payload,
                            findings.codec(arm.codec()),
                            arm.extras(),
                            arm.in(streams),
                            arm.in(trips),
                            arm.in(encodes),
                            arm.in(decodes),
                            findings.size(arm.codec(), payload),
                            isSent ? CodecShare.of(findings, payload, arm, arm.in(trips)) : CodecShare.UNKNOWN,
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

    /** Taken while streaming, or from the round trip where there is no stream cell; NaN when unknown. */
    public double metric(Metric metric) {
        double streaming = stream == null ? Double.NaN : stream.metric(metric);
        return Double.isNaN(streaming) ? tripMetric(metric) : streaming;
    }

    /** Of the round trip; NaN when unknown. */
    public double tripMetric(Metric metric) {
        return trip == null ? Double.NaN : trip.metric(metric);
    }

    private static List<Score> coding(Findings findings, String payload, Benchmark benchmark) {
        return findings.scores(payload, cell -> benchmark.measures(cell) && Kind.of(cell) == Kind.CODING);
    }

    private static List<Contender> coded(Findings findings, String payload, List<Score> encodes, List<Score> decodes) {
        List<String> sized = findings.sizes().stream()
                .filter(size -> size.payload().equals(payload))
                .map(PairSizes::codec)
                .toList();
        if (encodes.isEmpty() && decodes.isEmpty() && sized.isEmpty()) {
            return List.of();
        }
        List<Contender> arms = new ArrayList<>(Contender.of(findings, payload, encodes, decodes));
        sized.stream()
                .filter(codec -> arms.stream().noneMatch(arm -> arm.codec().equals(codec)))
                .forEach(codec -> arms.add(new Contender(codec, "")));
        return arms;
    }

    /** What two cells say together, each by name where they differ; without cells, why the pair does not travel. */
    private static String remark(
            Findings findings,
            String payload,
            Contender arm,
            String oneName,
            @Nullable Score one,
            String otherName,
            @Nullable Score other) {
        if (one == null && other == null) {
            PairCheck check = findings.check(arm.codec(), payload);
            return check == null || check.exact() ? "" : check.outcome().reason();
        }
        String first = one == null ? "" : one.remark();
        String second = other == null ? "" : other.remark();
        if (first.equals(second) || second.isEmpty() && other == null || first.isEmpty() && one == null) {
            return first.isEmpty() ? second : first;
        }
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? otherName + ": " + second : oneName + ": " + first;
        }
        return oneName + ": " + first + "; " + otherName + ": " + second;
    }
}
