package dev.pipemark.capability.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.ContractCheck;
import dev.pipemark.record.Json;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.RemedyFacts;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.report.doc.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches a matrix that counts wrongly, hides silently wrong values, or lets a name break out of its cell. */
class MatrixReportsTest {
    private static final String EVIL = "<script>alert(1)</script>";

    @TempDir
    Path folder;

    private final Matrix matrix = new Matrix(
            "a-probe",
            Instant.parse("2026-01-02T03:04:05Z"),
            61,
            "complete",
            Map.of(),
            Map.of("jdk.version", "17.0.1+1"),
            List.of(
                    new CodecFacts("java", "idiomatic", "", "jdk", "17", false),
                    new CodecFacts(EVIL, "tuned", "", "g:a", "1", true)),
            List.of(
                    new ValueFacts("one", "scalars", "a | b"),
                    new ValueFacts("two", "scalars", "=1+1"),
                    new ValueFacts("lock", "tied to the process", "a lock")),
            List.of(
                    new ValueCheck("java", false, "one", ValueOutcome.EXACT, "", false),
                    new ValueCheck("java", false, "two", ValueOutcome.OTHER_CLASS, "was a B, is a C", false),
                    new ValueCheck("java", false, "lock", ValueOutcome.WRONG, "locked was 'true', is 'false'", false),
                    new ValueCheck(EVIL, false, "one", ValueOutcome.REFUSED_ON_DECODE, "no <b>such</b> class", true),
                    new ValueCheck(EVIL, false, "two", ValueOutcome.LOSSY, ".a is null", false),
                    new ValueCheck(EVIL, false, "lock", ValueOutcome.HANG, "no answer", false),
                    new ValueCheck(EVIL, true, "one", ValueOutcome.EXACT, "", false)),
            List.of(
                    new ContractCheck("java", "a field added", "yes", "seen", true),
                    new ContractCheck("java", "cross-language", "no", "https://example.org", false)),
            List.of(new RemedyFacts(
                    "leave-out",
                    "Leave it out",
                    "it is refused",
                    List.of(new RemedyFacts.Step("wrong: send it", "java.io.NotSerializableException: a.B")))));

    @Test
    void matrixCountsAndMarksOutcomes() throws Exception {
        MatrixReports.write(matrix, folder);
        String report = Files.readString(folder.resolve("report.md"));
        assertThat(report)
                .contains("| java ⚠ | 2/2 | 0/1 | 0 | 1 | 0 | 0 | 0 |")
                .contains(
                        "| java ⚠ | silently wrong | lock |",
                        "| &lt;script&gt;alert(1)&lt;/script&gt; | lossy | two |",
                        "| &lt;script&gt;alert(1)&lt;/script&gt; | fatal | lock |",
                        "| &lt;script&gt;alert(1)&lt;/script&gt; | refused | scalars: one |")
                .contains("| &lt;script&gt;alert(1)&lt;/script&gt; | 0/2 | 0/1 | 1 | 0 | 1 | 0 | 1 |")
                .contains("| &lt;script&gt;alert(1)&lt;/script&gt; +opens | 1/1 |  | 0 | 0 | 0 | 0 | 0 |")
                .contains("| one | a \\| b | ✓ | ✗d\\* | ✓ |")
                .contains(
                        "## What to do about it",
                        "**Leave it out**",
                        "| wrong: send it | java.io.NotSerializableException: a.B |")
                .contains("## Silently wrong", "## Hidden by a round trip inside one JVM", "## Ends or hangs a process")
                .contains("| java ⚠ | yes | no (declared) |")
                .doesNotContain("<script>");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain(EVIL, "<b>such</b>");
        assertThat(Files.readString(folder.resolve("capabilities.csv")))
                .contains("java,17,false,lock,silently wrong,false,tied to the process,")
                .contains(",true,one,exact,")
                .contains("'=1+1");
        assertThat(Files.readString(folder.resolve("contracts.csv"))).contains("java,a field added,yes,true,seen");
    }

    /** Catches a value that the list of a codec leaves out, a codec of another run, and a page that is not named. */
    @Test
    void aCodecHasOneCompleteList() {
        List<ValueFacts> values = new ArrayList<>(matrix.values());
        List<ValueCheck> checks = new ArrayList<>();
        for (int at = 0; at < 40; at++) {
            values.add(new ValueFacts("value-" + at, "scalars", "a value"));
            checks.add(check("fory-json", "value-" + at, at < 9 ? ValueOutcome.WRONG : ValueOutcome.REFUSED_ON_ENCODE));
            checks.add(check("other", "value-" + at, ValueOutcome.REFUSED_ON_DECODE));
        }
        checks.add(check("other", "lock", ValueOutcome.REFUSED_ON_ENCODE));
        List<CodecFacts> codecs = List.of(
                new CodecFacts("fory-json", "tuned", "", "g:a", "1", true),
                new CodecFacts("other", "schema", "", "g:a", "1", true));
        Matrix large = new Matrix(
                "a-probe",
                Instant.EPOCH,
                1,
                Matrix.COMPLETE,
                Map.of(),
                Map.of(),
                codecs,
                values,
                checks,
                List.of(),
                List.of());
        String first = IntStream.range(0, 9).mapToObj(at -> "value-" + at).collect(Collectors.joining(", "));
        assertThat(breaks(large, "fory-json", "other"))
                .containsExactly(
                        "fory-json: silently wrong: " + first,
                        "fory-json: refused: scalars: all 40 except " + first,
                        "fory-json: findings: docs/findings/fory.md",
                        "other: refused: all 41");
        assertThat(breaks(large, "other")).containsExactly("other: refused: all 41");
        assertThat(MatrixSections.below(large, List.of("absent"))).isEmpty();
    }

    private static ValueCheck check(String codec, String value, ValueOutcome outcome) {
        return new ValueCheck(codec, false, value, outcome, "", false);
    }

    /** Returns the rows of the first table that a run with these codecs shows. */
    private static List<String> breaks(Matrix matrix, String... codecs) {
        return MatrixSections.below(matrix, List.of(codecs)).stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Page.Table.class::isInstance)
                .map(Page.Table.class::cast)
                .findFirst()
                .orElseThrow()
                .rows()
                .stream()
                .map(row -> row.stream().map(Page.Value::text).collect(Collectors.joining(": ")))
                .toList();
    }

    /** Catches a page on a library that no report names. */
    @Test
    void everyPageOfFindingsIsKnown() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("docs", "findings"))) {
            assertThat(pages.map(page ->
                                    Objects.requireNonNull(page.getFileName()).toString())
                            .filter(page -> !page.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(MatrixBreaks.FINDINGS.stream()
                            .map(page -> page + ".md")
                            .toList());
        }
    }

    /** Catches a matrix that changes when it is written and read. */
    @Test
    void matrixRoundTripsThroughItsFile() throws Exception {
        Json.writeMatrix(matrix, folder.resolve(Matrix.FILE));
        assertThat(Json.readMatrix(folder.resolve(Matrix.FILE))).isEqualTo(matrix);
    }

    /** Catches untried values that are counted as not carried. */
    @Test
    void interruptedProbeIsReported() throws Exception {
        Matrix interrupted = matrix.with(List.of(), List.of(), "interrupted");
        MatrixReports.write(interrupted, folder);
        assertThat(Files.readString(folder.resolve("report.md")))
                .contains("The probe is not complete (interrupted).")
                .contains("+opens | 1/1 |  |");
    }

    @Test
    void summaryFitsTerminalWidth() {
        assertThat(MatrixReports.summary(matrix, 40))
                .allMatch(line -> line.length() <= 40)
                .first()
                .isEqualTo("7 of 9 pairs tried, in 1 min 1 s:");
    }
}
