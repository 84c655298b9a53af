package dev.pipemark.stats;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/** Arithmetic over numbers of which some are missing, as NaN. */
final class Gaps {
    private Gaps() {}

    static int present(double[] values) {
        return known(values).length;
    }

    /** NaN when all are missing. */
    static double mean(double[] values) {
        return Mean.of(known(values)).getAsDouble();
    }

    /** The sum of squares about the mean. */
    static double squares(double[] values) {
        double[] known = known(values);
        return known.length == 0 ? 0 : Variance.of(known).setBiased(true).getAsDouble() * known.length;
    }

    /** Missing where either is. */
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
