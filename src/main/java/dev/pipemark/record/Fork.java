package dev.pipemark.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finished fork of one cell, the unit of replication; one line of the journal.
 *
 * @param cell what was measured
 * @param round which round it belongs to, from 1
 * @param position its place in the order of the whole run, from 1
 * @param mode JMH's mode, {@code avgt}, {@code thrpt} or {@code ss}
 * @param unit of the scores, {@code ns/op} or {@code ops/s}
 * @param scores one per measured iteration, in order; empty when the fork failed
 * @param note what the fork itself wrote
 * @param started when the fork was started
 * @param seconds its wall time, start-up included
 * @param failure why there are no scores, with the end of its stderr; {@code null} when there are
 */
public record Fork(
        Cell cell,
        int round,
        int position,
        String mode,
        String unit,
        List<Double> scores,
        ForkNote note,
        Instant started,
        double seconds,
        @Nullable String failure) {
    public Fork {
        scores = List.copyOf(scores);
    }

    /** The fork's mean, in its unit: what all statistics start from. */
    public double mean() {
        return scores.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Nanoseconds per operation; NaN where the unit is neither a time nor a rate. */
    public double cost() {
        return cost(mean());
    }

    /** Of one of the scores, or of what was made of them. */
    public double cost(double score) {
        return switch (unit) {
            case "ns/op" -> score;
            case "ops/s" -> 1e9 / score;
            default -> Double.NaN;
        };
    }
}
