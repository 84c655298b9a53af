package dev.pipemark.stats;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How values change from the first of a series to the last, by a straight line. Several series have one slope, and each has
 * a level of its own: ordinary least squares, with a 95 % interval from Student's t.
 *
 * @param change from the first place to the last, in the unit of the values; NaN where there are too few values
 * @param lower end of the interval
 * @param upper end of the interval
 */
public record Trend(double change, double lower, double upper) {
    /** Nothing can be said. */
    public static final Trend NONE = new Trend(Double.NaN, Double.NaN, Double.NaN);

    /**
     * @param series values in order; all series have one length
     */
    public static Trend of(List<double[]> series) {
        int places = series.isEmpty() ? 0 : series.get(0).length;
        int freedom = series.size() * (places - 1) - 1;
        if (freedom < 1) {
            return NONE;
        }
        double middle = (places - 1) / 2.0;
        double squares = 0;
        double products = 0;
        double about = 0;
        for (double[] values : series) {
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            for (int place = 0; place < places; place++) {
                squares += (place - middle) * (place - middle);
                products += (place - middle) * (values[place] - mean);
                about += (values[place] - mean) * (values[place] - mean);
            }
        }
        double slope = products / squares;
        double left = Math.max(0, about - slope * products);
        double change = slope * (places - 1);
        double error = Math.sqrt(left / freedom / squares) * (places - 1);
        double half = TDistribution.of(freedom).inverseSurvivalProbability((1 - Stats.CONFIDENCE) / 2) * error;
        return new Trend(change, change - half, change + half);
    }
}
