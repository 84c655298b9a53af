package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.WireFormat;
import dev.pipemark.codecs.protobuf.schema.Wire;
import dev.pipemark.model.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;
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
    private static final Shape<Map<String, List<Integer>>> MAP =
            Shape.of(new TypeOf<Map<String, List<Integer>>>() {}, HashMap.class, ArrayList.class, Integer.class);

    static Stream<Codec> codecs() {
        return new BuiltInCodecs()
                .codecs().stream()
                        .filter(codec -> codec.wireFormat(EdgeValues.ORDER).isPresent());
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void messageIsOneValueOfItsFormat(Codec codec) throws Exception {
        int carried = values(codec, EdgeValues.MEDIA_CONTENT, EdgeValues.mediaContents())
                + values(
                        codec,
                        EdgeValues.ORDER,
                        codec.id().equals("wire") ? EdgeValues.ordersWithTimestamp() : EdgeValues.orders())
                + values(codec, EdgeValues.READING, EdgeValues.readings())
                + values(codec, EdgeValues.READINGS, List.of(EdgeValues.readings(), finiteReadings()))
                + values(codec, MAP, List.of(Map.of(), Map.of(EdgeValues.UNICODE, List.of(-1, 1 << 20))));
        assertThat(carried).isPositive();
    }

    @Test
    void everyFormatHasACodec() {
        assertThat(codecs().map(codec ->
                        codec.wireFormat(EdgeValues.ORDER).orElseThrow().name()))
                .contains("json", "cbor", "msgpack", "protobuf", "avro");
    }

    /** Catches a name of a message for a shape that the schema does not have. */
    @Test
    void shapeWithoutMessageHasNoFormat() {
        assertThat(codecs())
                .filteredOn(codec -> !codec.wireFormat(EdgeValues.ORDER)
                        .orElseThrow()
                        .message()
                        .isEmpty())
                .isNotEmpty()
                .allMatch(codec -> codec.wireFormat(Shape.of(String.class)).isEmpty());
    }

    /** Reads the messages of some values, and returns how many the codec carries. */
    private static <T> int values(Codec codec, Shape<T> shape, List<T> values) throws Exception {
        Coder<T> coder;
        try {
            coder = codec.open(shape);
        } catch (UnsupportedShapeException e) {
            return 0;
        }
        WireFormat format = codec.wireFormat(shape).orElseThrow();
        Frame frame = new Frame();
        int carried = 0;
        for (T value : values) {
            frame.reset();
            try {
                coder.encode(value, frame);
            } catch (Exception e) {
                assertThat(hasNoJson(value) && format.equals(WireFormat.JSON))
                        .as("%s refuses %s: %s", codec.id(), value, e)
                        .isTrue();
                continue;
            }
            read(format, frame.toByteArray());
            carried++;
        }
        return carried;
    }

    private static List<Reading> finiteReadings() {
        return EdgeValues.readings().stream()
                .filter(reading -> !hasNoJson(reading))
                .toList();
    }

    /** Whether a value contains NaN or infinity, for which JSON has no number. A codec may refuse it. */
    private static boolean hasNoJson(@Nullable Object value) {
        return value instanceof Reading reading && !Double.isFinite(reading.value())
                || value instanceof List<?> list && list.stream().anyMatch(WireFormatTest::hasNoJson);
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
                assertThat(DynamicMessage.parseFrom(type.orElseThrow(), message)
                                .getUnknownFields()
                                .asMap())
                        .isEmpty();
            }
            case "avro" -> {
                BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(message, null);
                new GenericDatumReader<>(avroSchema(format.message())).read(null, decoder);
                assertThat(decoder.isEnd()).isTrue();
            }
            default -> throw new AssertionError("no test reads the format " + format.name());
        }
    }

    /** Reads the schemas from the files that workers in other languages read. */
    private static Schema avroSchema(String message) throws Exception {
        Schema.Parser parser = new Schema.Parser();
        for (String file : List.of("MediaContent.avsc", "Order.avsc", "Reading.avsc")) {
            parser.parse(Path.of("src", "main", "avro", file).toFile());
        }
        return message.startsWith("{")
                ? parser.parse(message)
                : Objects.requireNonNull(parser.getTypes().get(message));
    }

    private static void strict(ObjectMapper mapper, byte[] message) {
        mapper.readerFor(Object.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readValue(message);
    }
}
