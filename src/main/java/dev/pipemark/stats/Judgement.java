package dev.pipemark.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of the costs of two cells.
 *
 * @param ratio the cost of the first cell divided by that of the second, with the interval from which the verdict was read
 * @param verdict {@code null} if there are too few forks for one
 * @param standing the parts of the interval
 */
public record Judgement(Estimate ratio, @Nullable Verdict verdict, Standing standing) {
    /** The comparison of cells with too few forks. */
    public static final Judgement NONE = new Judgement(Estimate.NONE, null, Standing.NONE);

    /** No advice goes beyond this number of rounds. */
    private static final int MOST_ROUNDS = 1000;

    /**
     * The parts of an interval, on logarithms.
     *
     * @param error the standard error of the difference
     * @param freedom the degrees of freedom of its variance
     * @param tail the probability beyond each end of the interval: half of 5 %, divided by the number of pairs that are
     *     judged together
     * @param rounds the number of rounds
     * @param delta the margin of a tie, as a fraction
     * @param pooled {@code true} if the variance is that of the table, {@code false} if it is that of this pair alone
     */
    public record Standing(double error, double freedom, double tail, int rounds, double delta, boolean pooled) {
        static final Standing NONE = new Standing(Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, false);

        /** Returns half the width of the interval, in standard errors. */
        double critical() {
            return TDistribution.of(freedom).inverseSurvivalProbability(tail);
        }

        /** Returns half the width of the interval, on logarithms. */
        double half() {
            return critical() * error;
        }

        /** Returns the parts with another number of rounds and the same scatter. */
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
     * Judges one pair by itself: Student's t on the differences of logarithms, round by round. (T. Kalibera and R. Jones,
     * "Rigorous Benchmarking in Reasonable Time", ISMM 2013, give the ratio of means with its interval. Pairing removes the
     * effect that a round has on both.)
     *
     * @param one the costs of the first cell, by round
     * @param other the costs of the second cell, by round, in the same unit
     * @param delta the margin of a tie, as a fraction
     */
    public static Judgement of(Map<Integer, Double> one, Map<Integer, Double> other, double delta) {
        Map<Boolean, Map<Integer, Double>> pair = new LinkedHashMap<>();
        pair.put(true, one);
        pair.put(false, other);
        return Judgements.of(RoundTable.of(pair), pair.keySet(), delta).judge(true, false);
    }

    /**
     * Judges a difference of logarithms.
     *
     * @param half half the width of the interval, as {@link Standing#half} returns it
     */
    static Judgement of(double difference, Standing standing, double half, int forks) {
        Estimate ratio =
                new Estimate(Math.exp(difference), Math.exp(difference - half), Math.exp(difference + half), forks);
        return new Judgement(ratio, Verdict.of(ratio, standing.delta()), standing);
    }

    /** Returns the same comparison with the two cells exchanged. */
    Judgement turned() {
        return new Judgement(ratio.reciprocal(1), verdict == null ? null : verdict.turned(), standing);
    }

    /**
     * Returns the number of rounds that would decide an inconclusive pair, if the difference and the scatter stay as they
     * are. The interval must become so narrow that it does not contain 1, or that it lies within the margin, whichever
     * comes first. Empty if the pair is decided, or if a thousand rounds would not decide it.
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
     * Finds the fewest rounds that are enough; empty if a thousand are not.
     *
     * @param above a number of rounds that is not enough
     * @param enough whether a number of rounds is enough; if it is, every larger number must be
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
