package dev.pipemark.codecs.xstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thoughtworks.xstream.security.ForbiddenClassException;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.codecs.Messages;
import dev.pipemark.model.Image;
import dev.pipemark.model.Station;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Catches an allow-list with gaps, and an encoding that depends on the machine. */
class XStreamCodecTest {
    private static final Shape<Station> STATION = Shape.of(Station.class, ArrayList.class);

    private final XStreamCodec codec = new XStreamCodec();

    @Test
    void classOutsideShapeIsForbidden() throws Exception {
        byte[] message = Messages.encode(codec.open(Shape.of(Image.class, Image.Size.class)), new Image());
        Coder<Station> coder = codec.open(STATION);
        assertThatThrownBy(() -> coder.decode(Messages.received(message))).isInstanceOf(ForbiddenClassException.class);
    }

    /** A wrong encoding still reads back what it wrote, so this test compares the bytes of the text. */
    @Test
    void textIsUtf8() throws Exception {
        Station station = new Station();
        station.name = "Zürich €😀";
        Coder<Station> coder = codec.open(STATION);
        byte[] message = Messages.encode(coder, station);
        assertThat(new String(message, StandardCharsets.UTF_8)).contains("<name>Zürich €😀</name>");
        assertThat(coder.decode(Messages.received(message)).name).isEqualTo(station.name);
    }

    @Test
    void plainClassesKeepNullsAndControlCharacters() throws Exception {
        Coder<Image> coder = codec.open(Shape.of(Image.class, Image.Size.class));
        Image image = new Image();
        image.uri = EdgeValues.UNICODE;
        assertThat(EdgeValues.roundTrip(coder, image)).isEqualTo(image);
    }

    @Test
    void recordIsRefusedByName() {
        assertThatThrownBy(() -> codec.open(EdgeValues.ORDER))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining("Order");
    }
}
