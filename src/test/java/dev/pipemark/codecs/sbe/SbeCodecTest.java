package dev.pipemark.codecs.sbe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.codecs.Messages;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.io.IOException;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SbeCodecTest {
    /** The header of the message, the id, the instant and the scale of the total come before the status. */
    private static final int STATUS = 8 + 8 + 12 + 4;

    /** Catches an enum that falls back to some constant. 255 is the format's own number for no value. */
    @Test
    void unknownConstantIsRefused() throws Exception {
        Coder<Order> coder = new SbeCodec().open(EdgeValues.ORDER);
        Order order = EdgeValues.orders().get(0);
        byte[] message = Messages.encode(coder, order);
        assertThat(message[STATUS]).isEqualTo((byte) order.status().ordinal());

        message[STATUS] = 9;
        assertThatThrownBy(() -> coder.decode(Messages.received(message)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9");
        message[STATUS] = (byte) 255;
        assertThatThrownBy(() -> coder.decode(Messages.received(message)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'status'");
    }

    /** Catches a message of another class that is read as if it were of this one. */
    @Test
    void messageOfOtherClassIsRefused() throws Exception {
        byte[] reading = Messages.encode(new SbeCodec().open(EdgeValues.READINGS), EdgeValues.readings());
        Coder<Order> coder = new SbeCodec().open(EdgeValues.ORDER);
        assertThatThrownBy(() -> coder.decode(Messages.received(reading))).isInstanceOf(IllegalStateException.class);
    }

    /** Catches a bound that is too small for a text in which each character needs three bytes. */
    @Test
    void longTextFitsIntoFirstFrame() throws Exception {
        Coder<List<Reading>> coder = new SbeCodec().open(EdgeValues.READINGS);
        List<Reading> readings = List.of(new Reading(1, 2, 3, "€".repeat(100_000)), new Reading(4, 5, 6, ""));
        assertThat(EdgeValues.roundTrip(coder, readings)).isEqualTo(readings);
    }

    /** Catches a coder that takes every failure of this kind for a frame that is too small, and grows it. */
    @Test
    void failureOfValueIsPassedOn() throws Exception {
        Coder<List<Reading>> coder = new SbeCodec().open(EdgeValues.READINGS);
        Frame frame = new Frame();
        int capacity = frame.array().length;
        assertThatThrownBy(() -> coder.encode(new FailingList(), frame))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("thrown by the value");
        assertThat(frame.array()).hasSize(capacity);
        assertThat(frame.length()).isZero();
    }

    private static final class FailingList extends AbstractList<Reading> {
        @Override
        public Iterator<Reading> iterator() {
            throw new IndexOutOfBoundsException("thrown by the value");
        }

        @Override
        public Reading get(int index) {
            throw new AssertionError("read by its iterator");
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
