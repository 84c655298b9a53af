package dev.pipemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {
    /** Catches another formula: these numbers were computed by hand. */
    @Test
    void aSingleSeriesHasTheLineOfLeastSquares() {
        Trend trend = Trend.of(List.of(new double[] {1, 2, 4, 3, 6}));
        assertThat(trend.change()).isCloseTo(4.4, offset(1e-12));
        // The slope is 11/10, the squares about the line are 2.7, and the standard error is sqrt(2.7/3/10) = 0.3. There
        // are four steps. Student's t for 3 degrees of freedom is 3.1824463.
        assertThat(trend.lower()).isCloseTo(4 * (1.1 - 3.1824463 * 0.3), offset(1e-6));
        assertThat(trend.upper()).isCloseTo(4 * (1.1 + 3.1824463 * 0.3), offset(1e-6));
    }

    /** Catches different levels of series that are reported as a change. */
    @Test
    void eachSeriesHasALevelOfItsOwn() {
        Trend trend =
                Trend.of(List.of(new double[] {0, 1, 2}, new double[] {100, 101, 102}, new double[] {-7, -6, -5}));
        assertThat(trend.change()).isCloseTo(2, offset(1e-12));
        assertThat(trend.upper() - trend.lower()).isCloseTo(0, offset(1e-5));
    }

    /**
     * Catches an interval that covers the truth less often than it says, and one that takes correlated values for
     * independent ones: three series of {@code x(t) = ρ·x(t-1) + noise} with a trend. Of 1,000 intervals at 95 %, the 1
     * % and 99 % quantiles of the binomial are 933 and 966. Short series with a high correlation have a little less.
     */
    @ParameterizedTest
    @CsvSource({
        "0.0,  8, 933",
        "0.0, 30, 933",
        "0.3,  8, 933",
        "0.3, 30, 933",
        "0.6,  8, 925",
        "0.6, 30, 933",
    })
    void theIntervalCoversTheTruth(double correlation, int places, int least) {
        Random random = new Random(1);
        int held = 0;
        for (int run = 0; run < 1000; run++) {
            List<double[]> series = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                double[] values = new double[places];
                double noise = random.nextGaussian();
                for (int place = 0; place < places; place++) {
                    values[place] = 0.1 * place + noise;
                    noise = correlation * noise + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
                }
                series.add(values);
            }
            Trend trend = Trend.of(series);
            double truth = 0.1 * (places - 1);
            held += trend.lower() <= truth && trend.upper() >= truth ? 1 : 0;
        }
        assertThat(held).isBetween(least, 966);
    }

    @Test
    void tooFewValuesHaveNoTrend() {
        assertThat(Trend.of(List.of())).isEqualTo(Trend.NONE);
        assertThat(Trend.of(List.of(new double[] {1, 2})).change()).isNaN();
    }
}
