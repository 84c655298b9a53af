package dev.pipemark.stats;

import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * The mean and the sample variance of the logarithms of fork means.
 *
 * @param mean NaN if a value is not positive and finite, or if there is none
 * @param variance NaN in the same cases; 0 for a single value, whose scatter is not known
 * @param n the number of values
 */
record Logs(double mean, double variance, int n) {
    static Logs of(List<Double> values) {
        double[] logs = values.stream()
                .mapToDouble(value -> value > 0 && value < Double.POSITIVE_INFINITY ? Math.log(value) : Double.NaN)
                .toArray();
        return new Logs(Mean.of(logs).getAsDouble(), Variance.of(logs).getAsDouble(), logs.length);
    }
}
