package dev.pipemark.report.rank;

import dev.pipemark.api.Family;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Parameter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How much of a round trip the codec itself takes: encoding and decoding, of the value and of the answer.
 *
 * @param percent of the trip; NaN when unknown
 * @param fromSplit whether the stages of a trip say so, rather than cells of their own
 */
public record CodecShare(double percent, boolean fromSplit) {
    static final CodecShare UNKNOWN = new CodecShare(Double.NaN, false);
    /** An interval of a trip that reaches over more than this, as a factor, leaves no share. */
    private static final double VAGUE = 10;

    static CodecShare of(Findings findings, String payload, Contender contender, @Nullable Score trip) {
        Score split = findings
                .scores(
                        payload,
                        cell -> Kind.of(cell) == Kind.SPLIT
                                && Contender.of(cell).equals(contender)
                                && Parameter.TRANSPORT.usual(cell))
                .stream()
                .findFirst()
                .orElse(null);
        if (split != null && split.measured()) {
            double percent = ofStages(split);
            if (!Double.isNaN(percent)) {
                return new CodecShare(percent, true);
            }
        }
        // What a function returns is no function: twice its own cost says nothing of the answer's.
        if (trip == null
                || !trip.measured()
                || !trip.settled()
                || findings.family(payload).equals(Family.FUNCTIONS.label())) {
            return UNKNOWN;
        }
        // Beside a trip that may be any, encoding is no share of it.
        if (trip.cost().upper() / trip.cost().lower() > VAGUE) {
            return UNKNOWN;
        }
        double encode = coding(findings, Benchmark.ENCODE, payload, contender.codec());
        double decode = coding(findings, Benchmark.DECODE, payload, contender.codec());
        return new CodecShare(100 * 2 * (encode + decode) / trip.cost().value(), false);
    }

    /** Of the stages of one trip, in per cent. */
    public static double ofStages(Score split) {
        double coding = sum(split, true);
        double rest = sum(split, false);
        return 100 * coding / (coding + rest);
    }

    private static double sum(Score split, boolean codec) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.codec() == codec)
                .mapToDouble(stage -> split.metric(stage.metric()))
                .sum();
    }

    private static double coding(Findings findings, Benchmark benchmark, String payload, String codec) {
        return findings
                .scores(
                        payload,
                        cell -> benchmark.measures(cell) && cell.codec().equals(codec) && Kind.of(cell) == Kind.CODING)
                .stream()
                .limit(1)
                .filter(Score::measured)
                // Half compiled it says little of what it takes in a trip, which is compiled otherwise.
                .filter(Score::settled)
                .mapToDouble(score -> score.cost().value())
                .findFirst()
                .orElse(Double.NaN);
    }
}
