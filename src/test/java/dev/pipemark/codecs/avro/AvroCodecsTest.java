package dev.pipemark.codecs.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.codecs.Messages;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroCodecsTest {
    static Stream<Codec> codecsOfMediaContent() {
        return Stream.of(new AvroSpecificCodec(), new AvroGenericCodec(), new AvroReflectCodec());
    }

    /** Catches two codecs of one schema that cannot read each other's messages. */
    @Test
    void specificAndGenericCodecWriteSameBytes() throws Exception {
        Coder<Order> specific = new AvroSpecificCodec().open(EdgeValues.ORDER);
        Coder<Order> generic = new AvroGenericCodec().open(EdgeValues.ORDER);
        for (Order order : EdgeValues.orders()) {
            assertThat(Messages.encode(generic, order)).isEqualTo(Messages.encode(specific, order));
        }
    }

    /** Catches an encoder that writes the beginning of a refused value before the next message. */
    @ParameterizedTest
    @MethodSource("codecsOfMediaContent")
    void refusedValueLeavesNoBytes(Codec codec) throws Exception {
        MediaContent good = EdgeValues.mediaContents().get(0);
        MediaContent bad = EdgeValues.mediaContents().get(0);
        bad.images.set(1, null);
        Coder<MediaContent> coder = codec.open(EdgeValues.MEDIA_CONTENT);
        byte[] message = Messages.encode(coder, good);

        assertThatThrownBy(() -> coder.encode(bad, new Frame())).isInstanceOf(RuntimeException.class);

        assertThat(Messages.encode(coder, good)).isEqualTo(message);
        assertThat(coder.decode(Messages.received(message))).isEqualTo(good);
    }

    /** Catches a value that shares a part with a datum that the next message is read into. */
    @ParameterizedTest
    @MethodSource("codecsOfMediaContent")
    void nextMessageChangesNoEarlierValue(Codec codec) throws Exception {
        Coder<MediaContent> coder = codec.open(EdgeValues.MEDIA_CONTENT);
        List<MediaContent> arrived = new ArrayList<>();
        for (MediaContent content : EdgeValues.mediaContents()) {
            arrived.add(EdgeValues.roundTrip(coder, content));
        }
        assertThat(arrived).usingRecursiveFieldByFieldElementComparator().isEqualTo(EdgeValues.mediaContents());
    }

    /** Catches an array that gets the length from the message before its elements have been read. */
    @Test
    void lengthBeyondMessageIsRefused() throws Exception {
        Coder<int[]> coder = new AvroReflectCodec().open(Shape.of(int[].class));
        assertThatThrownBy(() -> coder.decode(Messages.received(new byte[] {-2, -1, -1, -1, 0x07})))
                .isInstanceOf(IOException.class);
    }
}
