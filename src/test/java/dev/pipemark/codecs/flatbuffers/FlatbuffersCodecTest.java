package dev.pipemark.codecs.flatbuffers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Coder;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.codecs.Messages;
import dev.pipemark.model.Order;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FlatbuffersCodecTest {
    /**
     * Catches an object that lacks a part: the library's readers return null. The message is its size, the offset of the
     * table, a list of no field offsets, and the table.
     */
    @Test
    void tableWithoutRequiredFieldIsRefused() throws Exception {
        byte[] message = {12, 0, 0, 0, 8, 0, 0, 0, 4, 0, 4, 0, 4, 0, 0, 0};
        Coder<Order> coder = new FlatbuffersCodec().open(EdgeValues.ORDER);
        assertThatThrownBy(() -> coder.decode(Messages.received(message)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'customer'");
    }

    /** Catches a coder that accepts a message without its end. */
    @Test
    void messageWithBytesBehindItIsRefused() throws Exception {
        Coder<Order> coder = new FlatbuffersCodec().open(EdgeValues.ORDER);
        byte[] message = Messages.encode(coder, EdgeValues.orders().get(0));
        byte[] longer = Arrays.copyOf(message, message.length + 4);
        assertThatThrownBy(() -> coder.decode(Messages.received(longer)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("states a size of " + (message.length - 4));
    }
}
