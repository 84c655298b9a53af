package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.compare.ComparedRun;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches a result of somebody else's suite that is lost, ranked against what it cannot be compared with, or that acts. */
class JmhReportsTest {
    @TempDir
    Path folder;

    /** What JMH 1.37 wrote: two classes, three modes, one fork that failed; samples cut short. */
    @Test
    void everyResultOfARealFileIsARow() throws Exception {
        Page page = page(resource());
        Page.Table coding = table(page, "org.example.Coding");
        assertThat(column(coding, "codec")).containsExactly("utf-8", "utf-16", "utf-8", "utf-16");
        assertThat(column(coding, "payload")).containsExactly("short", "short", "long", "long");
        assertThat(column(coding, "verdict")).containsExactly("fastest", "slower", "fastest", "slower");
        Page.Table joining = table(page, "org.example.Joining");
        assertThat(column(joining, "benchmark")).hasSize(8).contains("join", "plus", "builder");
        assertThat(column(joining, "words")).containsOnly("10", "1000");
        assertThat(column(joining, "mode")).containsOnly("avgt", "thrpt", "sample");
        assertThat(column(joining, "forks")).containsOnly("3");
        assertThat(joining.columns())
                .extracting(Page.Column::title)
                .doesNotContain("threads")
                .anyMatch(title -> title.startsWith("p99, "))
                .anyMatch(title -> title.startsWith("rate, "));
        assertThat(claims(page))
                .anyMatch(claim -> claim.startsWith("Joining (words=10, avgt): join leads, ahead of plus"));
    }

    @Test
    void oneForkHasNeitherIntervalNorOrder() throws Exception {
        Page page = page(file(result("a.B.x", "avgt", "", "[[1, 2]]"), result("a.B.y", "avgt", "", "[[9, 9]]")));
        Page.Table table = table(page, "a.B");
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.values())
                        .allMatch(value -> value.detail().isEmpty()));
        assertThat(String.join("\n", column(table, "verdict"))).isBlank();
        assertThat(claims(page)).isEmpty();
        assertThat(MarkdownWriter.write(page, java.util.Map.of())).contains("Order not established in 1 group");
    }

    /** Catches parameters of one method alone being taken for several benchmarks. */
    @Test
    void parametersAreComparedWhereNothingElseCanBe() throws Exception {
        Page page = page(file(
                result("a.B.x", "avgt", "\"size\": \"1\"", "[[1], [1.01], [1.02]]"),
                result("a.B.x", "avgt", "\"size\": \"2\"", "[[2], [2.01], [2.02]]")));
        assertThat(claims(page))
                .singleElement()
                .asString()
                .startsWith("x (avgt): size=1 leads, ahead of size=2 × 1.99");
    }

    /** Catches a score that is no number being ranked, or its row being lost. */
    @Test
    void whatIsNoNumberIsARowWithItsReason() throws Exception {
        Page page = page(file(
                result("a.B.x", "avgt", "", "[[1], [1.01], [1.02]]"),
                result("a.B.y", "avgt", "", "[[\"NaN\"], [\"NaN\"], [\"NaN\"]]")));
        assertThat(column(table(page, "a.B"), "remark"))
                .anyMatch(remark -> remark.startsWith("failed") && remark.contains("its score is no number"));
    }

    /** Catches "less is better" being said of a unit that nobody knows. */
    @Test
    void unknownUnitsAreNotRanked() throws Exception {
        Page page = page(file(
                result("a.B.x", "avgt", "", "[[1], [1.01], [1.02]]").replace("ns/op", "#"),
                result("a.B.y", "avgt", "", "[[2], [2.01], [2.02]]").replace("ns/op", "#")));
        assertThat(column(table(page, "a.B"), "unit")).containsOnly("#");
        assertThat(claims(page)).isEmpty();
    }

    @Test
    void namesAreShownAndDoNotAct() throws Exception {
        Path json = file(
                result("a.<b>X</b>.y|`z", "avgt", "\"codec\": \"<script>alert(1)</script>\"", "[[1], [1], [1.1]]"),
                result("a.<b>X</b>.y|`z", "avgt", "\"codec\": \"=1+1\", \"arm\": \"2\"", "[[2], [2], [2.1]]"));
        JmhReports.write(ComparedRun.read(json), folder.resolve("out"));
        assertThat(Files.readString(folder.resolve("out/report.md")))
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<b>");
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<b>X");
        assertThat(folder.resolve("out/results.csv")).isNotEmptyFile();
    }

    /** Catches pairs being judged by the million. */
    @Test
    void thousandsOfRowsAreWritten() throws Exception {
        String[] results = new String[3_000];
        for (int i = 0; i < results.length; i++) {
            results[i] = result("a.B.x", "avgt", "\"size\": \"" + i + "\"", "[[1], [2], [3]]");
        }
        Page page = page(file(results));
        assertThat(table(page, "a.B").rows()).hasSize(results.length);
        assertThat(table(page, "a.B").notes()).anyMatch(note -> note.contains("is not ranked"));
    }

    @Test
    void theSuitesOwnFileMakesTheSuitesOwnReport() throws Exception {
        JmhReports.write(
                ComparedRun.read(file(
                        result("dev.pipemark.bench.CodecBenchmark.encode", "avgt", CODEC_INT, "[[1], [1], [1.1]]"))),
                folder.resolve("out"));
        assertThat(Files.readString(folder.resolve("out/report.md"))).contains("kryo", "int");
        assertThat(folder.resolve("out/throughput.csv")).exists();
    }

    private static final String CODEC_INT = "\"codec\": \"kryo\", \"payload\": \"int\"";

    private static String result(String benchmark, String mode, String params, String rawData) {
        return "{\"benchmark\": \"" + benchmark + "\", \"mode\": \"" + mode + "\", \"threads\": 1, \"params\": {"
                + params
                + "}, \"primaryMetric\": {\"score\": \"NaN\", \"scoreUnit\": \"ns/op\", \"rawData\": " + rawData
                + "}, \"secondaryMetrics\": {}}";
    }

    private Path file(String... results) throws IOException {
        return Files.writeString(folder.resolve("mine.json"), "[" + String.join(",\n", List.of(results)) + "]");
    }

    private Path resource() throws IOException {
        try (InputStream json = JmhReportsTest.class.getResourceAsStream("jmh-foreign.json")) {
            assertThat(json).isNotNull();
            return Files.write(folder.resolve("foreign.json"), json.readAllBytes());
        }
    }

    private static Page page(Path json) throws IOException {
        return JmhPage.of(ComparedRun.read(json));
    }

    private static List<String> claims(Page page) {
        return page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Page.Claims.class::isInstance)
                .flatMap(block -> ((Page.Claims) block).claims().stream())
                .map(Page.Claim::text)
                .toList();
    }

    private static Page.Table table(Page page, String type) {
        return page.sections().stream()
                .filter(section -> section.title().equals(type))
                .map(section -> (Page.Table) section.blocks().get(0))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> column(Page.Table table, String title) {
        int at = table.columns().stream().map(Page.Column::title).toList().indexOf(title);
        return table.rows().stream()
                .map(row -> at < 0 ? "" : row.values().get(at).text())
                .toList();
    }
}
