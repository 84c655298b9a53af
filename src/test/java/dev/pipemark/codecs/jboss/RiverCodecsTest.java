package dev.pipemark.codecs.jboss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.codecs.Messages;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import java.io.NotSerializableException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RiverCodecsTest {
    static Stream<Codec> codecs() {
        return Stream.of(new JbossRiverCodec(), new JbossRiverTableCodec());
    }

    /** Catches class descriptions that only the first message of a coder contains. */
    @ParameterizedTest
    @MethodSource("codecs")
    void anotherCoderReadsAnyMessage(Codec codec) throws Exception {
        Coder<Order> writer = codec.open(EdgeValues.ORDER);
        Order order = EdgeValues.orders().get(6);
        byte[] first = Messages.encode(writer, order);
        assertThat(Messages.encode(writer, order)).isEqualTo(first);
        assertThat(codec.open(EdgeValues.ORDER).decode(Messages.received(first)))
                .isEqualTo(order);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void truncatedMessageIsRefused(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(EdgeValues.ORDER);
        byte[] whole = Messages.encode(coder, EdgeValues.orders().get(6));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> coder.decode(Messages.received(cut))).isInstanceOf(Exception.class);
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void objectThatIsNotSerializableIsRefused(Codec codec) throws Exception {
        Coder<Object> coder = codec.open(Shape.of(Object.class));
        assertThatThrownBy(() -> Messages.encode(coder, Optional.of(1))).isInstanceOf(NotSerializableException.class);
    }

    /** Catches a table that the marshaller does not use. */
    @Test
    void tableReplacesNamesOfClasses() throws Exception {
        MediaContent content = EdgeValues.mediaContents().get(0);
        byte[] named = Messages.encode(new JbossRiverCodec().open(EdgeValues.MEDIA_CONTENT), content);
        byte[] numbered = Messages.encode(new JbossRiverTableCodec().open(EdgeValues.MEDIA_CONTENT), content);
        String name = MediaContent.class.getName();
        assertThat(new String(named, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains(name);
        assertThat(new String(numbered, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(name);
    }

    /** Catches a table that loses classes which it does not have. */
    @Test
    void classOutsideTableArrives() throws Exception {
        Coder<Object> coder = new JbossRiverTableCodec().open(Shape.of(Object.class));
        List<Object> sent = List.of(EdgeValues.orders().get(6));
        assertThat(EdgeValues.roundTrip(coder, sent)).isEqualTo(sent);
    }
}
