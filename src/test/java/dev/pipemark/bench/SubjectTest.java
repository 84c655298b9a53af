package dev.pipemark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectTest {
    /** Catches codecs that are measured on different values because their warm-ups took different times. */
    @Test
    void theWarmUpDoesNotChangeTheValuesOfTheIterations() {
        Subject brief = new Subject("java", "long", new ForkRecord());
        Subject lengthy = new Subject("java", "long", new ForkRecord());
        for (int i = 0; i < 7; i++) {
            lengthy.rehearse();
        }
        brief.refill();
        lengthy.refill();
        List<Object> values = ring(brief);
        assertThat(ring(lengthy)).isEqualTo(values);
        brief.refill();
        assertThat(ring(brief)).doesNotContainAnyElementsOf(values);
    }

    /** Catches a kept ring that is filled again, and one that has other values than the first iteration would have. */
    @Test
    void aKeptRingHasTheValuesOfTheFirstIteration() {
        Subject kept = new Subject("java", "long", new ForkRecord(), 64);
        List<Object> values = ring(kept);
        kept.rehearse();
        kept.refill();
        kept.refill();
        assertThat(ring(kept)).isEqualTo(values).hasSize(64);
        assertThat(kept.difference(3, values.get(3)))
                .as("the seeds of the values")
                .isEmpty();

        Subject other = new Subject("java", "long", new ForkRecord(), 0);
        other.refill();
        assertThat(ring(other)).startsWith(values.toArray());
    }

    private static List<Object> ring(Subject subject) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < subject.ringLength(); i++) {
            values.add(subject.next());
        }
        return values;
    }
}
