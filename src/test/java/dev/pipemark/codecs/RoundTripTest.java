package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Catches values that a codec loses, changes, or refuses although it is meant to carry them. */
class RoundTripTest {
    @TestFactory
    Stream<DynamicTest> everyCodecCarriesWhatItClaims() {
        return Messages.allCodecs().stream()
                .flatMap(codec -> SampleValues.all().stream()
                        .map(sample -> DynamicTest.dynamicTest(codec.id() + " " + sample, () -> check(codec, sample))));
    }

    private static <T> void check(Codec codec, Sample<T> sample) throws Exception {
        Coder<T> coder;
        try {
            coder = codec.open(sample.shape());
        } catch (UnsupportedShapeException e) {
            assertThat(mustCarry(codec, sample))
                    .as("refused: " + e.getMessage())
                    .isFalse();
            assertThat(e).message().isNotBlank();
            return;
        }
        Object arrived;
        Frame received;
        try {
            received = Messages.received(Messages.encode(coder, sample.value()));
            arrived = coder.decode(received);
        } catch (Exception | StackOverflowError e) {
            // A refusal is an answer where nothing was promised; a value that arrives changed never is.
            if (mustCarry(codec, sample)) {
                throw e;
            }
            return;
        }
        assertThat(sample.same().test(sample.value(), arrived))
                .as("arrived: " + arrived)
                .isTrue();
        Arrays.fill(received.array(), (byte) 0);
        assertThat(sample.same().test(sample.value(), arrived))
                .as("lives in the frame")
                .isTrue();
    }

    /** As the codec says itself what it stands for; a control carries bytes. */
    private static boolean mustCarry(Codec codec, Sample<?> sample) {
        Set<Use> uses = codec.standsFor().keySet();
        if (codec.badge() == Badge.CONTROL) {
            return List.of("bytes", "many-bytes").contains(sample.name());
        } else if (uses.contains(Use.GRAPHS)) {
            return true;
        } else if (sample.cyclic()) {
            return false;
        } else if (uses.contains(Use.DATA)) {
            return sample.plain() || uses.contains(Use.RECORDS);
        }
        // What is made for records alone has code or a schema for some classes.
        return uses.contains(Use.RECORDS)
                && List.of("reading", "readings", "media-content", "order").contains(sample.name());
    }
}
