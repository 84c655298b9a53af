package dev.pipemark.report.rank;

import dev.pipemark.record.Cell;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.report.rank.Ranking.Rank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it costs one codec to send one payload over a pipe: a row of a transfer table.
 *
 * @param extras parameters beside transport and window; mostly empty
 * @param stream at the lead window, if planned
 * @param trip one message in flight, if planned
 * @param share of the round trip that the codec takes on both sides, in per cent; NaN when unknown
 * @param shareFromSplit whether the share was measured within the trip, rather than put together from other cells
 * @param remark why a number is missing
 */
public record Transfer(
        String payload,
        CodecFacts codec,
        String extras,
        @Nullable Score stream,
        Rank streamRank,
        @Nullable Score trip,
        Rank tripRank,
        double share,
        boolean shareFromSplit,
        String remark) {
    /** Rows for every codec that was planned or tried on the payload: best first, then those without numbers. */
    public static List<Transfer> of(Findings findings, String payload) {
        List<Score> streams = findings.scores(payload, Kind::leadStream);
        List<Score> trips = findings.scores(payload, cell -> Kind.of(cell) == Kind.TRIP);
        if (streams.isEmpty() && trips.isEmpty()) {
            return List.of();
        }
        List<Transfer> rows = new ArrayList<>();
        for (Contender contender : Contender.of(findings, payload, streams, trips)) {
            Score stream = contender.in(streams);
            Score trip = contender.in(trips);
            CodecShare share = CodecShare.of(findings, payload, contender, trip);
            rows.add(new Transfer(
                    payload,
                    findings.codec(contender.codec()),
                    contender.extras(),
                    stream,
                    findings.rank(stream),
                    trip,
                    findings.rank(trip),
                    share.percent(),
                    share.fromSplit(),
                    Remarks.of(findings, payload, contender.codec(), "stream", stream, "round trip", trip)));
        }
        rows.sort(Comparator.comparingDouble((Transfer row) -> order(row.stream))
                .thenComparingDouble(row -> order(row.trip)));
        return List.copyOf(rows);
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

    public static double order(@Nullable Score score) {
        return score == null || !score.measured()
                ? Double.POSITIVE_INFINITY
                : score.cost().value();
    }

    /** A codec with the parameters that tell its rows apart. */
    public record Contender(String codec, String extras) {
        public static Contender of(Cell cell) {
            return new Contender(cell.codec(), Kind.extras(cell));
        }

        /** Copies of these cells in plan order, then codecs that were tried on the payload and do not carry it. */
        public static List<Contender> of(Findings findings, String payload, List<Score> some, List<Score> others) {
            List<Contender> contenders = new ArrayList<>();
            some.forEach(score -> contenders.add(of(score.cell())));
            others.forEach(score -> contenders.add(of(score.cell())));
            findings.checks().stream()
                    .filter(check -> check.payload().equals(payload) && !check.exact())
                    .filter(check -> contenders.stream().noneMatch(contender -> contender.codec.equals(check.codec())))
                    .forEach(check -> contenders.add(new Contender(check.codec(), "")));
            return contenders.stream().distinct().toList();
        }

        @Nullable
        Score in(List<Score> scores) {
            return scores.stream()
                    .filter(score -> of(score.cell()).equals(this))
                    .findFirst()
                    .orElse(null);
        }
    }
}
