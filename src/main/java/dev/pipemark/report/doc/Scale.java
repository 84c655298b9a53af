package dev.pipemark.report.doc;

import dev.pipemark.stats.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The unit of a column, the same for all its rows. Its numbers are printed with two digits, or with as many as the interval
 * supports.
 *
 * @param unit as in the column's title
 * @param size of one unit, in nanoseconds, operations per second, or bytes
 */
public record Scale(String unit, double size) {
    private static final List<Scale> TIMES =
            List.of(new Scale("s", 1e9), new Scale("ms", 1e6), new Scale("µs", 1e3), new Scale("ns", 1));
    private static final List<Scale> RATES = List.of(new Scale("M/s", 1e6), new Scale("k/s", 1e3), new Scale("/s", 1));

    /** The most decimals that are printed to distinguish a bound from 1. */
    private static final int FINEST = 6;

    public static final Scale BYTES = new Scale("B", 1);
    public static final Scale RATIO = new Scale("×", 1);
    public static final Scale PERCENT = new Scale("%", 1);

    /** Returns the largest unit of time in which no value is below one. */
    public static Scale time(Collection<Double> nanoseconds) {
        return fit(TIMES, nanoseconds);
    }

    /** Returns the largest unit of rate in which no value is below one. */
    public static Scale rate(Collection<Double> perSecond) {
        return fit(RATES, perSecond);
    }

    /** Rounds an estimate to two digits, or to more if its interval is narrow enough. */
    public Page.Value value(Estimate estimate) {
        if (!estimate.known()) {
            return Page.Value.BLANK;
        }
        if (!estimate.hasInterval()) {
            return Page.Value.text(significant(estimate.value() / size, 2));
        }
        int decimals = decimals(estimate.value() / size, (estimate.upper() - estimate.lower()) / 2 / size);
        return new Page.Value(
                atLeast(2, estimate.value() / size, decimals),
                "[" + bound(estimate.lower() / size, decimals) + ", " + bound(estimate.upper() / size, decimals) + "]");
    }

    /** Returns the factor to the best. The best itself has no interval and is 1.00. */
    public static Page.Value ratio(Estimate times) {
        return times.value() == 1 && !times.hasInterval() ? Page.Value.text("1.00") : RATIO.value(times);
    }

    /** Rounds a bound. A bound of a ratio gets enough decimals to show on which side of 1 it is, which decides the verdict. */
    private String bound(double value, int decimals) {
        String text = atLeast(1, value, decimals);
        if (!equals(RATIO) || !text.matches("1(\\.0*)?")) {
            return text;
        }
        for (int more = Math.max(1, decimals + 1); more <= FINEST; more++) {
            String finer = fixed(value, more);
            if (!finer.matches("1\\.0*")) {
                return finer;
            }
        }
        return text;
    }

    /** Rounds to these decimals, but keeps this number of significant digits, however wide the interval is. */
    private static String atLeast(int digits, double value, int decimals) {
        return fixed(value, value > 0 ? Math.max(decimals, digits - 1 - exponent(value)) : decimals);
    }

    /** Rounds to this number of significant digits. Blank if unknown. */
    public Page.Value value(double value, int digits) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? Page.Value.BLANK
                : Page.Value.text(significant(value / size, digits));
    }

    /** Returns whole bytes, or one decimal for a mean below 1,000 that is not whole. */
    public static Page.Value exact(double bytes) {
        if (Double.isNaN(bytes)) {
            return Page.Value.BLANK;
        }
        boolean whole = bytes == Math.rint(bytes) || bytes >= 1000;
        return Page.Value.text(String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", bytes));
    }

    /** Returns an estimate with its unit, for a sentence. */
    public String text(Estimate estimate) {
        Page.Value value = value(estimate);
        return value.text() + " " + unit + (value.detail().isEmpty() ? "" : " " + value.detail());
    }

    /** Returns {@code 12,000} or {@code 0.012} for two digits. */
    public static String significant(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        return fixed(rounded.doubleValue(), digits - 1 - exponent(rounded.doubleValue()));
    }

    /** Rounds to this number of decimals. Negative numbers round to tens, hundreds and so on. */
    private static String fixed(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + Math.max(0, decimals) + "f", rounded);
    }

    /** Keeps one digit of the half width, or two if the first is 1 or 2, but at most four digits of the value. */
    private static int decimals(double value, double half) {
        int most = 3 - exponent(value);
        if (!(half > 0)) {
            return most;
        }
        int first = exponent(half);
        int decimals = half / Math.pow(10, first) < 3 ? 1 - first : -first;
        return Math.min(decimals, most);
    }

    private static int exponent(double value) {
        return (int) Math.floor(Math.log10(Math.abs(value)));
    }

    private static Scale fit(List<Scale> scales, Collection<Double> values) {
        double least = values.stream()
                .mapToDouble(Math::abs)
                .filter(value -> value > 0 && value < Double.POSITIVE_INFINITY)
                .min()
                .orElse(1);
        return scales.stream().filter(scale -> scale.size <= least).findFirst().orElse(scales.get(scales.size() - 1));
    }
}
