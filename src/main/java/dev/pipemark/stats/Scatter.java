package dev.pipemark.stats;

import java.util.List;

/**
 * The scatter of forks as a sum of squares of logarithms. Scatters of several tables can be added.
 *
 * @param squares the sum of squared residuals
 * @param freedom its degrees of freedom
 */
public record Scatter(double squares, int freedom) {
    public static final Scatter NONE = new Scatter(0, 0);

    /** Returns the scatter of logarithms about their mean. */
    public static Scatter of(List<Double> logs) {
        return new Scatter(
                Gaps.squares(logs.stream().mapToDouble(Double::doubleValue).toArray()), logs.size() - 1);
    }

    public Scatter plus(Scatter other) {
        return new Scatter(squares + other.squares, freedom + other.freedom);
    }

    /** Returns the standard deviation of one fork, as a fraction; NaN if it is not known. */
    public double deviation() {
        return freedom == 0 ? Double.NaN : Math.expm1(Math.sqrt(squares / freedom));
    }

    /** Returns the standard deviation of the difference of two forks of one round, as a fraction. */
    public double ofPair() {
        return freedom == 0 ? Double.NaN : Math.expm1(Math.sqrt(2 * squares / freedom));
    }
}
