package dev.pipemark.codecs.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.codecs.Messages;
import dev.pipemark.model.Call;
import dev.pipemark.model.Event;
import dev.pipemark.model.Figure;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Tree;
import dev.pipemark.model.Tuple;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.cbor.CBORMapper;

/** Catches a mapper that does not follow the declared types. */
public class JacksonCodecsTest {
    public static Stream<Codec> codecs() {
        return Stream.of(
                JacksonCodec.json(),
                JacksonCodec.jsonBlackbird(),
                JacksonCodec.jsonAfterburner(),
                JacksonCodec.cbor(),
                JacksonCodec.cborArray(),
                JacksonCodec.smile(),
                JacksonCodec.smileArray(),
                JacksonCodec.ion(),
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

    /** Its fields are set by its only constructor, whose parameters have the names of the fields. */
    public static final class Immutable {
        private final int number;
        private final String text;

        public Immutable(int number, String text) {
            this.number = number;
            this.text = text;
        }

        public int getNumber() {
            return number;
        }

        public String getText() {
            return text;
        }
    }

    /** Catches a mapper of Jackson 2 without the modules that its users register. */
    @ParameterizedTest
    @MethodSource("codecs")
    void classesOfJava8RoundTrip(Codec codec) throws Exception {
        assertArrives(codec, Shape.of(LocalDate.class), LocalDate.of(2024, 2, 29));
        assertArrives(codec, Shape.of(LocalDateTime.class), LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_999));
        assertArrives(codec, Shape.of(LocalTime.class), LocalTime.of(0, 0, 0, 1));
        assertArrives(codec, Shape.of(Duration.class), Duration.ofSeconds(-1, 1));
        assertArrives(
                codec, Shape.of(OffsetDateTime.class), OffsetDateTime.of(2024, 2, 29, 1, 2, 3, 4, ZoneOffset.UTC));
        assertArrives(codec, Shape.of(new TypeOf<Optional<String>>() {}), Optional.of(EdgeValues.UNICODE));
        assertArrives(codec, Shape.of(new TypeOf<Optional<String>>() {}), Optional.empty());
        assertArrives(codec, Shape.of(OptionalInt.class), OptionalInt.of(-1));
        assertThat(EdgeValues.roundTrip(codec.open(Shape.of(Immutable.class)), new Immutable(-1, "text")))
                .usingRecursiveComparison()
                .isEqualTo(new Immutable(-1, "text"));
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

    /** Catches a schema that does not say the class of a value, which Avro would then need in the message. */
    @Test
    void avroRefusesValuesOfUndeclaredTypes() {
        assertThatThrownBy(() ->
                        JacksonCodec.avro().open(Shape.of(new TypeOf<Map<String, Object>>() {}, HashMap.class)))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageStartingWith("no schema for java.util.Map<java.lang.String,java.lang.Object>: ");
    }

    /** Its area is written by name, but is not a field. */
    public static final class Area {
        public int width;
        public int height;

        public int getArea() {
            return width * height;
        }
    }

    /** Catches a computed value that is read into the field behind it. */
    @Test
    void arrayHasNoComputedValues() throws Exception {
        Area sent = new Area();
        sent.width = 6;
        sent.height = 7;
        for (Codec codec : List.of(JacksonCodec.cborArray(), JacksonCodec.smileArray())) {
            assertThat(EdgeValues.roundTrip(codec.open(Shape.of(Area.class)), sent))
                    .usingRecursiveComparison()
                    .isEqualTo(sent);
        }
    }

    /** Catches a setup without effect, or one that also changes the form of enums and of java.time. */
    @Test
    void objectsAreArraysOfTheirValues() throws Exception {
        Order order = EdgeValues.orders().get(0);
        Object message = CBORMapper.builder()
                .build()
                .readValue(Messages.encode(JacksonCodec.cborArray().open(EdgeValues.ORDER), order), Object.class);
        assertThat(message)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(Order.class.getRecordComponents().length)
                .contains("PAID", order.placed().toString())
                .anySatisfy(customer -> assertThat(customer)
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .containsExactlyInAnyOrder(EdgeValues.UNICODE, "a@example.org", "Łódź"));
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

    static Stream<Codec> codecsWithEndMarks() {
        return codecs().filter(codec -> !codec.id().equals("jackson-ion"));
    }

    @ParameterizedTest
    @MethodSource("codecsWithEndMarks")
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

    /** Ion's reader takes the end between two fields for the end of the object. Catches a value that was never sent. */
    @Test
    void truncatedMessageOfIonIsRefusedOrLacksItsLastFields() throws Exception {
        Coder<Order> coder = JacksonCodec.ion().open(EdgeValues.ORDER);
        Order sent = EdgeValues.orders().get(6);
        Frame whole = new Frame();
        coder.encode(sent, whole);
        int accepted = 0;
        for (int length = 0; length < whole.length(); length++) {
            Frame cut = new Frame();
            cut.view(whole.array(), whole.offset(), length);
            Order arrived;
            try {
                arrived = coder.decode(cut);
            } catch (JacksonException e) {
                continue;
            }
            accepted++;
            assertThat(arrived).isNotEqualTo(sent);
            assertThat(isBeginning(arrived, sent)).as("%s of %s", arrived, sent).isTrue();
        }
        assertThat(accepted)
                .as("then the finding and the codec's line are outdated")
                .isPositive();
    }

    /** Whether a value is another one, of which parts may be missing. */
    private static boolean isBeginning(@Nullable Object arrived, Object sent) throws ReflectiveOperationException {
        if (arrived == null || arrived.equals(sent) || arrived.equals(0) || arrived.equals(0L)) {
            return true;
        }
        if (arrived instanceof List<?> some && sent instanceof List<?> all && some.size() <= all.size()) {
            for (int i = 0; i < some.size(); i++) {
                if (!isBeginning(some.get(i), all.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (!arrived.getClass().isRecord() || arrived.getClass() != sent.getClass()) {
            return false;
        }
        for (RecordComponent component : sent.getClass().getRecordComponents()) {
            Object part = component.getAccessor().invoke(sent);
            if (part != null && !isBeginning(component.getAccessor().invoke(arrived), part)) {
                return false;
            }
        }
        return true;
    }
}
