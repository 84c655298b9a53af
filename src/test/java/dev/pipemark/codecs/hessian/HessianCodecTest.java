package dev.pipemark.codecs.hessian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.codecs.Messages;
import dev.pipemark.codecs.hessianlite.HessianLiteCodec;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Reading;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HessianCodecTest {
    static Stream<Codec> codecs() {
        return Stream.of(new HessianCodec(), new HessianLiteCodec());
    }

    /** An object of a nested class, whose name has a dollar. */
    public static final class Parcel implements Serializable {
        private static final long serialVersionUID = 1L;

        public int weight = 7;
        public char label = 'p';
    }

    /** Catches a list of allowed classes that turns other objects into maps. */
    @ParameterizedTest
    @MethodSource("codecs")
    void objectOfUnlistedClassIsRefused(Codec codec) throws Exception {
        byte[] message = Messages.encode(codec.open(Shape.of(Object.class, Parcel.class)), new Parcel());
        Coder<Object> reader = codec.open(Shape.of(Object.class));
        assertThatThrownBy(() -> reader.decode(Messages.received(message)))
                .hasMessageContaining("the shape does not list the class " + Parcel.class.getName());
    }

    /** Catches a list of allowed classes that does not match the names of nested classes. */
    @ParameterizedTest
    @MethodSource("codecs")
    void objectOfNestedClassArrives(Codec codec) throws Exception {
        Shape<Object> shape = Shape.of(Object.class, Parcel.class);
        assertThat(EdgeValues.roundTrip(codec.open(shape), new Parcel()))
                .usingRecursiveComparison()
                .isEqualTo(new Parcel());
    }

    /** Catches a message that arrives without its end. */
    @ParameterizedTest
    @MethodSource("codecs")
    void truncatedMessageIsRefused(Codec codec) throws Exception {
        Coder<MediaContent> coder = codec.open(EdgeValues.MEDIA_CONTENT);
        MediaContent content = EdgeValues.mediaContents().get(0);
        byte[] whole = Messages.encode(coder, content);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> coder.decode(Messages.received(cut)))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(Exception.class);
        }
        assertThat(coder.decode(Messages.received(whole))).isEqualTo(content);
    }

    @Test
    void recordIsRefusedByName() {
        assertThatThrownBy(() -> new HessianCodec().open(EdgeValues.READINGS))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining(Reading.class.getName());
    }

    @Test
    void recordsArriveThroughHessianLite() throws Exception {
        List<Reading> readings = EdgeValues.readings();
        assertThat(EdgeValues.roundTrip(new HessianLiteCodec().open(EdgeValues.READINGS), readings))
                .isEqualTo(readings);
    }

    /** Catches a root value that becomes the type that Hessian has instead of its own. */
    @ParameterizedTest
    @MethodSource("codecs")
    void boxesArriveAsDeclared(Codec codec) throws Exception {
        for (Object box : List.of('ß', (byte) -1, (short) 300, 0.1f, -0.0f, 5L, 0.1, -0.0, true)) {
            assertThat(carried(codec, box)).isEqualTo(box);
        }
    }

    /** Catches JDK values whose private members Hessian would use. */
    @ParameterizedTest
    @MethodSource("codecs")
    void jdkValuesArrive(Codec codec) throws Exception {
        for (Object value : List.of(
                BigInteger.TWO.pow(200).negate(),
                Instant.MIN,
                Instant.MAX,
                Instant.ofEpochSecond(-1, 1),
                Duration.ofNanos(Long.MIN_VALUE),
                LocalDate.MAX,
                LocalDateTime.MIN,
                new UUID(-1, 5))) {
            assertThat(carried(codec, value)).isEqualTo(value);
        }
        Coder<Object> coder = codec.open(Shape.of(Object.class));
        for (Object value : List.of(List.of(1), Set.of(1, 2, 3), Map.of("a", List.of(Instant.EPOCH, Instant.EPOCH)))) {
            assertThat(EdgeValues.roundTrip(coder, value)).isEqualTo(value);
        }
    }

    /** Catches references or class numbers of one message in the next one. */
    @ParameterizedTest
    @MethodSource("codecs")
    void anotherCoderReadsAnyMessage(Codec codec) throws Exception {
        Shape<List<Parcel>> shape = Shape.of(new TypeOf<List<Parcel>>() {}, ArrayList.class, Parcel.class);
        Coder<List<Parcel>> writer = codec.open(shape);
        Parcel parcel = new Parcel();
        List<Parcel> twice = new ArrayList<>(List.of(parcel, parcel));
        byte[] first = Messages.encode(writer, twice);
        assertThat(Messages.encode(writer, twice)).isEqualTo(first);
        List<Parcel> arrived = codec.open(shape).decode(Messages.received(first));
        assertThat(arrived).hasSize(2);
        assertThat(arrived.get(0)).isSameAs(arrived.get(1));
    }

    /** Catches a value that one side counts among the objects that references mean, and the other side does not. */
    @ParameterizedTest
    @MethodSource("codecs")
    void referenceBehindJdkValueMeansTheSameObject(Codec codec) throws Exception {
        for (Object value : List.of(
                new UUID(1, 2),
                BigInteger.TEN.pow(30),
                new BigDecimal("1.50"),
                Instant.EPOCH,
                LocalDate.MIN,
                Set.of(1))) {
            assertReferencesKeep(codec, value);
        }
    }

    /** Hessian-lite has a serializer of URIs that does not count them. Hessian has none. */
    @Test
    void referenceBehindUriMeansTheSameObjectThroughHessianLite() throws Exception {
        assertReferencesKeep(new HessianLiteCodec(), URI.create("mailto:a@example.org"));
    }

    private static void assertReferencesKeep(Codec codec, Object value) throws Exception {
        Shape<List<Object>> shape =
                Shape.of(new TypeOf<List<Object>>() {}, ArrayList.class, Parcel.class, value.getClass());
        Parcel parcel = new Parcel();
        List<Object> sent = new ArrayList<>(List.of(value, new Parcel(), parcel, parcel));
        List<Object> arrived = EdgeValues.roundTrip(codec.open(shape), sent);
        assertThat(arrived.get(0)).isEqualTo(value);
        assertThat(arrived.get(2)).isInstanceOf(Parcel.class).isSameAs(arrived.get(3));
        assertThat(arrived.get(1)).isNotSameAs(arrived.get(2));
    }

    // A box of the same class.
    @SuppressWarnings("unchecked")
    private static Object carried(Codec codec, Object value) throws Exception {
        return EdgeValues.roundTrip(codec.open(Shape.of((Class<Object>) value.getClass())), value);
    }
}
