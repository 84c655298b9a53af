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

/** What every coder owes the frame it writes to and reads from. */
class CoderContractTest {
    static Stream<Codec> codecs() {
        return Messages.allCodecs().stream().filter(CoderContractTest::carriesClasses);
    }

    /** Those that ask a list for its elements, where others write the list's own class. */
    static Stream<Codec> codecsThatReadLists() {
        return Stream.concat(MappedCodecsTest.codecs(), JacksonCodecsTest.codecs());
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

    /** Would catch a coder that begins the message anew where it was asked to append. */
    @ParameterizedTest
    @MethodSource("codecs")
    void bytesBeforeTheValueStay(Codec codec) throws Exception {
        Coder<MediaContent> coder = codec.open(EdgeValues.MEDIA_CONTENT);
        Frame frame = new Frame();
        frame.write(77);
        coder.encode(EdgeValues.published(), frame);
        assertThat(frame.array()[frame.offset()]).isEqualTo((byte) 77);
        Frame view = new Frame();
        view.view(frame.array(), frame.offset() + 1, frame.length() - 1);
        assertThat(coder.decode(view)).isEqualTo(EdgeValues.published());
    }

    /** Would catch a coder whose buffers still hold half of the value that was refused. */
    @ParameterizedTest
    @MethodSource("codecsThatReadLists")
    void aCoderGoesOnAfterItRefusedAValue(Codec codec) throws Exception {
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

    /** Would catch a decoder that a bad message leaves in the middle of itself. */
    @ParameterizedTest
    @MethodSource("codecs")
    void aCoderGoesOnAfterItRefusedAMessage(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(EdgeValues.ORDER);
        Order good = EdgeValues.orders().get(0);
        Frame frame = new Frame();
        coder.encode(good, frame);
        Frame cut = new Frame();
        cut.view(frame.array(), frame.offset(), frame.length() - 3);
        assertThatThrownBy(() -> coder.decode(cut)).isInstanceOf(Exception.class);
        assertThat(coder.decode(frame)).isEqualTo(good);
    }

    /** A list that says it has one element more than it can give. */
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
