package dev.pipemark.codecs.protostuff;

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
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Station;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtostuffCodecTest {
    private static final Shape<Station> STATION = Shape.of(Station.class, ArrayList.class);

    private final Codec codec = new ProtostuffCodec();

    /** A field of this class may hold an object of a subclass. */
    public static class Animal implements Serializable {
        private static final long serialVersionUID = 1L;

        public String name = "";
    }

    public static final class Bird extends Animal {
        private static final long serialVersionUID = 1L;

        public int wings;
    }

    public static final class Cage implements Serializable {
        private static final long serialVersionUID = 1L;

        public Animal inside = new Animal();
    }

    /** Catches defaults of fields that appear in place of a null, and lists that are lost because they are empty. */
    @Test
    void fieldsArriveWithNullsAndEmptyLists() throws Exception {
        Coder<MediaContent> coder = codec.open(EdgeValues.MEDIA_CONTENT);
        for (MediaContent content : EdgeValues.mediaContents()) {
            assertThat(EdgeValues.roundTrip(coder, content))
                    .usingRecursiveComparison()
                    .isEqualTo(content);
        }
    }

    /** Catches an object that arrives as its superclass. */
    @Test
    void subclassInFieldArrives() throws Exception {
        Cage cage = new Cage();
        Bird bird = new Bird();
        bird.wings = 2;
        cage.inside = bird;
        Cage arrived = EdgeValues.roundTrip(codec.open(Shape.of(Cage.class, Animal.class, Bird.class)), cage);
        assertThat(arrived.inside).isInstanceOf(Bird.class);
        assertThat(((Bird) arrived.inside).wings).isEqualTo(2);
    }

    /** Catches null elements that are left out, and immutable collections that cannot be filled. */
    @Test
    void collectionsArrive() throws Exception {
        Coder<Object> coder = codec.open(Shape.of(Object.class));
        for (Object value : List.of(
                Arrays.asList("x", null, "y"),
                List.of(),
                List.of(1),
                List.of(1, 2, 3),
                Set.of("a", "b"),
                Map.of("a", 1),
                Map.of("a", 1, "b", 2))) {
            assertThat(EdgeValues.roundTrip(coder, value)).isEqualTo(value);
        }
    }

    /** Catches a cyclic value that ends the process, or that leaves half a message. */
    @Test
    void cyclicValueIsRefusedAndCoderContinues() throws Exception {
        Station lonely = new Station();
        lonely.name = "lonely";
        Station cyclic = new Station();
        cyclic.neighbours.add(cyclic);
        Coder<Station> coder = codec.open(STATION);
        Frame frame = new Frame();
        assertThatThrownBy(() -> coder.encode(cyclic, frame)).isInstanceOf(StackOverflowError.class);
        assertThat(frame.length()).isZero();
        assertThat(EdgeValues.roundTrip(coder, lonely).name).isEqualTo("lonely");
    }

    /** Catches an object that ends where the message was cut. Only the outermost one has no end mark. */
    @Test
    void truncatedMessageNeverArrivesAsSent() throws Exception {
        Shape<Map<String, Object>> shape =
                Shape.of(new TypeOf<Map<String, Object>>() {}, LinkedHashMap.class, ArrayList.class);
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("list", new ArrayList<>(List.of("a", 3, new ArrayList<>(List.of(0.5)))));
        Coder<Map<String, Object>> coder = codec.open(shape);
        byte[] whole = Messages.encode(coder, sent);
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> coder.decode(Messages.received(cut)))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void recordIsRefusedByName() {
        assertThatThrownBy(() -> codec.open(EdgeValues.READINGS))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining(Reading.class.getName());
    }
}
