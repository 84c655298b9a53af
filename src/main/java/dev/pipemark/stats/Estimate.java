package dev.pipemark.stats;

/**
 * An estimate from forks, with its interval.
 *
 * @param value the geometric mean, in the unit of the forks; NaN if there is none
 * @param lower the lower end of the 95 % interval; NaN below three forks, which have no interval
 * @param upper the upper end of the 95 % interval; NaN below three forks
 * @param forks the number of fork means
 */
public record Estimate(double value, double lower, double upper, int forks) {
    /** The estimate from no forks. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);

    public boolean known() {
        return !Double.isNaN(value);
    }

    public boolean hasInterval() {
        return !Double.isNaN(lower) && !Double.isNaN(upper);
    }

    /** Converts between times and rates: returns {@code of / value}, with the ends of the interval exchanged. */
    public Estimate reciprocal(double of) {
        return new Estimate(of / value, of / upper, of / lower, forks);
    }
}
