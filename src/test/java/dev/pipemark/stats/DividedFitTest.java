package dev.pipemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

/**
 * Catches a fit of groups that differs from ordinary least squares with a column for each sitting and each cell. The
 * reference is the regression of Apache Commons Math.
 */
class DividedFitTest {
    private static final double GAP = Double.NaN;

    /** Cells 0 and 1 join the groups. One of their forks failed. */
    private static final double[][] LOGS = {
        {1.00, 1.31, 0.88, 1.42, 1.13, 0.97},
        {1.12, 1.35, GAP, 1.50, 1.19, 1.11},
        {1.25, GAP, 1.10, GAP, 1.43, GAP},
        {GAP, 1.61, GAP, 1.79, GAP, 1.30},
        {1.41, GAP, GAP, 1.90, 1.60, GAP},
        {GAP, 1.78, 1.40, GAP, GAP, 1.52},
    };

    @Test
    void differencesAndTheirVariancesAreThoseOfLeastSquares() {
        AdditiveFit fit = AdditiveFit.of(LOGS);
        OLSMultipleLinearRegression reference = reference();
        double[] parameters = reference.estimateRegressionParameters();
        double[][] variances = reference.estimateRegressionParametersVariance();
        int sittings = LOGS[0].length;
        assertThat(fit.squares()).isCloseTo(reference.calculateResidualSumOfSquares(), within(1e-10));
        assertThat(fit.freedom()).isEqualTo(observations().size() - sittings - LOGS.length + 1);
        for (int a = 1; a < LOGS.length; a++) {
            // The effect of cell 0 is the reference, so the parameter is the difference.
            int at = sittings + a - 1;
            assertThat(fit.difference(a, 0)).isCloseTo(parameters[at], within(1e-10));
            assertThat(fit.factor(a, 0)).isCloseTo(variances[at][at], within(1e-10));
            for (int b = 1; b < a; b++) {
                int other = sittings + b - 1;
                assertThat(fit.factor(a, b))
                        .isCloseTo(
                                variances[at][at] + variances[other][other] - 2 * variances[at][other], within(1e-10));
            }
        }
    }

    /** The level of a sitting minus the effect of cell 0 is the parameter of the sitting. */
    @Test
    void levelsOfSittingsAndTheirVariancesAreThoseOfLeastSquares() {
        AdditiveFit fit = AdditiveFit.of(LOGS);
        OLSMultipleLinearRegression reference = reference();
        double[] parameters = reference.estimateRegressionParameters();
        double[][] variances = reference.estimateRegressionParametersVariance();
        for (int sitting = 0; sitting < LOGS[0].length; sitting++) {
            assertThat(fit.levels()[sitting] + fit.effect(0)).isCloseTo(parameters[sitting], within(1e-10));
            double[] levels = new double[LOGS[0].length];
            double[] cells = new double[LOGS.length];
            levels[sitting] = 1;
            cells[0] = -1;
            assertThat(fit.factor(levels, cells)).isCloseTo(variances[sitting][sitting], within(1e-10));
            cells[0] = 0;
            assertThat(fit.factor(levels, cells)).as("a level alone").isNaN();
        }
    }

    /** The shares of the degrees of freedom must add up, or a cell is called noisy by chance. */
    @Test
    void sharesAddUpToTheFreedom() {
        AdditiveFit fit = AdditiveFit.of(LOGS);
        double sum = 0;
        for (int cell = 0; cell < LOGS.length; cell++) {
            sum += fit.share(cell);
        }
        assertThat(sum).isCloseTo(fit.freedom(), within(1e-9));
    }

    /** If a noisy cell and another cell were always in the same sitting, the other cells do not change their paired interval. */
    @Test
    void aNoisyCellBesideACellThatItAlwaysSatWithIsPaired() {
        Random random = new Random(5);
        double[][] logs = new double[5][9];
        for (int sitting = 0; sitting < 9; sitting++) {
            double level = random.nextGaussian();
            for (int cell = 0; cell < 5; cell++) {
                boolean sits = cell < 2 || cell - 2 == sitting % 3;
                logs[cell][sitting] = sits ? level + (cell == 2 ? 0.5 : 0.01) * random.nextGaussian() : GAP;
            }
        }
        OwnScatter.Difference difference =
                new OwnScatter(logs, Pooling.of(logs)).of(2, 0).orElseThrow();
        double[] paired = Gaps.differences(logs[2], logs[0]);
        assertThat(Pooling.of(logs).place(2)).isEqualTo(-1);
        assertThat(difference.value()).isCloseTo(Gaps.mean(paired), within(0.02));
        assertThat(difference.error()).isCloseTo(Math.sqrt(Gaps.squares(paired) / 2 / 3), within(0.02));
        assertThat(difference.freedom()).isCloseTo(2, within(0.05));
    }

    private record Observation(int cell, int sitting, double value) {}

    private static List<Observation> observations() {
        List<Observation> observations = new ArrayList<>();
        for (int cell = 0; cell < LOGS.length; cell++) {
            for (int sitting = 0; sitting < LOGS[cell].length; sitting++) {
                if (!Double.isNaN(LOGS[cell][sitting])) {
                    observations.add(new Observation(cell, sitting, LOGS[cell][sitting]));
                }
            }
        }
        return observations;
    }

    /** Returns the regression on one column for each sitting, and one for each cell but the first. */
    private static OLSMultipleLinearRegression reference() {
        List<Observation> observations = observations();
        int sittings = LOGS[0].length;
        double[] values = new double[observations.size()];
        double[][] design = new double[observations.size()][sittings + LOGS.length - 1];
        for (int i = 0; i < values.length; i++) {
            Observation observation = observations.get(i);
            values[i] = observation.value();
            design[i][observation.sitting()] = 1;
            if (observation.cell() > 0) {
                design[i][sittings + observation.cell() - 1] = 1;
            }
        }
        OLSMultipleLinearRegression reference = new OLSMultipleLinearRegression();
        reference.setNoIntercept(true);
        reference.newSampleData(values, design);
        return reference;
    }
}
