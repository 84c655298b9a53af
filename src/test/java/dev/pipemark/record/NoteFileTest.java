package dev.pipemark.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteFileTest {
    @TempDir
    Path dir;

    /** Catches a note that differs after it was written and read, with values and names of unusual characters. */
    @Test
    void aNoteThatIsReadEqualsTheWrittenOne() throws IOException {
        ForkNote note = new ForkNote(
                Map.of(Metric.SAMPLES, 3.0, Metric.PARENT_CPU, Double.NaN, Metric.MAX, 1.0 / 3),
                Map.of("flags", "-Da=b:c -Xlog:\\x\n# two lines", "a key", " spaces ", "ü", "é\u2028"));
        NoteFile.write(note, dir.resolve("note"));
        assertThat(NoteFile.read(dir.resolve("note"))).isEqualTo(note);
    }

    /** Catches a foreign file that is accepted as the note of a fork without facts. */
    @Test
    void aForeignFileIsRefusedWithAReason() throws IOException {
        Path file = dir.resolve("note");
        Files.writeString(file, "metric.samples=3.0.1");
        assertThatThrownBy(() -> NoteFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a fork's note");
    }

    /** Catches half a note that is accepted as a complete one. */
    @Test
    void aNoteThatEndsTooEarlyIsRefused() throws IOException {
        Path file = dir.resolve("note");
        NoteFile.write(new ForkNote(Map.of(Metric.SAMPLES, 3.0), Map.of("flags", "-Xmx1g")), file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> NoteFile.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ends too early");
        }
    }
}
