package dev.pipemark.codecs.fastjson2;

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
import dev.pipemark.model.Reading;
import dev.pipemark.model.Task;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches a feature that is missing: by default, the library loses these values without an error. */
class Fastjson2CodecsTest {
    private static final Shape<Map<Integer, String>> NUMBERED =
            Shape.of(new TypeOf<Map<Integer, String>>() {}, HashMap.class);

    /** A class whose constructor sets a field that may be null. */
    public static final class Titled implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        public @Nullable String title = "untitled";
    }

    static Stream<Codec> codecs() {
        return Stream.of(new Fastjson2JsonCodec(), new Fastjson2JsonbCodec(), new Fastjson2DubboCodec());
    }

    static Stream<Codec> codecsThatKeepKeys() {
        return codecs().filter(codec -> !codec.id().equals("fastjson2-jsonb"));
    }

    @ParameterizedTest
    @MethodSource("codecsThatKeepKeys")
    void keysOfMapKeepTheirType(Codec codec) throws Exception {
        Map<Integer, String> arrived = EdgeValues.roundTrip(codec.open(NUMBERED), new HashMap<>(Map.of(7, "seven")));
        assertThat(arrived.get(7)).isEqualTo("seven");
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void specialNumbersArriveExactly(Codec codec) throws Exception {
        for (Reading reading : EdgeValues.readings()) {
            // JSONB has no -0.0.
            if (codec.id().equals("fastjson2-json") || Double.doubleToRawLongBits(reading.value()) != Long.MIN_VALUE) {
                assertThat(EdgeValues.roundTrip(codec.open(Shape.of(Reading.class)), reading))
                        .isEqualTo(reading);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void nullReplacesTheConstructorsValue(Codec codec) throws Exception {
        Titled sent = new Titled();
        sent.title = null;
        assertThat(EdgeValues.roundTrip(codec.open(Shape.of(Titled.class)), sent).title)
                .isNull();
    }

    /** The bytes that are cut off are still behind the message, as in a frame with several messages. */
    @ParameterizedTest
    @MethodSource("codecs")
    void cutMessageIsRefusedAlthoughItsRestFollows(Codec codec) throws Exception {
        Coder<Map<String, String>> coder = codec.open(Shape.of(new TypeOf<Map<String, String>>() {}, HashMap.class));
        Frame whole = new Frame();
        coder.encode(new HashMap<>(Map.of("seven", "7")), whole);
        for (int length = 1; length < whole.length(); length++) {
            Frame cut = new Frame();
            cut.view(whole.array(), whole.offset(), length);
            assertThatThrownBy(() -> coder.decode(cut)).as(length + " bytes").isInstanceOf(Exception.class);
        }
    }

    @Test
    void keysOfJsonAreQuoted() throws Exception {
        byte[] message = Messages.encode(new Fastjson2JsonCodec().open(NUMBERED), new HashMap<>(Map.of(7, "seven")));
        assertThat(new String(message, StandardCharsets.UTF_8)).isEqualTo("{\"7\":\"seven\"}");
    }

    /** The reader would return a proxy that fails at the first call. */
    @Test
    void jsonRefusesObjectOfInterface() {
        assertThatThrownBy(() -> new Fastjson2JsonCodec().open(Shape.of(Task.class)))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining(Task.class.getName());
    }

    @Test
    void jsonbRefusesKeysThatAreNotText() {
        assertThatThrownBy(() -> new Fastjson2JsonbCodec().open(NUMBERED))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining("java.lang.Integer");
    }

    /** Catches a reader that instantiates a class that the message names and that is not listed. */
    @Test
    void dubboReadsNoClassThatIsNotListed() throws Exception {
        Shape<List<Object>> sending = Shape.of(new TypeOf<List<Object>>() {}, ArrayList.class, Reading.class);
        Shape<List<Object>> receiving = Shape.of(new TypeOf<List<Object>>() {}, ArrayList.class);
        byte[] message = Messages.encode(
                new Fastjson2DubboCodec().open(sending),
                new ArrayList<>(List.of(EdgeValues.readings().get(0))));
        List<Object> arrived = new Fastjson2DubboCodec().open(receiving).decode(Messages.received(message));
        assertThat(arrived).hasSize(1).noneMatch(Reading.class::isInstance);
    }
}
