package dev.pipemark.stats;

/**
 * How far forks lie from where they should, as squares of logarithms, to be added up over tables.
 *
 * @param squares their sum
 * @param freedom degrees of freedom behind it
 */
public record Scatter(double squares, int freedom) {
    public static final Scatter NONE = new Scatter(0, 0);

    public Scatter plus(Scatter other) {
        return new Scatter(squares + other.squares, freedom + other.freedom);
    }

    /** The standard deviation of one fork, as a fraction; NaN when nothing is known of it. */
    public double deviation() {
        return freedom == 0 ? Double.NaN : Math.expm1(Math.sqrt(squares / freedom));
    }

    /** The standard deviation of the difference of two forks of one round, as a fraction. */
    public double ofPair() {
        return freedom == 0 ? Double.NaN : Math.expm1(Math.sqrt(2 * squares / freedom));
    }
}
