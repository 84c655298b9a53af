package dev.pipemark.capability.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Json;
import dev.pipemark.record.LanguageCheck;
import dev.pipemark.record.LanguageFacts;
import dev.pipemark.record.LanguageMatrix;
import dev.pipemark.record.Leg;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.MatrixFolder;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.record.ValueOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches a page that hides what went wrong, and a matrix that cannot be read again. */
final class LanguageReportsTest {
    private static final Leg EXACT = new Leg(ValueOutcome.EXACT, "");
    private static final Map<String, String> IDENTITY = Map.of(Matrix.CODE, "1", Matrix.JDK, "17");

    @TempDir
    Path folder;

    @Test
    void pageNamesEachFault() throws IOException {
        LanguageReports.write(matrix(), folder);
        String page = Files.readString(folder.resolve("languages.md"));
        assertThat(page)
                .contains("| text | python | json | 3 | 2 | 1 | 1 | 1 | 1 |")
                .contains("| long-min | Long.MIN\\_VALUE | ✓ ≠ | ? ? |")
                .contains("## Silently wrong")
                .contains("| long-min | text | python | exact | silently wrong: it was 1, is 2 |")
                .contains("## Not tried", "cpp, json: there is no program")
                .contains("python: Python 3.11.2; json by json 2.0.9.")
                .contains("Codecs without a format that these programs read: kryo.");
        assertThat(Files.readString(folder.resolve("languages.csv")))
                .startsWith("codec,language,value,there,back,format,group,there_detail,back_detail,what_it_is\n")
                .contains(
                        "\ntext,python,long-min,exact,silently wrong,json,whole numbers,,\"it was 1, is 2\",Long.MIN_VALUE\n")
                .contains("\ntext,cpp,long-min,not tried,not tried,json,");
    }

    @Test
    void terminalNamesCodecLanguageAndWrongValues() {
        assertThat(LanguageReports.summary(matrix()))
                .containsExactly(
                        "text python: 2 of 3 equal there, 1 back; silently wrong: 0 there, 1 back",
                        "text cpp: not tried",
                        "silently wrong back: text python long-min: it was 1, is 2",
                        "cpp, json: not tried: there is no program",
                        "4 checks in 3 s");
    }

    @Test
    void matrixIsFoundBesideARunOfTheSameCode() throws IOException {
        Path probe = Files.createDirectories(folder.resolve("20261122T101000Z-host-languages"));
        Json.writeLanguages(matrix(), probe.resolve(LanguageMatrix.FILE));
        assertThat(MatrixFolder.newestOfLanguages(folder, IDENTITY)).contains(matrix());
        assertThat(MatrixFolder.newestOfLanguages(folder, Map.of(Matrix.CODE, "2", Matrix.JDK, "17")))
                .isEmpty();
        assertThat(MatrixFolder.newest(folder, IDENTITY)).isEmpty();
    }

    /** Catches a report that overlooks the published matrix, or prefers it to the one that its own jar has made. */
    @Test
    void publishedMatrixIsTheLastResort() throws IOException {
        LanguageMatrix published = matrix("published", IDENTITY);
        Path languages = Files.createDirectories(folder.resolve("languages"));
        Json.writeLanguages(published, languages.resolve(LanguageMatrix.FILE));
        Map<String, String> other = Map.of(Matrix.CODE, "2", Matrix.JDK, "17");
        assertThat(MatrixFolder.newestOfLanguages(folder, other)).contains(published);
        LanguageMatrix own = matrix("own", other);
        Path probe = Files.createDirectories(folder.resolve("20261122T101000Z-host-languages"));
        Json.writeLanguages(own, probe.resolve(LanguageMatrix.FILE));
        assertThat(MatrixFolder.newestOfLanguages(folder, other)).contains(own);
    }

    private static LanguageMatrix matrix() {
        return matrix("languages", IDENTITY);
    }

    private static LanguageMatrix matrix(String id, Map<String, String> identity) {
        Leg missing = Leg.untried("there is no program");
        return new LanguageMatrix(
                id,
                Instant.EPOCH,
                3,
                Matrix.COMPLETE,
                identity,
                Map.of(),
                List.of(
                        new CodecFacts("text", "idiomatic", "speed", "g:text", "1", true),
                        new CodecFacts("kryo", "idiomatic", "other languages", "g:kryo", "1", false)),
                List.of(
                        new LanguageFacts("python", "Python 3.11.2", Map.of("json", "json 2.0.9")),
                        new LanguageFacts("cpp", "", Map.of())),
                List.of(
                        new ValueFacts("long-min", "whole numbers", "Long.MIN_VALUE"),
                        new ValueFacts("big", "whole numbers", "a decimal"),
                        new ValueFacts("order", ValueFacts.PAYLOADS, "Order")),
                List.of(
                        new LanguageCheck(
                                "text",
                                "python",
                                "json",
                                "long-min",
                                EXACT,
                                new Leg(ValueOutcome.WRONG, "it was 1, is 2")),
                        new LanguageCheck(
                                "text",
                                "python",
                                "json",
                                "big",
                                new Leg(ValueOutcome.LOSSY, "nearest"),
                                new Leg(ValueOutcome.LOSSY, "scale")),
                        new LanguageCheck("text", "python", "json", "order", EXACT, EXACT),
                        new LanguageCheck("text", "cpp", "json", "long-min", missing, missing)));
    }
}
