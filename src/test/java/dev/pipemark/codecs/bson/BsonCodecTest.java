package dev.pipemark.codecs.bson;

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
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinaryReader;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Catches messages that are not documents, and values that the driver's own codecs would change. */
class BsonCodecTest {
    /** A class whose constructor sets a field that may be null. */
    public static final class Titled {
        public @Nullable String title = "untitled";
    }

    private final Codec codec = new BsonCodec();

    @Test
    void rootThatIsNotADocumentIsTheOnlyFieldOfOne() throws Exception {
        BsonDocument numbers =
                document(Messages.encode(codec.open(Shape.of(new TypeOf<List<Integer>>() {})), List.of(1, 2)));
        assertThat(numbers.keySet()).containsExactly(BsonCoder.FIELD);
        assertThat(numbers.getArray(BsonCoder.FIELD)).hasSize(2);
        BsonDocument reading =
                document(Messages.encode(codec.open(Shape.of(Reading.class)), new Reading(1, 2, 3.5, "m")));
        assertThat(reading.keySet()).containsExactly("sensor", "timestamp", "value", "unit");
    }

    /** Catches a length that is written to the wrong place: documents contain documents, behind another message. */
    @Test
    void documentsFollowEachOtherInOneFrame() throws Exception {
        Coder<List<Reading>> coder = codec.open(EdgeValues.READINGS);
        Frame frame = new Frame();
        coder.encode(EdgeValues.readings(), frame);
        int offset = frame.offset();
        int length = frame.length();
        frame.begin();
        coder.encode(EdgeValues.readings(), frame);
        assertThat(coder.decode(frame)).isEqualTo(EdgeValues.readings());
        frame.view(frame.array(), offset, length);
        assertThat(coder.decode(frame)).isEqualTo(EdgeValues.readings());
    }

    @Test
    void nullReplacesTheConstructorsValue() throws Exception {
        Titled sent = new Titled();
        sent.title = null;
        assertThat(EdgeValues.roundTrip(codec.open(Shape.of(Titled.class)), sent).title)
                .isNull();
    }

    @Test
    void instantsKeepTheirNanoseconds() throws Exception {
        Coder<Instant> coder = codec.open(Shape.of(Instant.class));
        for (Order order : EdgeValues.orders()) {
            assertThat(EdgeValues.roundTrip(coder, order.placed())).isEqualTo(order.placed());
        }
    }

    @Test
    void mapWithKeysThatAreNotTextIsRefused() {
        assertThatThrownBy(() -> codec.open(Shape.of(new TypeOf<Map<Integer, String>>() {}, HashMap.class)))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining("java.lang.Integer");
    }

    private static BsonDocument document(byte[] message) {
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(message))) {
            return new BsonDocumentCodec()
                    .decode(reader, DecoderContext.builder().build());
        }
    }
}
