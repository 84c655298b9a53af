package dev.pipemark.codecs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Coder;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.codecs.Messages;
import dev.pipemark.model.Image;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shows the disadvantages that the codec names. */
final class WireCodecTest {
    /** Catches an instant that arrives as another one. The format allows the years 1 to 9999, and Wire checks it. */
    @Test
    void instantOutsideOfTimestampIsRefused() throws Exception {
        Coder<Order> coder = new WireCodec().open(EdgeValues.ORDER);
        List<Order> refused = new ArrayList<>(EdgeValues.orders());
        refused.removeAll(EdgeValues.ordersWithTimestamp());
        assertThat(refused)
                .hasSize(3)
                .allSatisfy(order -> assertThatThrownBy(() -> Messages.encode(coder, order))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("must be in range"));
    }

    /** The media is empty, and the only image has only the field {@code size}, with the unknown constant 9. */
    @Test
    void unknownConstantArrivesAsFirst() throws Exception {
        Coder<MediaContent> coder = new WireCodec().open(EdgeValues.MEDIA_CONTENT);
        MediaContent content = coder.decode(Messages.received(new byte[] {0x0a, 0, 0x12, 2, 0x28, 9}));
        assertThat(content.images).extracting(image -> image.size).containsExactly(Image.Size.SMALL);
    }

    /** Catches an object that lacks a part. The message of this test is empty. */
    @Test
    void messageWithoutRequiredFieldIsRefused() throws Exception {
        Coder<Order> coder = new WireCodec().open(EdgeValues.ORDER);
        assertThatThrownBy(() -> coder.decode(Messages.received(new byte[0])))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("'customer'");
    }
}
