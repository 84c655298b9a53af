package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.result.Cell;
import dev.pipemark.result.Fork;
import dev.pipemark.result.ForkNote;
import dev.pipemark.result.Metric;
import dev.pipemark.result.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Catches a percentile that speaks for the fast forks alone: a slow one takes too few samples to know it. */
class ScoreTest {
    private static final Cell CELL = Cell.of("roundTrip", "a", "order", Map.of("transport", "pipe"));

    @Test
    void aPercentileThatASlowForkDoesNotKnowIsNotTold() {
        Score score = score(
                Map.of(Metric.P50, 10.0, Metric.P99, 20.0, Metric.MAX, 50.0),
                Map.of(Metric.P50, 11.0, Metric.P99, 22.0, Metric.MAX, 60.0),
                Map.of(Metric.P50, 90.0, Metric.MAX, 900.0));
        assertThat(score.metric(Metric.P50)).isEqualTo(11);
        assertThat(score.metric(Metric.P99)).isNaN();
        assertThat(score.metric(Metric.MAX)).isEqualTo(60);
    }

    @Test
    void whatEveryForkKnowsIsTheirMedian() {
        Score score = score(Map.of(Metric.P99, 20.0), Map.of(Metric.P99, 22.0), Map.of(Metric.P99, 900.0));
        assertThat(score.metric(Metric.P99)).isEqualTo(22);
    }

    @SafeVarargs
    private static Score score(Map<Metric, Double>... notes) {
        List<Fork> forks = new ArrayList<>();
        for (Map<Metric, Double> note : notes) {
            int round = forks.size() + 1;
            forks.add(new Fork(
                    CELL,
                    round,
                    round,
                    "avgt",
                    "ns/op",
                    List.of(100.0 + round),
                    new ForkNote(note, Map.of()),
                    Instant.EPOCH,
                    3,
                    null));
        }
        return Score.of(CELL, new Outcome.Measured(notes.length, notes.length, List.of()), forks);
    }
}
