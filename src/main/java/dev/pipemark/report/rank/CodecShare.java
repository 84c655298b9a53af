package dev.pipemark.report.rank;

import dev.pipemark.api.Family;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Parameter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The share of a round trip that the codec takes: encoding and decoding, of the value and of the reply.
 *
 * @param percent the share in per cent of the trip; NaN if it is unknown
 * @param fromSplit whether the share was measured in the stages of a trip. If not, it is computed from the cells of encode
 *     and decode.
 */
public record CodecShare(double percent, boolean fromSplit) {
    static final CodecShare UNKNOWN = new CodecShare(Double.NaN, false);
    /** If the interval of a trip spans more than this factor, no share is given. */
    private static final double VAGUE = 10;

    static CodecShare of(Findings findings, String payload, Contender contender, @Nullable Score trip) {
        Score split = findings
                .scores(
                        payload,
                        cell -> Kind.of(cell) == Kind.SPLIT
                                && Contender.of(cell).equals(contender)
                                && Parameter.TRANSPORT.hasDefault(cell))
                .stream()
                .findFirst()
                .orElse(null);
        if (split != null && split.measured()) {
            double percent = ofStages(split);
            if (!Double.isNaN(percent)) {
                return new CodecShare(percent, true);
            }
        }
        // The result of a function has another type than the function. The cells of encode and decode do not measure
        // it.
        if (trip == null
                || !trip.measured()
                || !trip.settled()
                || findings.family(payload).equals(Family.FUNCTIONS.label())
                || trip.cost().upper() / trip.cost().lower() > VAGUE) {
            return UNKNOWN;
        }
        double encode = coding(findings, Benchmark.ENCODE, payload, contender.codec());
        double decode = coding(findings, Benchmark.DECODE, payload, contender.codec());
        return new CodecShare(100 * 2 * (encode + decode) / trip.cost().value(), false);
    }

    /** Returns the share in the stages of one trip, in per cent. */
    public static double ofStages(Score split) {
        double coding = sum(
                split, Metric.SPLIT_ENCODE, Metric.SPLIT_DECODE, Metric.SPLIT_REPLY_ENCODE, Metric.SPLIT_REPLY_DECODE);
        double rest = sum(split, Metric.SPLIT_OUTWARD, Metric.SPLIT_USE, Metric.SPLIT_HOMEWARD);
        return 100 * coding / (coding + rest);
    }

    private static double sum(Score split, Metric... stages) {
        return Arrays.stream(stages).mapToDouble(split::metric).sum();
    }

    private static double coding(Findings findings, Benchmark benchmark, String payload, String codec) {
        return findings
                .scores(
                        payload,
                        cell -> benchmark.measures(cell) && cell.codec().equals(codec) && Kind.of(cell) == Kind.CODING)
                .stream()
                .limit(1)
                .filter(Score::measured)
                // In a cell that had not settled, the compiled code differs from that of the trip.
                .filter(Score::settled)
                .mapToDouble(score -> score.cost().value())
                .findFirst()
                .orElse(Double.NaN);
    }
}
