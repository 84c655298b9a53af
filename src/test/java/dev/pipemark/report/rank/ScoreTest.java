package dev.pipemark.report.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Outcome;
import dev.pipemark.record.Settling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Catches percentiles without slow forks, and means that hide forks that had not settled. */
class ScoreTest {
    private static final Cell CELL = Cell.of("roundTrip", "a", "order", Map.of("transport", "pipe"));

    @Test
    void aPercentileThatAForkLacksIsOmitted() {
        Score score = score(
                Map.of(Metric.P50, 10.0, Metric.P99, 20.0, Metric.MAX, 50.0),
                Map.of(Metric.P50, 11.0, Metric.P99, 22.0, Metric.MAX, 60.0),
                Map.of(Metric.P50, 90.0, Metric.MAX, 900.0));
        assertThat(score.metric(Metric.P50)).isEqualTo(11);
        assertThat(score.metric(Metric.P99)).isNaN();
        assertThat(score.metric(Metric.MAX)).isEqualTo(60);
    }

    @Test
    void aPercentileOfAllForksIsTheirMedian() {
        Score score = score(Map.of(Metric.P99, 20.0), Map.of(Metric.P99, 22.0), Map.of(Metric.P99, 900.0));
        assertThat(score.metric(Metric.P99)).isEqualTo(22);
    }

    /** Catches one fork that was measured half compiled, and hides in the mean of the others. */
    @Test
    void oneUnsettledForkIsReported() {
        Map<Metric, Double> rests = Map.of(Metric.PARENT_JIT, 4.9);
        assertThat(score(rests, rests, rests, rests).settled()).isTrue();
        Score score = score(rests, rests, Map.of(Metric.WORKER_JIT, 5.5), rests);
        assertThat(score.settled()).isFalse();
        assertThat(score.remark()).isEqualTo("1 of 4 forks not settled");
        assertThat(score(Map.of(Metric.PARENT_JIT, 5.1)).remark()).isEqualTo("not settled");
    }

    /** HotSpot's counter changes when a compilation ends. If the compilation ends after the measured time, the counter is zero. */
    @Test
    void aWarmUpThatWasCutShortIsReported() {
        Fork fork = fork(1, new ForkNote(Map.of(), Map.of(ForkNote.WARM_UP, ForkNote.AT_WORK)));
        assertThat(score(List.of(fork)).settled()).isFalse();
    }

    /** Catches a thread that a library left behind and that no row names. */
    @Test
    void threadsLeftRunningAreNamed() {
        Fork fork = fork(1, new ForkNote(Map.of(), Map.of(ForkNote.THREADS_LEFT, "pool-1-thread-1")));
        assertThat(score(List.of(fork)).remark()).isEqualTo("threads left running: pool-1-thread-1");
    }

    @SafeVarargs
    private static Score score(Map<Metric, Double>... notes) {
        List<Fork> forks = new ArrayList<>();
        for (Map<Metric, Double> note : notes) {
            forks.add(fork(forks.size() + 1, new ForkNote(note, Map.of())));
        }
        return score(forks);
    }

    private static Score score(List<Fork> forks) {
        return Score.of(CELL, new Outcome.Measured(forks.size(), forks.size(), List.of()), forks, Settling.of(forks));
    }

    private static Fork fork(int round, ForkNote note) {
        return new Fork(CELL, round, round, "avgt", "ns/op", List.of(100.0 + round), note, Instant.EPOCH, 3, null);
    }
}
