package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.WireFormat;
import dev.pipemark.codecs.protobuf.schema.Wire;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** Catches a codec that names a format in which its messages are not, or are not one whole value. */
final class WireFormatTest {
    static Stream<Codec> codecs() {
        return new BuiltInCodecs()
                .codecs().stream()
                        .filter(codec -> codec.wireFormat(EdgeValues.ORDER).isPresent());
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void messageIsOneValueOfItsFormat(Codec codec) throws Exception {
        requireFormat(codec, EdgeValues.MEDIA_CONTENT, EdgeValues.mediaContents());
        requireFormat(codec, EdgeValues.ORDER, EdgeValues.orders());
        requireFormat(codec, EdgeValues.READING, EdgeValues.readings());
        requireFormat(codec, EdgeValues.READINGS, List.of(EdgeValues.readings()));
    }

    @Test
    void everyFormatHasACodec() {
        assertThat(codecs().map(codec -> codec.wireFormat(EdgeValues.ORDER).orElseThrow().name()))
                .contains("json", "cbor", "msgpack", "protobuf");
    }

    /** Catches a name of a message for a shape that the schema does not have. */
    @Test
    void shapeWithoutMessageHasNoFormat() {
        assertThat(codecs())
                .filteredOn(codec ->
                        !codec.wireFormat(EdgeValues.ORDER).orElseThrow().message().isEmpty())
                .isNotEmpty()
                .allMatch(codec -> codec.wireFormat(Shape.of(String.class)).isEmpty());
    }

    private static <T> void requireFormat(Codec codec, Shape<T> shape, List<T> values) throws Exception {
        WireFormat format = codec.wireFormat(shape).orElseThrow();
        Frame frame = new Frame();
        for (T value : values) {
            frame.reset();
            codec.open(shape).encode(value, frame);
            read(format, frame.toByteArray());
        }
    }

    private static void read(WireFormat format, byte[] message) throws Exception {
        switch (format.name()) {
            case "json" -> strict(JsonMapper.builder().build(), message);
            case "cbor" -> strict(CBORMapper.builder().build(), message);
            case "msgpack" -> {
                try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(message)) {
                    unpacker.unpackValue();
                    assertThat(unpacker.getTotalReadBytes()).isEqualTo(message.length);
                }
            }
            case "protobuf" -> {
                Optional<Descriptor> type = Wire.getDescriptor().getMessageTypes().stream()
                        .filter(each -> each.getFullName().equals(format.message()))
                        .findFirst();
                assertThat(DynamicMessage.parseFrom(type.orElseThrow(), message).getUnknownFields().asMap())
                        .isEmpty();
            }
            default -> throw new AssertionError("no test reads the format " + format.name());
        }
    }

    private static void strict(ObjectMapper mapper, byte[] message) {
        mapper.readerFor(Object.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readValue(message);
    }
}
