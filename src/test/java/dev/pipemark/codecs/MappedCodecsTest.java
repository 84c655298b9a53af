package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.avro.AvroGenericCodec;
import dev.pipemark.codecs.avro.AvroSpecificCodec;
import dev.pipemark.codecs.flatbuffers.FlatbuffersCodec;
import dev.pipemark.codecs.java.JavaHandwrittenCodec;
import dev.pipemark.codecs.msgpack.MsgpackHandwrittenCodec;
import dev.pipemark.codecs.protobuf.ProtobufCodec;
import dev.pipemark.codecs.sbe.SbeCodec;
import dev.pipemark.codecs.thrift.ThriftCodec;
import dev.pipemark.codecs.wire.WireCodec;
import dev.pipemark.model.Figure;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.thrift.transport.TTransportException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.msgpack.core.MessageInsufficientBufferException;

/** Catches a field that a hand-written mapping forgets, swaps or narrows. */
class MappedCodecsTest {
    /** How each decoder refuses a message: by an exception of its library, or of this suite's mapping. */
    private static Set<Class<?>> refusals(Codec codec) {
        return switch (codec.id()) {
            case "java-handwritten" -> Set.of(EOFException.class);
            case "avro-specific", "avro-generic" -> Set.of(EOFException.class);
            case "msgpack-handwritten" -> Set.of(MessageInsufficientBufferException.class);
            case "protobuf" -> Set.of(InvalidProtocolBufferException.class);
            case "wire" -> Set.of(EOFException.class, ProtocolException.class);
            case "thrift-compact", "thrift-binary" -> Set.of(TTransportException.class);
            case "sbe" -> Set.of(IndexOutOfBoundsException.class, IllegalArgumentException.class);
            case "flatbuffers" -> Set.of(IndexOutOfBoundsException.class, IOException.class);
            default -> throw new AssertionError("no exceptions for " + codec.id());
        };
    }

    static Stream<Codec> codecs() {
        return Stream.of(
                new JavaHandwrittenCodec(),
                new MsgpackHandwrittenCodec(),
                new AvroSpecificCodec(),
                new AvroGenericCodec(),
                new ProtobufCodec(),
                new WireCodec(),
                ThriftCodec.compact(),
                ThriftCodec.binary(),
                new SbeCodec(),
                new FlatbuffersCodec());
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void mappedClassesRoundTrip(Codec codec) throws Exception {
        for (MediaContent content : EdgeValues.mediaContents()) {
            assertThat(EdgeValues.roundTrip(codec.open(EdgeValues.MEDIA_CONTENT), content))
                    .usingRecursiveComparison()
                    .isEqualTo(content);
        }
        for (Order order : codec.id().equals("wire") ? EdgeValues.ordersWithTimestamp() : EdgeValues.orders()) {
            assertThat(EdgeValues.roundTrip(codec.open(EdgeValues.ORDER), order))
                    .isEqualTo(order);
        }
        for (Reading reading : EdgeValues.readings()) {
            assertThat(EdgeValues.roundTrip(codec.open(EdgeValues.READING), reading))
                    .isEqualTo(reading);
        }
        for (List<Reading> readings : List.of(EdgeValues.readings(), List.<Reading>of(), many())) {
            assertThat(EdgeValues.roundTrip(codec.open(EdgeValues.READINGS), readings))
                    .isEqualTo(readings);
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void shapeWithoutMappingIsRefusedByName(Codec codec) {
        for (Shape<?> shape : List.of(
                Shape.of(String.class),
                Shape.of(Figure.class, Figure.Circle.class),
                Shape.of(new TypeOf<List<Order>>() {}, Order.class),
                Shape.of(new TypeOf<Map<String, Reading>>() {}, Reading.class))) {
            assertThatThrownBy(() -> codec.open(shape))
                    .isInstanceOf(UnsupportedShapeException.class)
                    .hasMessageMatching("no (hand-written|schema) mapping for .*")
                    .hasMessageContaining(shape.type().getTypeName());
        }
    }

    /** Cuts a message at each position. The decoder must fail, or return another value. */
    @ParameterizedTest
    @MethodSource("codecs")
    void truncatedMessageIsRefused(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(EdgeValues.ORDER);
        Order order = EdgeValues.orders().get(6);
        Frame whole = new Frame();
        coder.encode(order, whole);
        byte[] bytes = Arrays.copyOf(whole.array(), whole.end());
        Set<Class<?>> seen = new HashSet<>();
        for (int length = 0; length < whole.length(); length++) {
            Frame cut = new Frame();
            cut.view(bytes, whole.offset(), length);
            Order arrived;
            try {
                arrived = coder.decode(cut);
            } catch (Exception e) {
                seen.add(e.getClass());
                continue;
            }
            // Protocol Buffers has no end mark: a message cut between two fields lacks the later ones.
            assertThat(codec.id()).isIn("protobuf", "wire");
            assertThat(arrived).isNotEqualTo(order);
        }
        assertThat(seen).as(codec.id()).isEqualTo(refusals(codec));
    }

    /** The hand-written codecs and SBE stop at the end of the value. */
    static Stream<Codec> codecsThatLookForTheEnd() {
        return codecs().filter(codec ->
                !Set.of("java-handwritten", "msgpack-handwritten", "sbe").contains(codec.id()));
    }

    /** Catches a decoder that does not look whether the message ends with its value. */
    @ParameterizedTest
    @MethodSource("codecsThatLookForTheEnd")
    void bytesBehindTheValueAreRefused(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(EdgeValues.ORDER);
        Order order = EdgeValues.orders().get(6);
        byte[] message = Messages.encode(coder, order);

        assertThatThrownBy(() -> coder.decode(Messages.received(Arrays.copyOf(message, message.length + 1))))
                .isInstanceOf(Exception.class);
        assertThat(coder.decode(Messages.received(message))).isEqualTo(order);
    }

    /** Catches a length of a list, string or decimal that is trusted before its bytes are there. */
    @ParameterizedTest
    @MethodSource("codecs")
    void lengthBeyondMessageIsRefused(Codec codec) throws Exception {
        byte[] hugeList = switch (codec.id()) {
            case "java-handwritten" -> new byte[] {0x7f, -1, -1, -1};
            case "avro-specific", "avro-generic" -> new byte[] {-2, -1, -1, -1, 0x07};
            case "msgpack-handwritten" -> new byte[] {(byte) 0xdd, 0x7f, -1, -1, -1};
            case "protobuf", "wire" -> new byte[] {0x0a, -1, -1, -1, -1, 0x07};
            case "thrift-compact" -> new byte[] {0x19, (byte) 0xfc, -1, -1, -1, -1, 0x07};
            case "thrift-binary" -> new byte[] {0x0f, 0, 1, 0x0c, 0x7f, -1, -1, -1};
            // The header of the message, then that of its group.
            case "sbe" -> new byte[] {0, 0, 4, 0, 1, 0, 0, 0, 20, 0, -1, -1, -1, 0x7f};
            // The size, the offset of the table, its field offsets, the table with the offset of the vector, the
            // vector.
            case "flatbuffers" ->
                new byte[] {24, 0, 0, 0, 12, 0, 0, 0, 6, 0, 8, 0, 4, 0, 0, 0, 8, 0, 0, 0, 4, 0, 0, 0, -1, -1, -1, 0x7f};
            default -> throw new AssertionError("no message for " + codec.id());
        };
        Frame frame = new Frame();
        frame.write(hugeList);
        Coder<List<Reading>> coder = codec.open(EdgeValues.READINGS);
        assertThatThrownBy(() -> coder.decode(frame))
                .as("its library, or the check of a count by the mapping")
                .matches(refusal ->
                        refusal instanceof IOException || refusals(codec).contains(refusal.getClass()));
    }

    private static List<Reading> many() {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            readings.add(new Reading(i, -i, i / 3.0, "m/s"));
        }
        return readings;
    }
}
