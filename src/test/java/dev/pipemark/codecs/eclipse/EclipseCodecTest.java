package dev.pipemark.codecs.eclipse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.codecs.Messages;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Station;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EclipseCodecTest {
    private final Codec codec = new EclipseCodec();

    /** A class that a shape may leave out. */
    public static final class Parcel {
        public int weight = 7;
    }

    /** Catches class numbers that depend on the values that a coder has seen. */
    @Test
    void coderWithOtherHistoryReadsMessage() throws Exception {
        Coder<MediaContent> writer = codec.open(EdgeValues.MEDIA_CONTENT);
        Coder<MediaContent> reader = codec.open(EdgeValues.MEDIA_CONTENT);
        EdgeValues.roundTrip(reader, new MediaContent());
        for (MediaContent content : EdgeValues.mediaContents()) {
            assertThat(reader.decode(Messages.received(Messages.encode(writer, content))))
                    .usingRecursiveComparison()
                    .isEqualTo(content);
        }
        Shape<Object> anything = Shape.of(Object.class);
        Coder<Object> lists = codec.open(anything);
        for (Object value : List.of(Set.of(1, 2, 3), Arrays.asList("x", null), List.of(1, 2, 3))) {
            byte[] message = Messages.encode(lists, value);
            assertThat(codec.open(anything).decode(Messages.received(message))).isEqualTo(value);
        }
    }

    /** Catches a class that gets a number on one side only. */
    @Test
    void objectOfUnlistedClassIsRefusedAndCoderContinues() throws Exception {
        Coder<Object> coder = codec.open(Shape.of(Object.class));
        assertThatThrownBy(() -> Messages.encode(coder, new Parcel()))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(Parcel.class.getName());
        assertThatThrownBy(() -> Messages.encode(coder, new Parcel[] {})).hasMessageContaining("not registered");
        assertThat(EdgeValues.roundTrip(coder, "text")).isEqualTo("text");
    }

    @Test
    void enumSetIsRefused() {
        Class<?> type = EnumSet.of(DayOfWeek.MONDAY).getClass();
        assertThatThrownBy(() -> codec.open(Shape.of(Object.class, type, DayOfWeek.class)))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining("EnumSet");
    }

    /** Catches a decoder that reads memory behind the message. */
    @Test
    void truncatedMessageIsRefused() throws Exception {
        Coder<Station> coder = codec.open(Shape.of(Station.class, java.util.ArrayList.class));
        Station station = new Station();
        station.neighbours.add(station);
        byte[] whole = Messages.encode(coder, station);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> coder.decode(Messages.received(cut)))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(Exception.class);
        }
        Station arrived = coder.decode(Messages.received(whole));
        assertThat(arrived.neighbours.get(0)).isSameAs(arrived);
    }

    /** The tests run without the flag that records need. */
    @Test
    void recordIsRefusedWithFlagThatItNeeds() {
        assertThatThrownBy(() -> codec.open(EdgeValues.READINGS))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining("--add-opens java.base/jdk.internal.misc=ALL-UNNAMED")
                .hasMessageContaining(Reading.class.getName());
    }
}
