package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import dev.pipemark.model.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Catches values that a codec loses, changes, or refuses although it is meant to carry them. */
class RoundTripTest {
    @TestFactory
    Stream<DynamicTest> codecsCarryUsesTheyClaim() {
        List<Sample<?>> samples = samples();
        return Messages.allCodecs().stream()
                .flatMap(codec -> samples.stream()
                        .map(sample -> DynamicTest.dynamicTest(codec.id() + " " + sample, () -> check(codec, sample))));
    }

    /**
     * Each use needs a sample that must be carried. Without one, a codec that refuses everything could claim the use.
     */
    @ParameterizedTest
    @EnumSource
    void everyUseHasRequiredSample(Use use) {
        Codec refusesAll = new RefusesAll(use);

        assertThat(samples())
                .anySatisfy(sample -> assertThatThrownBy(() -> check(refusesAll, sample))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("refused"));
    }

    /** Catches a codec that leaves out a use that it carries. Without a use, only the full preset times a codec. */
    @Test
    void codecWithoutUsesCarriesNoUseCompletely() {
        for (Codec codec : Messages.allCodecs()) {
            if (codec.badge() == Badge.CONTROL || !codec.standsFor().isEmpty()) {
                continue;
            }
            for (Use use : Use.values()) {
                assertThat(samples())
                        .as(codec.id() + " and " + use)
                        .filteredOn(sample -> sample.isPromisedBy(Set.of(use)))
                        .anyMatch(sample -> !carries(codec, sample));
            }
        }
    }

    private static <T> boolean carries(Codec codec, Sample<T> sample) {
        try {
            Coder<T> coder = codec.open(sample.shape());
            Frame received = Messages.received(Messages.encode(coder, sample.value()));
            return sample.same().test(sample.value(), coder.decode(received));
        } catch (Exception | StackOverflowError e) {
            return false;
        }
    }

    private static List<Sample<?>> samples() {
        List<Sample<?>> samples = new ArrayList<>(SampleValues.all());
        Functions.all()
                .forEach((name, function) -> samples.add(new Sample<>(
                        name,
                        Functions.SHAPE,
                        function,
                        (sent, arrived) ->
                                arrived instanceof Task task && task.applyAsLong(-42) == sent.applyAsLong(-42),
                        Set.of(Use.FUNCTIONS))));
        return samples;
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
            // A codec may refuse a value that it does not claim, but must never change one.
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

    /** Whether the codec's own claims include this sample. A control carries bytes. */
    private static boolean mustCarry(Codec codec, Sample<?> sample) {
        return codec.badge() == Badge.CONTROL
                ? List.of("bytes", "many-bytes").contains(sample.name())
                : sample.isPromisedBy(codec.standsFor().keySet());
    }
}
