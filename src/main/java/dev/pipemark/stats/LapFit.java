package dev.pipemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * The robust fit of {@code log(turn) ~ lap + fork}, which gives the paired values of forks that took turns. A disturbance
 * that lasts longer than a lap affects all turns of the lap alike, and is removed. A disturbance of single turns has
 * little effect.
 *
 * <p>The fit alternates between laps and forks until nothing changes, as median polish does (J. W. Tukey, "Exploratory Data
 * Analysis", 1977, chapter 11). In place of the median it uses P. J. Huber's estimator ("Robust Estimation of a Location
 * Parameter", Annals of Mathematical Statistics 35, 1964). Values within 1.345 standard deviations count in full, so
 * garbage collections that occur in many turns stay in the estimate. The weight of a value beyond this limit falls with
 * its distance.
 */
public final class LapFit {
    /** The limit at which Huber's estimator has 95 % of the mean's efficiency for normal values. */
    private static final double BEND = 1.345;

    /** The median absolute deviation of a normal distribution, in standard deviations. */
    private static final double NORMAL_DEVIATION = 0.6745;

    private static final int STEPS = 100;
    private static final double CLOSE = 1e-9;

    private LapFit() {}

    /**
     * Returns the logarithm of the cost of each fork in a typical lap. The differences between forks are the purpose of the
     * fit.
     *
     * @param logs logarithms by fork and lap, with at least one lap, and a turn of each fork in each lap
     * @return one value for each fork; empty without forks
     */
    public static double[] values(double[][] logs) {
        if (logs.length == 0) {
            return new double[0];
        }
        double[] lap = new double[logs[0].length];
        double[] fork = fit(logs, lap);
        double typical = location(lap);
        return Arrays.stream(fork).map(value -> value + typical).toArray();
    }

    /**
     * Returns the effect of each lap on all forks, on logarithms. A single fork of a sitting has little influence on it.
     *
     * @param logs as in {@link #values}, of at least one fork
     */
    public static double[] laps(double[][] logs) {
        double[] lap = new double[logs[0].length];
        fit(logs, lap);
        return lap;
    }

    /**
     * Returns the logarithm of the cost of each turn relative to the turns of the other forks in its lap, by fork and lap.
     * Each fork has its own level. The effect of the lap comes from the other forks only.
     *
     * @param logs as in {@link #values}, of at least two forks
     */
    public static double[][] beside(double[][] logs) {
        double[] fork = fit(logs, new double[logs[0].length]);
        double[][] beside = new double[logs.length][logs[0].length];
        for (int f = 0; f < logs.length; f++) {
            int own = f;
            for (int l = 0; l < logs[f].length; l++) {
                int at = l;
                beside[f][l] = logs[f][l]
                        - location(IntStream.range(0, logs.length)
                                .filter(other -> other != own)
                                .mapToDouble(other -> logs[other][at] - fork[other])
                                .toArray());
            }
        }
        return beside;
    }

    /**
     * Fits the model.
     *
     * @param lap is filled with the effect of each lap
     * @return the effect of each fork; a constant may be common to all of them
     */
    private static double[] fit(double[][] logs, double[] lap) {
        int forks = logs.length;
        int laps = lap.length;
        double[] fork = new double[forks];
        double change = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS && change > CLOSE; step++) {
            for (int l = 0; l < laps; l++) {
                double[] left = new double[forks];
                for (int f = 0; f < forks; f++) {
                    left[f] = logs[f][l] - fork[f];
                }
                lap[l] = location(left);
            }
            change = 0;
            for (int f = 0; f < forks; f++) {
                double[] left = new double[laps];
                for (int l = 0; l < laps; l++) {
                    left[l] = logs[f][l] - lap[l];
                }
                double value = location(left);
                change = Math.max(change, Math.abs(value - fork[f]));
                fork[f] = value;
            }
        }
        return fork;
    }

    /** Returns Huber's estimate. Its scale is the median absolute deviation. */
    static double location(double[] values) {
        double centre = Median.withDefaults().evaluate(values);
        double middle = centre;
        double scale = Median.withDefaults()
                        .evaluate(Arrays.stream(values)
                                .map(value -> Math.abs(value - middle))
                                .toArray())
                / NORMAL_DEVIATION;
        if (scale < CLOSE) {
            return centre;
        }
        for (int step = 0; step < STEPS; step++) {
            double sum = 0;
            double weights = 0;
            for (double value : values) {
                double weight = Math.min(1, BEND * scale / Math.max(CLOSE, Math.abs(value - centre)));
                sum += weight * value;
                weights += weight;
            }
            double next = sum / weights;
            if (Math.abs(next - centre) < CLOSE) {
                return next;
            }
            centre = next;
        }
        return centre;
    }
}
