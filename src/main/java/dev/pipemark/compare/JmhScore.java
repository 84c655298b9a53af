package dev.pipemark.compare;

import java.util.Locale;

/**
 * A score with its error as in JMH's file. The error is half of a 99.9 % interval of the mean over the iterations of
 * all forks (Student's t; {@code org.openjdk.jmh.util.Statistics}). No verdict is based on it, because the iterations
 * of one fork are not independent.
 *
 * @param score the score in its unit, or NaN if the file has no number
 * @param error NaN if JMH has none, which is the case below three iterations
 * @param unit the unit as in the file, {@code us/op}
 */
public record JmhScore(double score, double error, String unit) {
    /** Below this, JMH prints no significant digit. Such scores are printed in scientific notation here. */
    private static final double SMALL = 0.0005;

    /** Formats the score as JMH's own table does, with a decimal point in any locale: {@code 12.345 ± 0.678 us/op}. */
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
