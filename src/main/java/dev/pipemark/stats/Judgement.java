package dev.pipemark.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What one cell's cost is held against another's.
 *
 * @param ratio how many times the other's cost; its interval is the one the verdict was read off
 * @param verdict {@code null} where there are too few forks for one
 * @param standing what the interval is made of
 */
public record Judgement(Estimate ratio, @Nullable Verdict verdict, Standing standing) {
    /** Nothing can be said. */
    public static final Judgement NONE = new Judgement(Estimate.NONE, null, Standing.NONE);

    /** More rounds than this are never taken. */
    private static final int MOST_ROUNDS = 1000;

    /**
     * What an interval is made of, on logarithms.
     *
     * @param error the standard error of the difference
     * @param freedom the degrees of freedom of its variance
     * @param tail the probability beyond each end of the interval: half of 5 %, divided by the pairs judged together
     * @param rounds behind it
     * @param delta the margin of a tie, as a fraction
     * @param pooled whether the variance is that of the table, or of this pair alone
     */
    public record Standing(double error, double freedom, double tail, int rounds, double delta, boolean pooled) {
        static final Standing NONE = new Standing(Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, false);

        /** How many standard errors the interval reaches to either side. */
        double critical() {
            return TDistribution.of(freedom).inverseSurvivalProbability(tail);
        }

        /** Half the interval's width on logarithms. */
        double half() {
            return critical() * error;
        }

        /** With other rounds, and the same scatter. */
        Standing with(int others) {
            return new Standing(
                    error * Math.sqrt((double) rounds / others),
                    freedom * (others - 1) / (rounds - 1),
                    tail,
                    others,
                    delta,
                    pooled);
        }
    }

    /**
     * Judges one pair by itself, round by round: Student's t on the paired differences of logarithms. (T. Kalibera and
     * R. Jones, "Rigorous Benchmarking in Reasonable Time", ISMM 2013, give the ratio of means with its interval; pairing
     * takes out what a round did to both.)
     *
     * @param one costs by round
     * @param other costs by round, in the same unit
     * @param delta the margin of a tie, as a fraction
     */
    public static Judgement of(Map<Integer, Double> one, Map<Integer, Double> other, double delta) {
        Map<Boolean, Map<Integer, Double>> pair = new LinkedHashMap<>();
        pair.put(true, one);
        pair.put(false, other);
        return Judgements.of(RoundTable.of(pair), pair.keySet(), delta).judge(true, false);
    }

    /** From a difference of logarithms that can be told. */
    static Judgement of(double difference, Standing standing, int forks) {
        double half = standing.half();
        Estimate ratio =
                new Estimate(Math.exp(difference), Math.exp(difference - half), Math.exp(difference + half), forks);
        return new Judgement(ratio, Verdict.of(ratio, standing.delta()), standing);
    }

    /** The same seen from the other cell. */
    Judgement turned() {
        return new Judgement(ratio.reciprocal(1), verdict == null ? null : verdict.turned(), standing);
    }

    /**
     * How many rounds would settle an inconclusive pair, if the difference and the scatter stayed as they are: the
     * interval must get narrow enough to leave 1 out, or to lie within the margin, whichever comes first. Empty when there
     * is nothing to settle, or a thousand rounds would not do.
     */
    public OptionalInt roundsNeeded() {
        if (verdict != Verdict.INCONCLUSIVE) {
            return OptionalInt.empty();
        }
        double distance = Math.abs(Math.log(ratio.value()));
        double goal = Math.max(distance, Math.log1p(standing.delta()) - distance);
        return fewest(standing.rounds(), rounds -> standing.with(rounds).half() <= goal);
    }

    /**
     * The fewest rounds above so many that are enough; empty where a thousand are not.
     *
     * @param enough holds for all rounds from the fewest on
     */
    static OptionalInt fewest(int above, IntPredicate enough) {
        if (!enough.test(MOST_ROUNDS)) {
            return OptionalInt.empty();
        }
        int few = above;
        int many = MOST_ROUNDS;
        while (many - few > 1) {
            int middle = (few + many) / 2;
            if (enough.test(middle)) {
                many = middle;
            } else {
                few = middle;
            }
        }
        return OptionalInt.of(many);
    }
}
