package dev.pipemark.record;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param scores one per measured iteration, in order; empty when the fork failed. In a sitting, those of one place are of
 *     one lap
 * @param paired what the fork is worth beside the others of its sitting, in its unit; {@code null} when it ran alone
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double paired,
        ForkNote note,
        Instant started,
        double seconds,
        @Nullable String failure) {
    public Fork {
        scores = List.copyOf(scores);
    }

    /** A fork that runs alone. */
    public Fork(
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
        this(cell, round, position, mode, unit, scores, null, note, started, seconds, failure);
    }

    /** The same fork, with what it is worth beside others. */
    public Fork paired(double value) {
        return new Fork(cell, round, position, mode, unit, scores, value, note, started, seconds, failure);
    }

    /** Whether it failed since the codec got a value wrong. What such a codec measures elsewhere is no speed either. */
    public boolean wrongValue() {
        return failure != null && note.facts().containsKey(ForkNote.WRONG_VALUE);
    }

    /** What the fork is worth, in its unit: its paired value, or the mean of its scores. All statistics start from it. */
    public double mean() {
        return paired != null
                ? paired
                : scores.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
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
