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
import dev.pipemark.stats.Stats;
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
 * What became of one planned cell, over its forks.
 *
 * @param unit {@code ns/op} or {@code ops/s}; empty when no fork finished
 * @param means one per finished fork, in run order
 * @param costs nanoseconds per operation of each finished fork, by round
 * @param seconds that a fork took in the mean, failed ones included
 * @param metrics over the forks that knew: the medians of percentiles, the geometric means of ratios with their intervals,
 *     and the means of everything else; absent when no fork knew, and a percentile where not every finished fork did
 */
public record Score(
        Cell cell,
        Outcome outcome,
        String unit,
        List<Double> means,
        SortedMap<Integer, Double> costs,
        Estimate estimate,
        double seconds,
        Map<Metric, Estimate> metrics,
        Settling settling,
        Set<String> threadsLeft) {
    private static final Set<Metric> MEDIANS =
            EnumSet.of(Metric.P50, Metric.P90, Metric.P99, Metric.P999, Metric.MAX, Metric.SAMPLES);

    private static final Set<Metric> RATIOS = EnumSet.of(Metric.IN_TURNS);

    /** A fork knows these where it took samples enough: the slow ones take few, so that those that know are the fast. */
    private static final Set<Metric> SAMPLED = EnumSet.of(Metric.P50, Metric.P90, Metric.P99, Metric.P999);

    public static Score of(Cell cell, Outcome outcome, List<Fork> forks, Settling settling) {
        List<Fork> finished =
                forks.stream().filter(fork -> fork.failure() == null).toList();
        List<Double> means = finished.stream().map(Fork::mean).toList();
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
                Costs.byRound(finished),
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
        if (RATIOS.contains(metric)) {
            return Stats.estimate(values);
        }
        double value = MEDIANS.contains(metric)
                ? Stats.median(values)
                : values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        return new Estimate(value, Double.NaN, Double.NaN, values.size());
    }

    /** The unit that suits it alone. */
    public Scale scale() {
        List<Double> one = List.of(estimate.value());
        return rated() ? Scale.rate(one) : Scale.time(one);
    }

    public boolean measured() {
        return estimate.known();
    }

    /** Nanoseconds per operation, whatever the unit of the forks: lower is better. */
    public Estimate cost() {
        return rated() ? estimate.reciprocal(1e9) : estimate;
    }

    /** Operations per second, whatever the unit of the forks. */
    public Estimate rate() {
        return rated() ? estimate : estimate.reciprocal(1e9);
    }

    /**
     * How many times the cost of the other this one's is, judged by itself; below three rounds the ratio alone.
     *
     * @param delta the margin of a tie, as a fraction
     */
    public Judgement over(Score other, double delta) {
        if (!measured() || !other.measured()) {
            return Judgement.NONE;
        }
        Judgement judgement = Judgement.of(costs, other.costs, delta);
        if (judgement.verdict() != null) {
            return judgement;
        }
        double times = cost().value() / other.cost().value();
        int forks = Math.min(means.size(), other.means.size());
        return new Judgement(new Estimate(times, Double.NaN, Double.NaN, forks), null, judgement.standing());
    }

    /** NaN when no fork knew. */
    public double metric(Metric metric) {
        return estimate(metric).value();
    }

    /** Over the forks that knew; {@link Estimate#NONE} when none did. */
    public Estimate estimate(Metric metric) {
        return metrics.getOrDefault(metric, Estimate.NONE);
    }

    public boolean settled() {
        return settling.settled();
    }

    /** The outcome's name, as files carry it. */
    public String outcomeName() {
        if (outcome instanceof Outcome.Unsupported unsupported) {
            return unsupported.different() ? "different" : "unsupported";
        }
        return outcome instanceof Outcome.Measured
                ? "measured"
                : outcome instanceof Outcome.Failed ? "failed" : "not-reached";
    }

    /** Why there is no score, or why some forks are missing, or what they left behind; empty when all is well. */
    public String reason() {
        String why = why();
        return threadsLeft.isEmpty()
                ? why
                : why + (why.isEmpty() ? "" : "; ") + "threads left running: " + String.join(", ", threadsLeft);
    }

    private String why() {
        if (outcome instanceof Outcome.Measured measured) {
            String failures = String.join("; ", measured.failures());
            if (!measured()) {
                return "the scores have no mean" + (failures.isEmpty() ? "" : "; " + failures);
            }
            return measured.finished() == measured.planned() && failures.isEmpty()
                    ? ""
                    : measured.finished() + " of " + measured.planned() + " forks"
                            + (failures.isEmpty() ? "" : "; " + failures);
        } else if (outcome instanceof Outcome.Unsupported unsupported) {
            return unsupported.reason();
        } else if (outcome instanceof Outcome.Failed failed) {
            return failed.reason();
        }
        return ((Outcome.NotReached) outcome).reason();
    }

    /** The reason with the outcome in front of it, and whether the cell had not settled: what a row says at its end. */
    public String remark() {
        String reason = reason();
        if (outcome instanceof Outcome.Measured) {
            String doubt = settling.remark();
            return doubt + (doubt.isEmpty() || reason.isEmpty() ? "" : "; ") + reason;
        }
        if (outcome instanceof Outcome.Unsupported) {
            // Its reason begins with how it fared.
            return reason;
        }
        return outcomeName().replace('-', ' ') + (reason.isEmpty() ? "" : ": " + reason);
    }

    private boolean rated() {
        return unit.equals("ops/s");
    }

    /** Nanoseconds per operation, to sort by; infinite when unknown. */
    public static double order(@Nullable Score score) {
        return score == null || !score.measured()
                ? Double.POSITIVE_INFINITY
                : score.cost().value();
    }

    /** The cost of a cell; unknown where there is none. */
    public static Estimate costOf(@Nullable Score score) {
        return score == null ? Estimate.NONE : score.cost();
    }

    /** The rate of a cell; unknown where there is none. */
    public static Estimate rateOf(@Nullable Score score) {
        return score == null ? Estimate.NONE : score.rate();
    }
}
