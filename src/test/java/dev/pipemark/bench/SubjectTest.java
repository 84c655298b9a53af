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

    private static List<Object> ring(Subject subject) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < subject.ringLength(); i++) {
            values.add(subject.next());
        }
        return values;
    }
}
