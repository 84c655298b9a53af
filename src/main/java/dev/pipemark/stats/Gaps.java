package dev.pipemark.stats;

/** Arithmetic over numbers of which some are missing, as NaN. */
final class Gaps {
    private Gaps() {}

    static int present(double[] values) {
        int present = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                present++;
            }
        }
        return present;
    }

    /** NaN when all are missing. */
    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum / present(values);
    }

    /** The sum of squares about the mean. */
    static double squares(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
        }
        return squares;
    }

    /** Missing where either is. */
    static double[] differences(double[] some, double[] others) {
        double[] differences = new double[some.length];
        for (int i = 0; i < some.length; i++) {
            differences[i] = some[i] - others[i];
        }
        return differences;
    }
}
