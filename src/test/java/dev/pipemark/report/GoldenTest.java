package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Run;
import dev.pipemark.report.doc.HtmlWriter;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.sections.Sections;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches any change in what is written of a run. What was written instead is left in {@code target/golden}. */
class GoldenTest {
    private static final Pattern CODE =
            Pattern.compile("(?s)(<style\\b[^>]*>|<script\\b(?![^>]*application/json)[^>]*>)(.*?)(</style>|</script>)");
    private static final Pattern HASH = Pattern.compile("sha256-[A-Za-z0-9+/]*(?:=|&#x3D;)*");

    @ParameterizedTest
    @ValueSource(strings = {"one-round", "three-rounds", "five-rounds"})
    void writesTheKnownFiles(String name) throws Exception {
        Run run = switch (name) {
            case "one-round" -> CannedRuns.oneRound();
            case "three-rounds" -> CannedRuns.threeRounds();
            default -> CannedRuns.fiveRounds();
        };
        Findings findings = new Findings(run);
        Page page = Sections.page(findings);
        Map<String, String> written = Map.of(
                "report.md", MarkdownWriter.write(page, Map.of()),
                "report.html", withoutCode(HtmlWriter.write(page, Map.of())),
                "results.csv", CsvFiles.results(findings),
                "throughput.csv", ThroughputCsv.of(findings),
                "sizes.csv", CsvFiles.sizes(findings),
                "capabilities.csv", CsvFiles.capabilities(findings));
        for (Map.Entry<String, String> file : written.entrySet()) {
            Path kept = Path.of("target", "golden", name, file.getKey());
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, file.getValue());
        }
        for (Map.Entry<String, String> file : written.entrySet()) {
            try (InputStream golden = GoldenTest.class.getResourceAsStream(name + "/" + file.getKey())) {
                assertThat(golden).as("%s/%s", name, file.getKey()).isNotNull();
                assertThat(file.getValue())
                        .as("%s/%s", name, file.getKey())
                        .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** Style and scripts, and what they hash to, are files of their own and change for reasons of their own. */
    private static String withoutCode(String html) {
        return HASH.matcher(CODE.matcher(html).replaceAll("$1…$3")).replaceAll("sha256-…");
    }
}
