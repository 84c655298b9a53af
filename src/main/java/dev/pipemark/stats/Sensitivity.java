package dev.pipemark.stats;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.NaNPolicy;

/**
 * How small a difference comparisons find, from the scatter that they saw themselves: {@code exp(λ·error) - 1}, where
 * {@code error} is a comparison's standard error and λ makes a t test at the comparison's own level find it four times
 * out of five ({@link Power}). A difference is found when the interval leaves 1 out.
 */
public final class Sensitivity {
    /** A table has one level and mostly one variance: what is known of one pair serves the others. */
    private final Map<List<Double>, Double> known = new HashMap<>();

    /** The smallest difference this comparison finds 80 % of the time, as a fraction; NaN where it has no verdict. */
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
     * How many rounds a table takes until its {@link #median} is that small, if the scatter stays as it is; empty where there is no
     * comparison, or a thousand rounds would not do.
     *
     * @param goal as a fraction
     * @param judgements of one table; at least as many rounds as the one with the fewest has are taken
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

    /** What every other of these comparisons finds 80 % of the time, as a fraction: the median; NaN of none. */
    public double median(Collection<Judgement> judgements) {
        return middle(judgements.stream().mapToDouble(this::of).toArray());
    }

    private static double middle(double[] values) {
        return Median.withDefaults().with(NaNPolicy.EXCLUDE).evaluate(values);
    }
}
