package dev.pipemark.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FalseAlarmsTest {
    /** Catches a fork that counts twice, so that trials depend on each other, and a sitting that is not used. */
    @Test
    void eachSittingIsInOneGroup() {
        assertThat(FalseAlarms.groups(List.of(1, 2))).isEmpty();
        assertThat(FalseAlarms.groups(List.of(1, 2, 4, 5, 7))).containsExactly(List.of(1, 2, 4, 5, 7));
        assertThat(FalseAlarms.groups(IntStream.rangeClosed(1, 10).boxed().toList()))
                .containsExactly(List.of(1, 2, 3), List.of(4, 5, 6), List.of(7, 8, 9, 10));
    }

    /**
     * Catches pairs or tables that are counted wrong. Of pairs of equal codecs 5 % are called different, and of tables
     * at most 5 %. Of 3,600 pairs these are 150 to 211, by {@code scipy.stats.binom.ppf} at 1 % and 99 %, and of 600
     * tables at most 43.
     */
    @Test
    void equalCodecsAreSeldomCalledDifferent() {
        FalseAlarms alarms = FalseAlarms.NONE;
        for (int seed = 0; seed < 200; seed++) {
            alarms = alarms.plus(
                    FalseAlarms.of(KnownCosts.of(Simulated.known(10, 0.05).run(seed))));
        }
        assertThat(alarms.pairs().of()).isEqualTo(3600);
        assertThat(alarms.pairs().found()).isBetween(150, 211);
        assertThat(alarms.tables().of()).isEqualTo(600);
        assertThat(alarms.tables().found()).isBetween(1, 43);
        assertThat(alarms.headlines().found()).isBetween(1, alarms.tables().found());
        assertThat(alarms.withinBounds(FalseAlarms.KINDS)).isTrue();
    }

    /** Catches a check that cannot fail. Here half of the equal codecs cost 1.5 times as much. */
    @Test
    void codecsThatDifferExceedEveryBound() {
        Map<String, Double> costs = Simulated.slowed();
        for (String codec : List.of("slowed-0b", "slowed-0d", "slowed-0f", "slowed-0h")) {
            costs.put(codec, 1500.0);
        }
        Run run = new Simulated("encode", costs, 9, 1, 0.02, 0).run(1);
        FalseAlarms alarms = FalseAlarms.of(KnownCosts.of(run));
        assertThat(alarms.pairs().of()).isEqualTo(18);
        assertThat(alarms.pairs().found()).isGreaterThanOrEqualTo(12);
        assertThat(alarms.headlines()).isEqualTo(new Count(3, 3));
        assertThat(alarms.tables()).isEqualTo(new Count(3, 3));
        assertThat(alarms.withinBounds(FalseAlarms.KINDS)).isFalse();
    }
}
