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
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Reading;
import java.io.Serializable;
import java.math.BigInteger;
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
import org.junit.jupiter.api.Test;

class HessianCodecTest {
    private final Codec codec = new HessianCodec();

    /** An object of a nested class, whose name has a dollar. */
    public static final class Parcel implements Serializable {
        private static final long serialVersionUID = 1L;

        public int weight = 7;
        public char label = 'p';
    }

    /** Catches a list of allowed classes that turns other objects into maps. */
    @Test
    void objectOfUnlistedClassIsRefused() throws Exception {
        byte[] message = Messages.encode(codec.open(Shape.of(Object.class, Parcel.class)), new Parcel());
        Coder<Object> reader = codec.open(Shape.of(Object.class));
        assertThatThrownBy(() -> reader.decode(Messages.received(message)))
                .hasMessageContaining("the shape does not list the class " + Parcel.class.getName());
    }

    /** Catches a list of allowed classes that does not match the names of nested classes. */
    @Test
    void objectOfNestedClassArrives() throws Exception {
        Shape<Object> shape = Shape.of(Object.class, Parcel.class);
        assertThat(EdgeValues.roundTrip(codec.open(shape), new Parcel()))
                .usingRecursiveComparison()
                .isEqualTo(new Parcel());
    }

    /** Catches a message that arrives without its end. */
    @Test
    void truncatedMessageIsRefused() throws Exception {
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
        assertThatThrownBy(() -> codec.open(EdgeValues.READINGS))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining(Reading.class.getName());
    }

    /** Catches a root value that becomes the type that Hessian has instead of its own. */
    @Test
    void boxesArriveAsDeclared() throws Exception {
        for (Object box : List.of('ß', (byte) -1, (short) 300, 0.1f, -0.0f, 5L, 0.1, -0.0, true)) {
            assertThat(carried(box)).isEqualTo(box);
        }
    }

    /** Catches JDK values whose private members Hessian would use. */
    @Test
    void jdkValuesArrive() throws Exception {
        for (Object value : List.of(
                BigInteger.TWO.pow(200).negate(),
                Instant.MIN,
                Instant.MAX,
                Instant.ofEpochSecond(-1, 1),
                Duration.ofNanos(Long.MIN_VALUE),
                LocalDate.MAX,
                LocalDateTime.MIN,
                new UUID(-1, 5))) {
            assertThat(carried(value)).isEqualTo(value);
        }
        Coder<Object> coder = codec.open(Shape.of(Object.class));
        for (Object value : List.of(List.of(1), Set.of(1, 2, 3), Map.of("a", List.of(Instant.EPOCH, Instant.EPOCH)))) {
            assertThat(EdgeValues.roundTrip(coder, value)).isEqualTo(value);
        }
    }

    /** Catches references or class numbers of one message in the next one. */
    @Test
    void anotherCoderReadsAnyMessage() throws Exception {
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

    // A box of the same class.
    @SuppressWarnings("unchecked")
    private Object carried(Object value) throws Exception {
        return EdgeValues.roundTrip(codec.open(Shape.of((Class<Object>) value.getClass())), value);
    }
}
