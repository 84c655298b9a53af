package dev.pipemark.codecs.avaje;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.codecs.Messages;
import dev.pipemark.model.Order;
import dev.pipemark.model.Station;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AvajeJsonbCodecTest {
    private static final Shape<Map<String, Object>> UNTYPED = Shape.of(new TypeOf<Map<String, Object>>() {});
    private static final double[] NUMBERS =
            new SplittableRandom(1).doubles(10_000, -1000, 1000).toArray();

    private final Codec codec = new AvajeJsonbCodec();

    /** Catches doubles that lose their last digits or their sign. */
    @Test
    void doublesArriveExactly() throws Exception {
        Coder<double[]> coder = codec.open(Shape.of(double[].class));
        double[] limits = {
            0, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 1e22, 1e-9
        };
        for (double[] numbers : List.of(NUMBERS, limits)) {
            assertThat(EdgeValues.roundTrip(coder, numbers)).isEqualTo(numbers);
        }
        float[] floats = {0.1f, -0.0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.POSITIVE_INFINITY};
        assertThat(EdgeValues.roundTrip(codec.open(Shape.of(float[].class)), floats))
                .isEqualTo(floats);
    }

    /** Catches an empty array that arrives with bytes of the message before it. */
    @Test
    void emptyByteArrayArrivesAfterOtherBytes() throws Exception {
        Coder<byte[]> coder = codec.open(Shape.of(byte[].class));
        for (byte[] bytes : List.of("text".getBytes(StandardCharsets.UTF_8), new byte[0])) {
            assertThat(EdgeValues.roundTrip(coder, bytes)).isEqualTo(bytes);
        }
    }

    /** If this test fails, the library reads doubles exactly, and the codec needs no adapter for the digits. */
    @Test
    void defaultAdapterChangesSomeDoubles() {
        double[] arrived =
                Jsonb.instance().type(double[].class).fromJson(Jsonb.instance().toJsonBytes(NUMBERS));
        assertThat(arrived).hasSameSizeAs(NUMBERS);
        assertThat(Arrays.equals(arrived, NUMBERS)).isFalse();
    }

    /** Catches numbers that the library writes as text, and that arrive as text. */
    @Test
    void untypedNumberWithoutJsonFormIsRefused() throws Exception {
        Coder<Map<String, Object>> coder = codec.open(UNTYPED);
        for (Object number : List.of(Double.NaN, -0.0, Float.POSITIVE_INFINITY)) {
            assertThatThrownBy(() -> Messages.encode(coder, Map.of("a", number)))
                    .hasStackTraceContaining("would arrive as text");
        }
        assertThatThrownBy(() -> Messages.encode(coder, Map.of("a", Map.of(1, 2))))
                .hasStackTraceContaining("a key is not of class java.lang.String: 1");
    }

    /** Catches keys that keep their escapes. The parser of a thread keeps the names of an object that it could not read. */
    @Test
    void keysWithEscapesArrive() throws Exception {
        Map<String, Object> map = new TreeMap<>(Map.of(EdgeValues.UNICODE, Map.of("\t\b\f\r/\u0001", 1), "plain", "x"));
        Coder<Map<String, Object>> coder = codec.open(UNTYPED);
        assertThat(EdgeValues.roundTrip(coder, map)).isEqualTo(map);

        byte[] order = Messages.encode(
                codec.open(EdgeValues.ORDER), EdgeValues.orders().get(0));
        Coder<Order> orders = codec.open(EdgeValues.ORDER);
        assertThatThrownBy(() -> orders.decode(Messages.received(Arrays.copyOf(order, order.length - 20))))
                .isInstanceOf(Exception.class);
        assertThat(EdgeValues.roundTrip(coder, map)).isEqualTo(map);
    }

    /** Catches a float with the digits of a double, and an object whose adapter would call itself without end. */
    @Test
    void untypedFloatKeepsItsDigits() throws Exception {
        Coder<Map<String, Object>> coder = codec.open(UNTYPED);
        assertThat(EdgeValues.roundTrip(coder, Map.of("a", 0.1f))).isEqualTo(Map.of("a", 0.1));
        assertThatThrownBy(() -> Messages.encode(coder, Map.of("a", new Object())))
                .hasStackTraceContaining("a plain Object has no form in JSON");
    }

    /** Catches an empty optional that arrives as null. */
    @Test
    void emptyOptionalsArrive() throws Exception {
        Coder<Optional<String>> texts = codec.open(Shape.of(new TypeOf<Optional<String>>() {}));
        for (Optional<String> text : List.of(Optional.<String>empty(), Optional.of("a"))) {
            assertThat(EdgeValues.roundTrip(texts, text)).isEqualTo(text);
        }
        for (OptionalInt number : List.of(OptionalInt.empty(), OptionalInt.of(5))) {
            assertThat(EdgeValues.roundTrip(codec.open(Shape.of(OptionalInt.class)), number))
                    .isEqualTo(number);
        }
        for (OptionalLong number : List.of(OptionalLong.empty(), OptionalLong.of(Long.MIN_VALUE))) {
            assertThat(EdgeValues.roundTrip(codec.open(Shape.of(OptionalLong.class)), number))
                    .isEqualTo(number);
        }
        for (OptionalDouble number : List.of(OptionalDouble.empty(), OptionalDouble.of(-0.0))) {
            assertThat(EdgeValues.roundTrip(codec.open(Shape.of(OptionalDouble.class)), number))
                    .isEqualTo(number);
        }
    }

    /** Catches a map that arrives with fewer entries than it was sent with. */
    @Test
    void keyThatOccursTwiceIsRefused() throws Exception {
        byte[] message = "{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8);
        Coder<Map<String, Object>> coder = codec.open(UNTYPED);
        assertThatThrownBy(() -> coder.decode(Messages.received(message)))
                .hasStackTraceContaining("the key occurs twice: a");
    }

    @Test
    void keysOfWholeNumbersArrive() throws Exception {
        Map<Long, List<String>> map = Map.of(Long.MIN_VALUE, List.of("a"), 5L, List.of());
        assertThat(EdgeValues.roundTrip(codec.open(Shape.of(new TypeOf<Map<Long, List<String>>>() {})), map))
                .isEqualTo(map);
    }

    @Test
    void classWithoutGeneratedAdapterIsRefusedByName() {
        assertThatThrownBy(() -> codec.open(Shape.of(new TypeOf<List<Station>>() {}, Station.class)))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining(Station.class.getName());
    }

    /** Catches a message with bytes behind its value. */
    @Test
    void bytesBehindTheValueAreRefused() throws Exception {
        for (String message : List.of("7 8", "{}{}", "\"a\" \"b\"")) {
            Coder<Object> coder = codec.open(Shape.of(Object.class));
            assertThatThrownBy(() -> coder.decode(Messages.received(message.getBytes(StandardCharsets.UTF_8))))
                    .as(message)
                    .isInstanceOf(Exception.class);
        }
        Coder<Object> coder = codec.open(Shape.of(Object.class));
        assertThat(coder.decode(Messages.received(" [1.5, \"\\u00e9\"] ".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(List.of(1.5, "é"));
    }
}
