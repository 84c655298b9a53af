package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.UnsupportedShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Catches coders that overwrite earlier messages of a batch, or lose them when the array grows. */
class BatchTest {
    private record Place(int offset, int length) {}

    @TestFactory
    Stream<DynamicTest> messagesOfBatchStayIntact() {
        List<Sample<?>> samples = SampleValues.all().stream()
                .filter(sample -> List.of(
                                "many-bytes",
                                "int-array",
                                "string-list",
                                "document",
                                "reading",
                                "readings",
                                "media-content",
                                "order")
                        .contains(sample.name()))
                .toList();
        return Messages.allCodecs().stream()
                .flatMap(codec -> samples.stream()
                        .filter(sample -> opens(codec, sample))
                        .map(sample -> DynamicTest.dynamicTest(codec.id() + " " + sample, () -> check(codec, sample))));
    }

    private static <T> void check(Codec codec, Sample<T> sample) throws Exception {
        Coder<T> writer = codec.open(sample.shape());
        Coder<T> reader = codec.open(sample.shape());
        Frame frame = new Frame();
        List<Place> places = new ArrayList<>();
        int capacity = frame.array().length;
        // Until the array has grown behind at least two complete messages.
        while (places.size() < 3 || frame.array().length == capacity) {
            if (!places.isEmpty()) {
                frame.begin();
                if (places.size() == 2) {
                    capacity = frame.array().length;
                }
            }
            writer.encode(sample.value(), frame);
            places.add(new Place(frame.offset(), frame.length()));
        }
        assertThat(frame.array().length).isLessThanOrEqualTo(Frame.limit());

        Frame view = new Frame();
        for (Place place : places) {
            view.view(frame.array(), place.offset(), place.length());
            assertThat(sample.same().test(sample.value(), reader.decode(view))).isTrue();
            assertThat(sample.same().test(sample.value(), reader.decode(view)))
                    .as("the second time")
                    .isTrue();
        }
        assertThat(view.array()).as("decoding leaves the bytes alone").isSameAs(frame.array());
    }

    private static boolean opens(Codec codec, Sample<?> sample) {
        try {
            codec.open(sample.shape());
            return true;
        } catch (UnsupportedShapeException e) {
            return false;
        }
    }
}
