package dev.pipemark.stats;

/**
 * A value drawn from forks, and how sure it is.
 *
 * @param value the geometric mean, in the unit of the forks; NaN when there is none
 * @param lower end of the 95 % interval; NaN below three forks, where no interval is given
 * @param upper end of the 95 % interval; NaN below three forks
 * @param forks how many fork means it rests on
 */
public record Estimate(double value, double lower, double upper, int forks) {
    /** Nothing was measured. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);

    public boolean known() {
        return !Double.isNaN(value);
    }

    public boolean hasInterval() {
        return !Double.isNaN(lower) && !Double.isNaN(upper);
    }

    /** The same in another unit, or turned round: a rate from a time is {@code 1e9 / value}, its ends changed over. */
    public Estimate reciprocal(double of) {
        return new Estimate(of / value, of / upper, of / lower, forks);
    }
}
