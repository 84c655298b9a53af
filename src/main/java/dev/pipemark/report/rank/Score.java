package dev.pipemark.report.rank;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Costs;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Outcome;
import dev.pipemark.record.Settling;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.RoundTable.Sitting;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result of one planned cell over its forks.
 *
 * @param unit {@code ns/op} or {@code ops/s}; empty if no fork finished
 * @param means one per finished fork, in run order. A cell that joins the groups of its table has one per round
 * @param costs nanoseconds per operation of each finished fork, by sitting
 * @param seconds the mean duration of a fork, failed forks included
 * @param metrics over the forks with a value: medians of percentiles, geometric means of ratios with their intervals, and
 *     means of everything else. A percentile is absent unless all finished forks have it
 */
public record Score(
        Cell cell,
        Outcome outcome,
        String unit,
        List<Double> means,
        SortedMap<Sitting, Double> costs,
        Estimate estimate,
        double seconds,
        Map<Metric, Estimate> metrics,
        Settling settling,
        Set<String> threadsLeft) {
    private static final Set<Metric> MEDIANS =
            EnumSet.of(Metric.P50, Metric.P90, Metric.P99, Metric.P999, Metric.MAX, Metric.SAMPLES);

    /** Known only to forks with enough samples. Slow forks have fewer, so the others alone would be biased. */
    private static final Set<Metric> SAMPLED = EnumSet.of(Metric.P50, Metric.P90, Metric.P99, Metric.P999);

    public static Score of(Cell cell, Outcome outcome, List<Fork> forks, Settling settling) {
        List<Fork> finished =
                forks.stream().filter(fork -> fork.failure() == null).toList();
        List<Double> means = Costs.each(finished, Fork::mean);
        Map<Metric, Estimate> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            List<Double> values = finished.stream()
                    .map(fork -> fork.note().metrics().getOrDefault(metric, Double.NaN))
                    .filter(value -> !Double.isNaN(value))
                    .toList();
            if (!values.isEmpty() && !(SAMPLED.contains(metric) && values.size() < finished.size())) {
                metrics.put(metric, together(metric, values));
            }
        }
        return new Score(
                cell,
                outcome,
                finished.isEmpty() ? "" : finished.get(0).unit(),
                means,
                Costs.bySitting(finished),
                outcome instanceof Outcome.Measured ? Stats.estimate(means) : Estimate.NONE,
                forks.stream().mapToDouble(Fork::seconds).average().orElse(0),
                metrics,
                settling,
                finished.stream()
                        .map(fork -> fork.note().facts().getOrDefault(ForkNote.THREADS_LEFT, ""))
                        .filter(threads -> !threads.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Estimate together(Metric metric, List<Double> values) {
        if (metric == Metric.IN_TURNS) {
            return Stats.estimate(values);
        }
        double value = MEDIANS.contains(metric)
                ? Stats.median(values)
                : values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        return new Estimate(value, Double.NaN, Double.NaN, values.size());
    }

    /** Returns the unit that suits this score. */
    public Scale scale() {
        List<Double> one = List.of(estimate.value());
        return rated() ? Scale.rate(one) : Scale.time(one);
    }

    public boolean measured() {
        return estimate.known();
    }

    /** Returns nanoseconds per operation, whatever the unit of the forks. Lower is better. */
    public Estimate cost() {
        return rated() ? estimate.reciprocal(1e9) : estimate;
    }

    /** Returns operations per second, whatever the unit of the forks. */
    public Estimate rate() {
        return rated() ? estimate : estimate.reciprocal(1e9);
    }

    /** Returns nanoseconds per operation by round. */
    SortedMap<Integer, Double> byRound() {
        return Costs.byRound(costs);
    }

    /** Returns the duration of a round of the cell. A cell that joins the groups of its table has several forks in it. */
    double roundSeconds() {
        return costs.isEmpty() ? seconds : seconds * costs.size() / byRound().size();
    }

    /**
     * Returns the cost over that of another cell. The pair is judged by itself. Below three rounds it has no verdict.
     *
     * @param delta the margin of a tie, as a fraction
     */
    public Judgement over(Score other, double delta) {
        return measured() && other.measured()
                ? orRatio(Judgement.of(byRound(), other.byRound(), delta), other)
                : Judgement.NONE;
    }

    /** Returns a judgement over another cell, or the plain ratio if there are too few forks for a judgement. */
    Judgement orRatio(Judgement judgement, Score other) {
        return judgement.ratio().known() ? judgement : new Judgement(ratio(other), null, judgement.standing());
    }

    /** Returns the cost over that of another cell, without an interval. */
    Estimate ratio(Score other) {
        int forks = Math.min(means.size(), other.means.size());
        return new Estimate(cost().value() / other.cost().value(), Double.NaN, Double.NaN, forks);
    }

    /** Returns a metric; NaN if no fork has it. */
    public double metric(Metric metric) {
        return estimate(metric).value();
    }

    /** Returns a metric with its interval; {@link Estimate#NONE} if no fork has it. */
    public Estimate estimate(Metric metric) {
        return metrics.getOrDefault(metric, Estimate.NONE);
    }

    public boolean settled() {
        return settling.settled();
    }

    /** Returns the name of the outcome, as in files. */
    public String outcomeName() {
        if (outcome instanceof Outcome.Unsupported unsupported) {
            return unsupported.different() ? "different" : "unsupported";
        }
        return outcome instanceof Outcome.Measured
                ? "measured"
                : outcome instanceof Outcome.Failed ? "failed" : "not-reached";
    }

    /** Returns why the score or some forks are missing, and which threads forks left running. Empty if nothing is wrong. */
    public String reason() {
        List<String> parts = new ArrayList<>();
        if (outcome instanceof Outcome.Measured measured) {
            if (!measured()) {
                parts.add("the scores have no mean");
            } else if (measured.finished() != measured.planned()
                    || !measured.reason().isEmpty()) {
                parts.add(measured.finished() + " of " + measured.planned() + " forks");
            }
        }
        parts.add(outcome.reason());
        if (!threadsLeft.isEmpty()) {
            parts.add("threads left running: " + String.join(", ", threadsLeft));
        }
        parts.removeIf(String::isEmpty);
        return String.join("; ", parts);
    }

    /** Returns the remark of a row: the outcome, the reason, and whether the cell had not settled. */
    public String remark() {
        String reason = reason();
        if (outcome instanceof Outcome.Measured) {
            String doubt = settling.remark();
            return doubt + (doubt.isEmpty() || reason.isEmpty() ? "" : "; ") + reason;
        }
        if (outcome instanceof Outcome.Unsupported) {
            // The reason begins with the outcome.
            return reason;
        }
        return outcomeName().replace('-', ' ') + (reason.isEmpty() ? "" : ": " + reason);
    }

    private boolean rated() {
        return unit.equals("ops/s");
    }

    /** Returns nanoseconds per operation, for sorting; infinite if unknown. */
    public static double order(@Nullable Score score) {
        return score == null || !score.measured()
                ? Double.POSITIVE_INFINITY
                : score.cost().value();
    }

    /** Returns the cost of a cell; unknown if there is no cell. */
    public static Estimate costOf(@Nullable Score score) {
        return score == null ? Estimate.NONE : score.cost();
    }

    /** Returns the rate of a cell; unknown if there is no cell. */
    public static Estimate rateOf(@Nullable Score score) {
        return score == null ? Estimate.NONE : score.rate();
    }
}
