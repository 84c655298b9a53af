package dev.pipemark.codecs.activej;

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
import dev.pipemark.model.Figure;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

public class ActivejCodecTest {
    private final Codec codec = new ActivejCodec();

    /** A class with a subclass that the shape need not list. */
    public static class Animal {
        public String name = "";
    }

    public static final class Bird extends Animal {
        public int wings;
    }

    record Hidden(int value) {}

    /** Catches a definition that forgets, swaps or narrows a field, or does not admit null. */
    @Test
    void modelArrives() throws Exception {
        for (MediaContent content : EdgeValues.mediaContents()) {
            assertThat(EdgeValues.roundTrip(codec.open(EdgeValues.MEDIA_CONTENT), content))
                    .usingRecursiveComparison()
                    .isEqualTo(content);
        }
        for (Order order : EdgeValues.orders()) {
            assertThat(EdgeValues.roundTrip(codec.open(EdgeValues.ORDER), order))
                    .isEqualTo(order);
        }
        assertThat(EdgeValues.roundTrip(codec.open(EdgeValues.READINGS), EdgeValues.readings()))
                .isEqualTo(EdgeValues.readings());
    }

    @Test
    void recursiveTypeArrives() throws Exception {
        Tree tree = new Tree(1, "root", new Tree(2, "left", null, new Tree(3, "leaf", null, null)), null);
        assertThat(EdgeValues.roundTrip(codec.open(Shape.of(Tree.class)), tree)).isEqualTo(tree);
    }

    @Test
    void declaredCollectionsArrive() throws Exception {
        Coder<Map<Integer, List<String>>> maps = codec.open(Shape.of(new TypeOf<Map<Integer, List<String>>>() {}));
        for (Map<Integer, List<String>> map :
                List.of(Map.<Integer, List<String>>of(), Map.of(1, Arrays.asList("a", null), 2, List.<String>of()))) {
            assertThat(EdgeValues.roundTrip(maps, map)).isEqualTo(map);
        }
        int[][] matrix = {{1, 2}, {}, {-3}};
        assertThat(EdgeValues.roundTrip(codec.open(Shape.of(int[][].class)), matrix))
                .isDeepEqualTo(matrix);
    }

    /** Catches a message that is cut where the frame's array ended. */
    @Test
    void messageLargerThanFrameArrives() throws Exception {
        List<Reading> many = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            many.add(new Reading(i, -i, i / 3.0, EdgeValues.UNICODE));
        }
        Frame frame = new Frame();
        int before = frame.array().length;
        Coder<List<Reading>> coder = codec.open(EdgeValues.READINGS);
        coder.encode(many, frame);
        assertThat(frame.array().length).isGreaterThan(before);
        assertThat(coder.decode(frame)).isEqualTo(many);
    }

    /** Catches a decoder that reads behind a message: the array holds the bytes that the message lacks. */
    @Test
    void truncatedMessageIsRefused() throws Exception {
        Coder<Order> coder = codec.open(EdgeValues.ORDER);
        Frame whole = new Frame();
        coder.encode(EdgeValues.orders().get(6), whole);
        for (int length = 0; length < whole.length(); length++) {
            Frame cut = new Frame();
            cut.view(whole.array(), whole.offset(), length);
            assertThatThrownBy(() -> coder.decode(cut)).isInstanceOf(Exception.class);
        }
    }

    /** Catches an object that arrives as its superclass. */
    @Test
    void unlistedSubclassIsRefused() throws Exception {
        Coder<Animal> coder = codec.open(Shape.of(Animal.class));
        assertThatThrownBy(() -> Messages.encode(coder, new Bird())).isInstanceOf(IllegalArgumentException.class);
        Bird bird = new Bird();
        bird.wings = 2;
        assertThat(EdgeValues.roundTrip(codec.open(Shape.of(Animal.class, Bird.class)), bird))
                .isInstanceOf(Bird.class)
                .usingRecursiveComparison()
                .isEqualTo(bird);
    }

    @Test
    void shapeWithoutDefinitionIsRefused() {
        assertRefused(Shape.of(new TypeOf<Map<String, Object>>() {}), "java.lang.Object");
        assertRefused(Shape.of(Hidden.class), "is not public");
        assertRefused(Shape.of(Figure.class), "lists no class");
        assertRefused(Shape.of(java.util.UUID.class), "java.util.UUID");
    }

    private void assertRefused(Shape<?> shape, String reason) {
        assertThatThrownBy(() -> codec.open(shape))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining(reason);
    }
}
