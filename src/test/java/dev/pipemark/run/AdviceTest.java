package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches limits of the suite that are blamed on the codec, and advice without the option. */
class AdviceTest {
    @Test
    void anExhaustedHeapHasItsSizeAndTheOptionThatRaisesIt() {
        assertThat(Advice.with("OutOfMemoryError: Java heap space", List.of("-Xmx1g", "-Xmn64m", "-Xmx2g")))
                .isEqualTo("OutOfMemoryError: Java heap space; the heap was -Xmx2g: -jvmArgsAppend -Xmx4g makes it"
                        + " larger");
    }

    @Test
    void aDeadlineIsCalledTheSuitesLimit() {
        assertThat(Advice.with("no answer within 30 s; the worker was killed", List.of()))
                .endsWith("this is the suite's limit, which --deadline raises");
    }

    @Test
    void otherReasonsStayAsTheyAre() {
        assertThat(Advice.with("carries byte[] only", List.of("-Xmx1g"))).isEqualTo("carries byte[] only");
    }
}
