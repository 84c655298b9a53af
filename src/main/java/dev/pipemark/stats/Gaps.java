package dev.pipemark.stats;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/** Arithmetic over numbers of which some may be missing. A missing number is NaN. */
final class Gaps {
    private Gaps() {}

    static int present(double[] values) {
        return known(values).length;
    }

    /** Returns the mean, NaN if all are missing. */
    static double mean(double[] values) {
        return Mean.of(known(values)).getAsDouble();
    }

    /** Returns the sum of squares about the mean. */
    static double squares(double[] values) {
        double[] known = known(values);
        return known.length == 0 ? 0 : Variance.of(known).setBiased(true).getAsDouble() * known.length;
    }

    /** Subtracts number by number. A difference is missing if either number is. */
    static double[] differences(double[] some, double[] others) {
        double[] differences = new double[some.length];
        for (int i = 0; i < some.length; i++) {
            differences[i] = some[i] - others[i];
        }
        return differences;
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }
}
