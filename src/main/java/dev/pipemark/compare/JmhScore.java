package dev.pipemark.compare;

import java.util.Locale;

/**
 * A score with its error as JMH's file has them. The error is half of a 99.9 % interval of the mean over the iterations of
 * all forks together (Student's t; {@code org.openjdk.jmh.util.Statistics}), which is why no verdict rests on it: iterations
 * of one fork share its luck.
 *
 * @param score in the unit; NaN where the file has no number
 * @param error NaN where JMH has none, which is the case below three iterations
 * @param unit as in the file, {@code us/op}
 */
public record JmhScore(double score, double error, String unit) {
    /** Below this JMH prints no digit of a score either. */
    private static final double SMALL = 0.0005;

    /** As in JMH's own table, with a point whatever the locale: {@code 12.345 ± 0.678 us/op}. */
    public String text() {
        if (!Double.isFinite(score)) {
            return "no number";
        }
        return (number(score) + (Double.isFinite(error) ? " ± " + number(error) : "") + " " + unit).strip();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value != 0 && Math.abs(value) < SMALL ? "%.2e" : "%.3f", value);
    }
}
