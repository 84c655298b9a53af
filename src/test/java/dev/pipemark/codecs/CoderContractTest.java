package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.jackson.JacksonCodecsTest;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of {@code Coder}: how it must use the frame. */
class CoderContractTest {
    static Stream<Codec> codecs() {
        return Messages.allCodecs().stream().filter(CoderContractTest::carriesClasses);
    }

    /** Codecs that iterate over a list. Others write the list's own class. */
    static Stream<Codec> codecsThatReadLists() {
        return Stream.of(MappedCodecsTest.codecs(), JacksonCodecsTest.codecs(), JsonCodecsTest.codecs())
                .flatMap(codecs -> codecs);
    }

    private static boolean carriesClasses(Codec codec) {
        try {
            codec.open(EdgeValues.ORDER);
            codec.open(EdgeValues.MEDIA_CONTENT);
            return true;
        } catch (UnsupportedShapeException e) {
            return false;
        }
    }

    /** Catches a coder that restarts the message instead of appending to it. */
    @ParameterizedTest
    @MethodSource("codecs")
    void encodeAppendsToMessage(Codec codec) throws Exception {
        Coder<MediaContent> coder = codec.open(EdgeValues.MEDIA_CONTENT);
        Frame frame = new Frame();
        frame.write(77);
        coder.encode(EdgeValues.published(), frame);
        assertThat(frame.array()[frame.offset()]).isEqualTo((byte) 77);
        Frame view = new Frame();
        view.view(frame.array(), frame.offset() + 1, frame.length() - 1);
        assertThat(coder.decode(view)).isEqualTo(EdgeValues.published());
    }

    /** Catches a coder whose buffers keep half of a refused value. */
    @ParameterizedTest
    @MethodSource("codecsThatReadLists")
    void coderContinuesAfterRefusedValue(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(EdgeValues.ORDER);
        Order good = EdgeValues.orders().get(0);
        Order bad = new Order(
                1, good.customer(), good.status(), good.placed(), good.total(), new RefusingList(good.lines()), "");
        Frame frame = new Frame();
        coder.encode(good, frame);
        frame.begin();
        assertThatThrownBy(() -> coder.encode(bad, frame)).hasStackTraceContaining("refused half way");
        frame.rewind();
        coder.encode(good, frame);
        assertThat(coder.decode(frame)).isEqualTo(good);

        frame.reset();
        coder.encode(good, frame);
        assertThat(coder.decode(frame)).isEqualTo(good);
    }

    /** Catches a decoder that keeps the state of a bad message. */
    @ParameterizedTest
    @MethodSource("codecs")
    void coderContinuesAfterRefusedMessage(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(EdgeValues.ORDER);
        Order good = EdgeValues.orders().get(0);
        Frame frame = new Frame();
        coder.encode(good, frame);
        Frame cut = new Frame();
        cut.view(frame.array(), frame.offset(), frame.length() - 3);
        assertThatThrownBy(() -> coder.decode(cut)).isInstanceOf(Exception.class);
        assertThat(coder.decode(frame)).isEqualTo(good);
    }

    /** A list whose size is one more than its elements. */
    private static final class RefusingList extends java.util.AbstractList<Order.Line> {
        private final List<Order.Line> lines;

        RefusingList(List<Order.Line> lines) {
            this.lines = lines;
        }

        @Override
        public Order.Line get(int index) {
            if (index == lines.size()) {
                throw new IllegalStateException("refused half way");
            }
            return lines.get(index);
        }

        @Override
        public int size() {
            return lines.size() + 1;
        }
    }
}
