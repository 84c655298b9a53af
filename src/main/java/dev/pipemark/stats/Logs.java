package dev.pipemark.stats;

import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * Mean and sample variance of logarithms of fork means.
 *
 * @param mean NaN where a value is not positive and finite, or there is none
 * @param variance NaN likewise; 0 of a single one, which says nothing of its scatter
 * @param n how many there are
 */
record Logs(double mean, double variance, int n) {
    static Logs of(List<Double> values) {
        double[] logs = values.stream()
                .mapToDouble(value -> value > 0 && value < Double.POSITIVE_INFINITY ? Math.log(value) : Double.NaN)
                .toArray();
        return new Logs(Mean.of(logs).getAsDouble(), Variance.of(logs).getAsDouble(), logs.length);
    }
}
