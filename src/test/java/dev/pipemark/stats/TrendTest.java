package dev.pipemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrendTest {
    /** Catches another formula: these numbers were worked out by hand. */
    @Test
    void aSingleSeriesHasTheLineOfLeastSquares() {
        Trend trend = Trend.of(List.of(new double[] {1, 2, 4, 3, 6}));
        assertThat(trend.change()).isCloseTo(4.4, offset(1e-12));
        // Slope 11/10, squares about the line 2.7, standard error sqrt(2.7/3/10) = 0.3; four steps; t of 3 is
        // 3.1824463.
        assertThat(trend.lower()).isCloseTo(4 * (1.1 - 3.1824463 * 0.3), offset(1e-6));
        assertThat(trend.upper()).isCloseTo(4 * (1.1 + 3.1824463 * 0.3), offset(1e-6));
    }

    /** Catches the levels of series being taken for a change. */
    @Test
    void eachSeriesHasALevelOfItsOwn() {
        Trend trend =
                Trend.of(List.of(new double[] {0, 1, 2}, new double[] {100, 101, 102}, new double[] {-7, -6, -5}));
        assertThat(trend.change()).isCloseTo(2, offset(1e-12));
        assertThat(trend.upper() - trend.lower()).isCloseTo(0, offset(1e-5));
    }

    /** Catches an interval that holds the truth less often than it says. */
    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        Random random = new Random(1);
        int held = 0;
        for (int run = 0; run < 1000; run++) {
            List<double[]> series = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                double[] values = new double[8];
                for (int place = 0; place < values.length; place++) {
                    values[place] = 0.1 * place + random.nextGaussian();
                }
                series.add(values);
            }
            Trend trend = Trend.of(series);
            held += trend.lower() <= 0.7 && trend.upper() >= 0.7 ? 1 : 0;
        }
        // Of 1,000 at 95 %, the binomial's 1 % and 99 % quantiles.
        assertThat(held).isBetween(933, 966);
    }

    @Test
    void tooFewValuesTellNothing() {
        assertThat(Trend.of(List.of())).isEqualTo(Trend.NONE);
        assertThat(Trend.of(List.of(new double[] {1, 2})).change()).isNaN();
    }
}
