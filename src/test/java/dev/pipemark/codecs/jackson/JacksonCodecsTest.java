package dev.pipemark.codecs.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.model.Call;
import dev.pipemark.model.Event;
import dev.pipemark.model.Figure;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Tree;
import dev.pipemark.model.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches a mapper that does not follow the declared types. */
public class JacksonCodecsTest {
    public static Stream<Codec> codecs() {
        return Stream.of(
                JacksonCodec.json(),
                JacksonCodec.cbor(),
                JacksonCodec.smile(),
                JacksonCodec.typedJson(),
                Jackson2Codec.json(),
                Jackson2Codec.messagePack());
    }

    private static <T> void assertArrives(Codec codec, Shape<T> shape, T value) throws Exception {
        assertThat(EdgeValues.roundTrip(codec.open(shape), value))
                .as(codec.id())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void primitivesRoundTripExactly(Codec codec) throws Exception {
        assertArrives(codec, Shape.of(Boolean.class), true);
        for (int value : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertArrives(codec, Shape.of(Integer.class), value);
        }
        for (long value : new long[] {0, 5, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertArrives(codec, Shape.of(Long.class), value);
        }
        for (Reading reading : EdgeValues.readings()) {
            assertArrives(codec, Shape.of(Double.class), reading.value());
        }
        for (char value : new char[] {'a', 'é', '€', '\0'}) {
            assertArrives(codec, Shape.of(Character.class), value);
        }
        for (String value : List.of("", "ascii", EdgeValues.UNICODE, EdgeValues.UNICODE.repeat(2000))) {
            assertArrives(codec, Shape.of(String.class), value);
        }
        for (BigInteger value : List.of(BigInteger.ZERO, BigInteger.TWO.pow(200).negate())) {
            assertArrives(codec, Shape.of(BigInteger.class), value);
        }
        for (Order order : EdgeValues.orders()) {
            assertArrives(codec, Shape.of(BigDecimal.class), order.total());
            assertArrives(codec, Shape.of(Instant.class), order.placed());
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void containersRoundTripAsDeclared(Codec codec) throws Exception {
        assertArrives(codec, Shape.of(byte[].class), new byte[] {0, -1, 127});
        assertArrives(codec, Shape.of(int[].class), new int[] {1, Integer.MIN_VALUE});
        assertArrives(codec, Shape.of(int[].class), new int[0]);
        assertArrives(codec, Shape.of(double[].class), new double[] {0.1, -0.0, Double.NaN});
        assertArrives(codec, Shape.of(int[][].class, int[].class), new int[][] {{1, 2}, {}, {3}});
        assertArrives(codec, Shape.of(new TypeOf<List<Integer>>() {}, Integer.class), List.of(1, -1, 1 << 30));
        assertArrives(codec, Shape.of(new TypeOf<List<Integer>>() {}, Integer.class), new ArrayList<>());
        assertArrives(codec, Shape.of(new TypeOf<List<Long>>() {}, Long.class), List.of(1L, Long.MAX_VALUE));
        assertArrives(
                codec,
                Shape.of(new TypeOf<Map<String, Integer>>() {}, Integer.class),
                new HashMap<>(Map.of("a", 1, EdgeValues.UNICODE, 2)));
        assertArrives(
                codec,
                Shape.of(new TypeOf<Map<Integer, String>>() {}, Integer.class),
                new HashMap<>(Map.of(1, "a", -7, "b")));
        assertArrives(codec, Shape.of(new TypeOf<Set<String>>() {}), new HashSet<>(Set.of("a", "b", "c")));
        assertArrives(codec, Shape.of(new TypeOf<Map<String, Object>>() {}), document());
    }

    /** Leaves that all of these formats distinguish. The next test has the others. */
    private static Map<String, Object> document() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("double", 0.5);
        inner.put("bool", false);
        inner.put("null", null);
        inner.put("list", new ArrayList<>(List.of("x", 1, new ArrayList<>(List.of(2.5)))));
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put("int", Integer.MAX_VALUE);
        outer.put("long", Long.MAX_VALUE);
        outer.put("map", inner);
        return outer;
    }

    /** Catches a change in the documented loss of types that no declaration names. */
    @ParameterizedTest
    @MethodSource("codecs")
    void undeclaredLongKeepsItsClassOnlyWithClassNames(Codec codec) throws Exception {
        Coder<Map<String, Object>> coder = codec.open(Shape.of(new TypeOf<Map<String, Object>>() {}, HashMap.class));
        Object arrived =
                EdgeValues.roundTrip(coder, new HashMap<>(Map.of("long", 5L))).get("long");
        assertThat(arrived).isEqualTo(codec.id().equals("jackson-json-poly") ? (Object) 5L : (Object) 5);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void instancesRoundTrip(Codec codec) throws Exception {
        for (MediaContent content : EdgeValues.mediaContents()) {
            assertThat(EdgeValues.roundTrip(codec.open(EdgeValues.MEDIA_CONTENT), content))
                    .usingRecursiveComparison()
                    .isEqualTo(content);
        }
        for (Order order : EdgeValues.orders()) {
            assertArrives(codec, EdgeValues.ORDER, order);
        }
        assertArrives(codec, EdgeValues.READINGS, EdgeValues.readings());
        assertArrives(codec, EdgeValues.READINGS, List.of());
        assertArrives(codec, Shape.of(Tuple.class), new Tuple(-1, EdgeValues.UNICODE, Double.MIN_VALUE));
        assertArrives(
                codec,
                Shape.of(Tree.class),
                new Tree(1, "root", new Tree(2, "left", null, new Tree(3, "", null, null)), null));
        assertArrives(
                codec,
                Shape.of(Call.class, ArrayList.class, Long.class),
                new Call("Some", "method", List.of(1L, Long.MIN_VALUE)));
    }

    /** Catches a member of a sealed type that arrives as another class or not at all. */
    @ParameterizedTest
    @MethodSource("codecs")
    void sealedMembersKeepTheirClass(Codec codec) throws Exception {
        List<Figure> figures =
                List.of(new Figure.Label(1, 2, "x"), new Figure.Circle(1, 2, 3), new Figure.Rectangle(1, 2, 3, 4));
        assertArrives(
                codec,
                Shape.of(
                        new TypeOf<List<Figure>>() {},
                        ArrayList.class,
                        Figure.Circle.class,
                        Figure.Rectangle.class,
                        Figure.Label.class),
                figures);
        for (Event event : List.of(
                new Event.Opened("/a", 1),
                new Event.Changed("/a", 2, EdgeValues.UNICODE),
                new Event.Moved("/a", "/b", true),
                new Event.Closed(9))) {
            assertArrives(codec, Shape.of(Event.class), event);
        }
    }

    /** A user's own sealed types: nested, with an enum, and in a field that no type argument declares. */
    sealed interface Node permits Leaf, Inner, Marker {}

    sealed interface Inner extends Node permits Pair, Many {}

    record Leaf(int value) implements Node {}

    record Pair(Node left, Inner right) implements Inner {}

    record Many(List<Node> nodes, Map<String, Inner> named) implements Inner {}

    enum Marker implements Node {
        HERE,
        THERE
    }

    record Holder(String name, @Nullable Node node) {}

    @ParameterizedTest
    @MethodSource("codecs")
    void sealedTypesNeedNoAnnotation(Codec codec) throws Exception {
        Shape<Holder> shape = Shape.of(
                Holder.class, Leaf.class, Pair.class, Many.class, Marker.class, ArrayList.class, HashMap.class);
        Inner empty = new Many(new ArrayList<>(), new HashMap<>());
        Inner many = new Many(
                new ArrayList<>(List.of(new Leaf(1), Marker.THERE, empty)), new HashMap<>(Map.of("empty", empty)));
        assertArrives(codec, shape, new Holder("x", new Pair(new Leaf(-1), many)));
        assertArrives(codec, shape, new Holder("x", Marker.HERE));
        assertArrives(codec, shape, new Holder("x", null));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void truncatedMessageIsRefused(Codec codec) throws Exception {
        Coder<Order> coder = codec.open(EdgeValues.ORDER);
        Frame whole = new Frame();
        coder.encode(EdgeValues.orders().get(6), whole);
        for (int length = 0; length < whole.length(); length++) {
            Frame cut = new Frame();
            cut.view(whole.array(), whole.offset(), length);
            assertThatThrownBy(() -> coder.decode(cut))
                    .as("%s cut at %d", codec.id(), length)
                    .isInstanceOf(Exception.class);
        }
    }
}
