package dev.pipemark.stats;

import static dev.pipemark.stats.JudgementsTest.rounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches a change of the machine that is not reported, and a failed fork that is reported as a change. */
class DriftTest {
    /** From NumPy: means over cells of logarithms about the mean of the cell, and four times the slope of {@code numpy.polyfit}. */
    @Test
    void effectsOfRoundsAreMeansOverCells() {
        Drift drift = Drift.of(List.of(
                rounds(100, 104, 98, 101, 103),
                rounds(103, 105, 103, 102, 107),
                rounds(131, 140, 128, 133, 137),
                rounds(99, 106, 97, 103, 102)));
        assertThat(drift.effects().get(1)).isCloseTo(-0.01620172, within(1e-8));
        assertThat(drift.effects().get(2)).isCloseTo(0.03248622, within(1e-8));
        // As factors: round 3 cost 1/1.0328 of the mean round, and round 2 cost 1.0325 times as much.
        assertThat(drift.farthest()).isEqualTo(3);
        assertThat(drift.largest()).isCloseTo(-0.03176366, within(1e-8));
        assertThat(drift.trend()).isCloseTo(0.014740496067386349, within(1e-9));
        // The exponential of NumPy's pooled standard deviation of logarithms, minus one.
        assertThat(drift.within().deviation()).isCloseTo(Math.expm1(0.02909368916044344), within(1e-9));
    }

    @Test
    void aCellThatLacksARoundShiftsNoRound() {
        Drift drift = Drift.of(List.of(rounds(100, 100, 100), rounds(1_000, Double.NaN, 10)));
        assertThat(drift.effects().values()).allMatch(effect -> Math.abs(effect) < 1e-12);
    }

    @Test
    void oneRoundCannotDrift() {
        Drift drift = Drift.of(List.of(rounds(100), rounds(200)));
        assertThat(drift.farthest()).isZero();
        assertThat(drift.largest()).isNaN();
        assertThat(drift.trend()).isNaN();
        assertThat(drift.within().deviation()).isNaN();
        assertThat(Drift.of(List.of()).largest()).isNaN();
    }
}
