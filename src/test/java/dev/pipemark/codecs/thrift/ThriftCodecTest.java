package dev.pipemark.codecs.thrift;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.codecs.Messages;
import dev.pipemark.model.Order;
import java.util.stream.Stream;
import org.apache.thrift.protocol.TProtocolException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ThriftCodecTest {
    static Stream<Codec> codecs() {
        return Stream.of(ThriftCodec.compact(), ThriftCodec.binary());
    }

    /** Catches a schema that lets an object lack a part. The only byte of the message ends the struct. */
    @ParameterizedTest
    @MethodSource("codecs")
    void structWithoutRequiredFieldIsRefused(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(EdgeValues.ORDER);
        assertThatThrownBy(() -> coder.decode(Messages.received(new byte[] {0})))
                .isInstanceOf(TProtocolException.class)
                .hasMessageContaining("Required field 'customer'");
    }
}
