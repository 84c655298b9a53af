package dev.pipemark.stats;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.NaNPolicy;

/**
 * The smallest difference that comparisons find, from their own scatter: {@code exp(λ·error) - 1}. The {@code error} is the
 * standard error of a comparison. A t test at the level of the comparison finds λ standard errors four times out of five
 * ({@link Power}). A difference is found if the interval does not contain 1.
 */
public final class Sensitivity {
    /** The λ by level and degrees of freedom. Most pairs of a table have both in common. */
    private final Map<List<Double>, Double> known = new HashMap<>();

    /**
     * Returns the smallest difference that this comparison finds 80 % of the time, as a fraction; NaN if it has no verdict.
     */
    public double of(Judgement judgement) {
        return judgement.verdict() == null ? Double.NaN : of(judgement.standing());
    }

    private double of(Judgement.Standing standing) {
        double needed = known.computeIfAbsent(
                List.of(standing.tail(), standing.freedom()),
                level -> Power.needed(standing.critical(), standing.freedom()));
        return Math.expm1(needed * standing.error());
    }

    /**
     * Returns the number of rounds until the {@link #median} of a table is as small as a goal, if the scatter stays as it
     * is. Empty if there is no comparison, or if a thousand rounds are not enough.
     *
     * @param goal as a fraction
     * @param judgements the comparisons of one table. The result is at least the number of rounds of the comparison that
     *     has the fewest
     */
    public OptionalInt roundsTo(double goal, Collection<Judgement> judgements) {
        List<Judgement.Standing> standings = judgements.stream()
                .filter(judgement -> judgement.verdict() != null)
                .map(Judgement::standing)
                .toList();
        if (standings.isEmpty()) {
            return OptionalInt.empty();
        }
        int fewest =
                standings.stream().mapToInt(Judgement.Standing::rounds).min().orElseThrow();
        return median(judgements) <= goal
                ? OptionalInt.of(fewest)
                : Judgement.fewest(
                        fewest,
                        rounds -> middle(standings.stream()
                                        .map(standing -> standing.with(Math.max(rounds, standing.rounds())))
                                        .mapToDouble(this::of)
                                        .toArray())
                                <= goal);
    }

    /** Returns the median of the differences that these comparisons find 80 % of the time, as a fraction; NaN of none. */
    public double median(Collection<Judgement> judgements) {
        return middle(judgements.stream().mapToDouble(this::of).toArray());
    }

    private static double middle(double[] values) {
        return Median.withDefaults().with(NaNPolicy.EXCLUDE).evaluate(values);
    }
}
