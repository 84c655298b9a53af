package dev.pipemark.codecs.jsonio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cedarsoftware.io.JsonIo;
import com.cedarsoftware.io.JsonIoException;
import com.cedarsoftware.io.ReadOptionsBuilder;
import com.cedarsoftware.io.WriteOptionsBuilder;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.EdgeValues;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches values that json-io changes at the limits of their types. */
class JsonIoCodecTest {
    @Test
    void classWithPublicFieldsArrivesExactly() throws Exception {
        Coder<MediaContent> coder = new JsonIoCodec().open(EdgeValues.MEDIA_CONTENT);
        for (MediaContent content : EdgeValues.mediaContents()) {
            assertThat(EdgeValues.roundTrip(coder, content))
                    .usingRecursiveComparison()
                    .isEqualTo(content);
        }
    }

    @Test
    void recordsOfNumbersAndTextArriveExactly() throws Exception {
        Coder<List<Reading>> coder = new JsonIoCodec().open(EdgeValues.READINGS);
        assertThat(EdgeValues.roundTrip(coder, EdgeValues.readings())).isEqualTo(EdgeValues.readings());
    }

    @Test
    void notANumberArrives() throws Exception {
        Coder<Double> coder = new JsonIoCodec().open(Shape.of(Double.class));
        for (Double number : new Double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(EdgeValues.roundTrip(coder, number)).isEqualTo(number);
        }
    }

    /** If the second half of this test fails, the library can read such records, and the codec need not refuse them. */
    @Test
    void recordThatHoldsRecordIsRefused() {
        assertThatThrownBy(() -> new JsonIoCodec().open(EdgeValues.ORDER))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining("Order.customer");

        String message = JsonIo.toJson(EdgeValues.orders().get(0), new WriteOptionsBuilder().build());
        assertThatThrownBy(() ->
                        JsonIo.toJava(message, new ReadOptionsBuilder().build()).asClass(Order.class))
                .isInstanceOf(JsonIoException.class);
    }

    @Test
    void classThatCreatesFilesIsRefused() {
        assertThatThrownBy(() -> new JsonIoCodec().open(Shape.of(PrintStream.class)))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining("create a file");
    }

    /** A class of the shape with a field that the shape does not mention. */
    public static final class Printer {
        public PrintStream out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    /** Catches an object that json-io makes because a field declares it. The file would have the name of a value. */
    @Test
    void fieldThatCreatesFilesIsRefused() throws Exception {
        Path file = Path.of("false");
        Coder<Printer> coder = new JsonIoCodec().open(Shape.of(Printer.class));
        try {
            assertThatThrownBy(() -> EdgeValues.roundTrip(coder, new Printer()))
                    .isInstanceOf(JsonIoException.class)
                    .hasStackTraceContaining("create a file");
            assertThat(file).doesNotExist();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
