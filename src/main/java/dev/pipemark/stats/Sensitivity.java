package dev.pipemark.stats;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Judgement.Standing standing = judgement.standing();
        if (judgement.verdict() == null) {
            return Double.NaN;
        }
        double needed = known.computeIfAbsent(
                List.of(standing.tail(), standing.freedom()),
                level -> Power.needed(standing.critical(), standing.freedom()));
        return Math.expm1(needed * standing.error());
    }

    /** What every other of these comparisons finds 80 % of the time, as a fraction: the median; NaN of none. */
    public double median(Collection<Judgement> judgements) {
        return Median.withDefaults()
                .with(NaNPolicy.EXCLUDE)
                .evaluate(judgements.stream().mapToDouble(this::of).toArray());
    }
}
