package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every coder owes the frame it writes to and reads from. */
class CoderContractTest {
    static Stream<Codec> codecs() {
        return Stream.concat(MappedCodecsTest.codecs(), JacksonCodecsTest.codecs());
    }

    /** Would catch a coder that writes to the beginning of the array, or that loses the array when it grows. */
    @ParameterizedTest
    @MethodSource("codecs")
    void threeMessagesShareAFrame(Codec codec) throws Exception {
        Coder<MediaContent> coder = codec.open(Samples.MEDIA_CONTENT);
        List<MediaContent> sent = Samples.mediaContents();
        Frame batch = new Frame();
        int[] offsets = new int[3];
        int[] lengths = new int[3];
        for (int i = 0; i < 3; i++) {
            if (i > 0) {
                batch.begin();
            }
            coder.encode(sent.get(i), batch);
            offsets[i] = batch.offset();
            lengths[i] = batch.length();
        }
        byte[] received = Arrays.copyOf(batch.array(), batch.end());
        Frame view = new Frame();
        for (int i = 0; i < 3; i++) {
            view.view(received, offsets[i], lengths[i]);
            assertThat(coder.decode(view)).isEqualTo(sent.get(i));
        }
    }

    /** Would catch a coder that begins the message anew where it was asked to append. */
    @ParameterizedTest
    @MethodSource("codecs")
    void bytesBeforeTheValueStay(Codec codec) throws Exception {
        Coder<MediaContent> coder = codec.open(Samples.MEDIA_CONTENT);
        Frame frame = new Frame();
        frame.write(77);
        coder.encode(Samples.published(), frame);
        assertThat(frame.array()[frame.offset()]).isEqualTo((byte) 77);
        Frame view = new Frame();
        view.view(frame.array(), frame.offset() + 1, frame.length() - 1);
        assertThat(coder.decode(view)).isEqualTo(Samples.published());
    }

    /** Would catch values that refer to the frame's array, which the next message overwrites. */
    @ParameterizedTest
    @MethodSource("codecs")
    void aMessageDecodesTwiceAndItsValueOutlivesTheFrame(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(Samples.ORDER);
        Order sent = Samples.orders().get(6);
        Frame frame = new Frame();
        coder.encode(sent, frame);
        Order first = coder.decode(frame);
        Order second = coder.decode(frame);
        Arrays.fill(frame.array(), (byte) 0);
        assertThat(List.of(first, second)).containsOnly(sent);
    }

    /** Would catch a coder whose buffers still hold half of the value that was refused. */
    @ParameterizedTest
    @MethodSource("codecs")
    void aCoderGoesOnAfterItRefusedAValue(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(Samples.ORDER);
        Order good = Samples.orders().get(0);
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
        Coder<Order> coder = codec.open(Samples.ORDER);
        Order good = Samples.orders().get(0);
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
