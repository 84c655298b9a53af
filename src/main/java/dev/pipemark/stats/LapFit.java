package dev.pipemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * {@code log(turn) ~ lap + fork}: what forks that took turns are worth beside each other. What moves the machine for longer
 * than a lap moves all of its turns alike, and is taken out; what hits single turns counts for little.
 *
 * <p>The fit goes back and forth between laps and forks until nothing changes, as median polish does (J. W. Tukey,
 * "Exploratory Data Analysis", 1977, chapter 11), with P. J. Huber's estimator ("Robust Estimation of a Location
 * Parameter", Annals of Mathematical Statistics 35, 1964) in place of the median: values within 1.345 standard deviations
 * count in full, so that collections of garbage that come in many turns stay in, and those beyond count by their distance.
 */
public final class LapFit {
    /** At which Huber's estimator has 95 % of the mean's efficiency for normal values. */
    private static final double BEND = 1.345;

    /** The median absolute deviation of a normal distribution, in standard deviations. */
    private static final double NORMAL_DEVIATION = 0.6745;

    private static final int STEPS = 100;
    private static final double CLOSE = 1e-9;

    private LapFit() {}

    /**
     * The logarithm of what each fork is worth in a typical lap. Differences between forks are what the fit is for.
     *
     * @param logs by fork and lap; each fork has a turn in each lap, and there is one lap at least. Without forks there are
     *     no values
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
     * Returns the effect of each lap on all forks, on logarithms. A single fork of a sitting hardly moves it.
     *
     * @param logs as in {@link #values}, of one fork at least
     */
    public static double[] laps(double[][] logs) {
        double[] lap = new double[logs[0].length];
        fit(logs, lap);
        return lap;
    }

    /**
     * The logarithm of what each turn cost beside the other forks' turns of its lap, by fork and lap; each fork has a level
     * of its own. What the machine did in a lap is told by the others alone.
     *
     * @param logs as in {@link #values}, of two forks at least
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
     * @param lap is filled with what each lap did to all
     * @return what each fork is worth, up to what is common to all
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

    /** Huber's estimator, its scale being the median absolute deviation. */
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
