package dev.pipemark.report.doc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.stats.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches digits that claim more than was measured, and units that change within a column. */
class ScaleTest {
    @Test
    void roundsToSignificantDigits() {
        assertThat(Scale.significant(12_345, 2)).isEqualTo("12,000");
        assertThat(Scale.significant(0.012345, 2)).isEqualTo("0.012");
        assertThat(Scale.significant(9.96, 2)).isEqualTo("10");
        assertThat(Scale.significant(1, 2)).isEqualTo("1.0");
        assertThat(Scale.significant(0, 2)).isEqualTo("0");
    }

    @Test
    void digitsEndWhereTheIntervalBegins() {
        assertThat(Scale.BYTES.value(new Estimate(1234.567, 1190, 1280, 3)).text())
                .isEqualTo("1,230");
        assertThat(Scale.BYTES.value(new Estimate(1234.567, 1190, 1280, 3)).detail())
                .isEqualTo("[1,190, 1,280]");
        assertThat(Scale.BYTES.value(new Estimate(1.23456, 1.21, 1.26, 3)).text())
                .isEqualTo("1.235");
        assertThat(Scale.BYTES.value(new Estimate(5, 5, 5, 3)).text()).isEqualTo("5.000");
        assertThat(Scale.BYTES.value(new Estimate(5, Double.NaN, Double.NaN, 2)).text())
                .isEqualTo("5.0");
        assertThat(Scale.BYTES.value(Estimate.NONE).text()).isEmpty();
    }

    /** Catches a value that is rounded to 0, or to the same text as another, because its interval is a thousand times as wide. */
    @Test
    void aWideIntervalLeavesTheValueTwoDigits() {
        Page.Value wide = Scale.BYTES.value(new Estimate(6.9, 0.042, 5200, 3));
        assertThat(wide.text()).isEqualTo("6.9");
        assertThat(wide.detail()).isEqualTo("[0.04, 5,200]");
    }

    /** Catches two bounds that print the same text although one is above 1 and the other below, so verdicts seem to differ. */
    @Test
    void aRatiosBoundShowsOnWhichSideOfOneItIs() {
        assertThat(Scale.RATIO.value(new Estimate(2.6, 1.04, 6.5, 3)).detail()).isEqualTo("[1.04, 6.5]");
        assertThat(Scale.RATIO.value(new Estimate(2.5, 0.98, 6.2, 3)).detail()).isEqualTo("[0.98, 6.2]");
        assertThat(Scale.RATIO.value(new Estimate(4, 1.2, 19, 3)).detail()).isEqualTo("[1.2, 19]");
        assertThat(Scale.RATIO.value(new Estimate(20, 1.004, 80, 3)).detail()).isEqualTo("[1.004, 80]");
        assertThat(Scale.RATIO.value(new Estimate(2, 1, 4, 3)).detail()).startsWith("[1");
        assertThat(Scale.BYTES.value(new Estimate(2.6, 1.04, 6.5, 3)).detail()).isEqualTo("[1.0, 6.5]");
    }

    @Test
    void aColumnHasTheUnitOfItsLeastValue() {
        assertThat(Scale.time(List.of(950.0, 1e7)).unit()).isEqualTo("ns");
        assertThat(Scale.time(List.of(Double.NaN, 1500.0, Double.POSITIVE_INFINITY))
                        .unit())
                .isEqualTo("µs");
        assertThat(Scale.time(List.of(0.2)).unit()).isEqualTo("ns");
        assertThat(Scale.time(List.of()).unit()).isEqualTo("ns");
        assertThat(Scale.rate(List.of(2e6, 9e5)).unit()).isEqualTo("k/s");
        assertThat(Scale.rate(List.of(2e6, 3e9)).unit()).isEqualTo("M/s");
    }
}
