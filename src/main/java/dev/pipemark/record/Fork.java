package dev.pipemark.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pipemark.stats.RoundTable.Sitting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finished fork of one cell, the unit of replication.
 *
 * @param cell the measured cell
 * @param round the number of its round, from 1
 * @param group the number of its group, from 1, if its table was divided in this round; {@code null} if not
 * @param position its place in the order of the whole run, from 1
 * @param mode JMH's mode: {@code avgt}, {@code thrpt} or {@code ss}
 * @param unit the unit of the scores: {@code ns/op} or {@code ops/s}
 * @param scores one score per measured iteration, in order; empty if the fork failed. In a sitting, scores of the same
 *     place belong to the same lap
 * @param paired the paired value of the fork in its sitting, in its unit; {@code null} if it ran alone
 * @param note the note that the fork wrote
 * @param started the time at which the fork was started
 * @param seconds its wall time, start-up included
 * @param failure why there are no scores, with the end of its stderr; {@code null} if there are scores
 */
public record Fork(
        Cell cell,
        int round,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer group,
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

    /** Makes a fork that ran alone. */
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
        this(cell, round, null, position, mode, unit, scores, null, note, started, seconds, failure);
    }

    /** Returns the same fork with a paired value. */
    public Fork paired(double value) {
        return new Fork(cell, round, group, position, mode, unit, scores, value, note, started, seconds, failure);
    }

    /** Returns the same fork in a group of its table. */
    public Fork in(int other) {
        return new Fork(cell, round, other, position, mode, unit, scores, paired, note, started, seconds, failure);
    }

    /** Returns the sitting of the fork in its table. Forks of one round that ran one after another have one too. */
    public Sitting sitting() {
        return new Sitting(round, group == null ? Sitting.WHOLE : group);
    }

    /**
     * Returns whether the fork failed because a value arrived wrong. The other scores of such a codec are not to be
     * trusted either.
     */
    public boolean wrongValue() {
        return failure != null && note.facts().containsKey(ForkNote.WRONG_VALUE);
    }

    /**
     * Returns the value of the fork, in its unit: its paired value, or the mean of its scores. All statistics start from
     * it.
     */
    public double mean() {
        return paired != null
                ? paired
                : scores.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Returns nanoseconds per operation, NaN if the unit is neither a time nor a rate. */
    public double cost() {
        return cost(mean());
    }

    /** Returns the cost of a score or of a mean of scores, in nanoseconds per operation. */
    public double cost(double score) {
        return switch (unit) {
            case "ns/op" -> score;
            case "ops/s" -> 1e9 / score;
            default -> Double.NaN;
        };
    }
}
