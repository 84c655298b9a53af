package dev.pipemark.stats;

import java.util.Optional;

/**
 * Compares two cells of a divided table of which at least one has a variance that stands out. The two were in different groups
 * in some rounds, so these rounds give no difference of their forks. The cells that share a variance give the level of each
 * sitting. The forks of the noisy cell are compared with these levels, and scatter about them by its own variance.
 *
 * <p>The difference has up to three independent parts: the forks of each noisy cell, and the fit of the other cells. Their
 * variances add up. The degrees of freedom are B. L. Welch's ("The Generalization of 'Student's' Problem when Several
 * Different Population Variances are Involved", Biometrika 34, 1947). The scatter of a noisy cell about the levels includes
 * the scatter of the levels themselves, so its interval is a little too wide, never too narrow.
 */
final class OwnScatter {
    private final double[][] logs;
    private final Pooling pooling;

    /**
     * @param logs logarithms by cell and sitting, NaN where missing
     * @param pooling the cells that share a variance
     */
    OwnScatter(double[][] logs, Pooling pooling) {
        this.logs = logs;
        this.pooling = pooling;
    }

    /** A difference of logarithms, its standard error, and the degrees of freedom of that error. */
    record Difference(double value, double error, double freedom) {}

    /**
     * Returns the logarithm of the cost of one cell divided by that of the other. Empty if a noisy cell has too few forks, or
     * if no sittings join the two cells.
     */
    Optional<Difference> of(int one, int other) {
        AdditiveFit fit = pooling.fit();
        int[] pair = {one, other};
        double[] levels = new double[logs[one].length];
        double[] cells = new double[fit.cells()];
        double value = 0;
        double variance = 0;
        double weighted = 0;
        for (int side = 0; side < pair.length; side++) {
            int sign = side == 0 ? 1 : -1;
            int place = pooling.place(pair[side]);
            if (place >= 0) {
                value += sign * fit.effect(place);
                cells[place] += sign;
                continue;
            }
            double[] own = Gaps.differences(logs[pair[side]], fit.levels());
            int forks = Gaps.present(own);
            if (forks < Stats.FORKS_FOR_INTERVAL) {
                return Optional.empty();
            }
            value += sign * Gaps.mean(own);
            for (int sitting = 0; sitting < own.length; sitting++) {
                levels[sitting] += Double.isNaN(own[sitting]) ? 0 : (double) sign / forks;
            }
            double part = Gaps.squares(own) / (forks - 1) / forks;
            variance += part;
            weighted += part * part / (forks - 1);
        }
        double common = pooling.variance() * fit.factor(levels, cells);
        variance += common;
        weighted += common * common / fit.freedom();
        return Double.isNaN(variance)
                ? Optional.empty()
                : Optional.of(new Difference(
                        value, Math.sqrt(variance), weighted > 0 ? variance * variance / weighted : fit.freedom()));
    }
}
