package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Kind;
import dev.pipemark.record.PythonReference;
import dev.pipemark.record.Run;
import dev.pipemark.report.sections.PoolSectionTest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Catches a missing file, a name that acts as code, a chart that is not a picture, and a planned cell that is lost. */
class ReportsTest {
    @TempDir
    static Path folder;

    private static final Run RUN = CannedRuns.oneRound();

    @BeforeAll
    static void write() throws Exception {
        Files.createDirectories(folder.resolve("charts"));
        Files.writeString(folder.resolve("charts/stale.svg"), "of the report before");
        Reports.write(RUN, folder);
    }

    @Test
    void writesEveryFile() {
        assertThat(folder.resolve("report.md")).isNotEmptyFile();
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
        for (String name : List.of("results", "throughput", "sizes", "capabilities")) {
            assertThat(folder.resolve(name + ".csv")).isNotEmptyFile();
        }
        assertThat(folder.resolve("charts/answer.svg")).isNotEmptyFile();
        assertThat(folder.resolve("charts/stale.svg")).doesNotExist();
    }

    @Test
    void theDrawingIsXmlWithTitleDescriptionAndTheNames() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("charts/answer.svg").toFile());
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).contains("media-content");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getDocumentElement().getTextContent()).contains("kryo");
    }

    @Test
    void namesAreShownAndDoNotAct() throws Exception {
        String html = Files.readString(folder.resolve("report.html"));
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain(CannedRuns.SCRIPT);
        assertThat(html).contains("<th scope=\"row\">&#x3D;1+1<td>").doesNotContain("<b>oops");
        String markdown = markdown(folder);
        assertThat(markdown).contains("| &lt;script&gt;alert(1)&lt;/script&gt; |", "| =1+1 |", "\\`a\\|b\\`");
        assertThat(markdown).doesNotContain("<script", "<b>");
    }

    @Test
    void everyPlannedCellIsARowOfResults() throws Exception {
        List<CSVRecord> rows = records("results.csv");
        for (var entry : RUN.outcomes().entrySet()) {
            assertThat(rows).as(entry.getKey().key()).anySatisfy(row -> {
                assertThat(row.get("benchmark")).isEqualTo(entry.getKey().benchmark());
                assertThat(row.get("codec").replaceFirst("^'", ""))
                        .isEqualTo(entry.getKey().codec());
                assertThat(row.get("payload")).isEqualTo(entry.getKey().payload());
                assertThat(row.get("parameters")).isEqualTo(Kind.parameters(entry.getKey()));
                assertThat(row.get("metric")).isEqualTo("score");
            });
        }
    }

    @Test
    void noCellOfATableIsAFormula() throws Exception {
        for (String name : List.of("results", "throughput", "sizes", "capabilities")) {
            for (CSVRecord row : records(name + ".csv")) {
                assertThat(row).noneMatch(cell -> cell.matches("(?s)[=+@].*|-\\D.*"));
            }
        }
        assertThat(records("throughput.csv")).anyMatch(row -> row.get("codec").equals("'=1+1"));
    }

    @Test
    void thePageNeedsNoOtherFile() throws Exception {
        // Scripts are texts that name such things.
        String html =
                Files.readString(folder.resolve("report.html")).replaceAll("(?s)<(script|style)\\b[^>]*>.*?</\\1>", "");
        assertThat(html).doesNotContainPattern("(src|href)=\"(?!#|data:)").contains("<svg ", "<caption>");
        List<String> ids = Pattern.compile("\\bid=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Pattern.compile("href=\"#([^\"]+)\"").matcher(html).results().map(result -> result.group(1)))
                .isNotEmpty()
                .allMatch(ids::contains);
    }

    @Test
    void pythonsNumbersAreInTheReport(@TempDir Path results) throws Exception {
        Files.createDirectories(results.resolve("python"));
        JsonMapper json = new JsonMapper();
        ObjectNode python = (ObjectNode) json.valueToTree(PoolSectionTest.python());
        Files.write(results.resolve(PythonReference.FILE), json.writeValueAsBytes(python.put("format", 2)));
        Reports.write(PoolSectionTest.pool(), results.resolve("run"));
        assertThat(results.resolve("run/details/pool.md")).content().contains("Python's pools and serializers");
    }

    @Test
    void unreadablePythonNumbersAreReportedInOneLine(@TempDir Path results) throws Exception {
        Files.createDirectories(results.resolve("python"));
        Files.writeString(results.resolve(PythonReference.FILE), "{\"format\": 1, \"python\": ");
        Reports.write(RUN, results.resolve("run"));
        assertThat(Files.readString(results.resolve("run/report.md")))
                .contains("# Which serializer", "cannot be read", "run scripts/python-reference again");
        assertThat(results.resolve("run/report.html")).content().contains("run scripts/python-reference again");
    }

    @Test
    void writesARunThatHasOnlyItsPlan(@TempDir Path other) throws Exception {
        Run run = new RunBuilder(1)
                .payload("int", "primitives")
                .cell("encode", "kryo", "int", "")
                .end("unfinished")
                .run();
        Reports.write(run, other);
        assertThat(markdown(other)).contains("No codec has been measured", "not reached: unfinished");
    }

    /** Catches a first page that is too long. */
    @Test
    void markdownIsOnePageWithTheRestBesideIt(@TempDir Path other) throws Exception {
        Files.createDirectories(other.resolve("details"));
        Files.writeString(other.resolve("details/stale.md"), "of the report before");
        Reports.write(LargeRun.of(3), other);
        assertThat(Files.readAllLines(other.resolve("report.md"))).hasSizeLessThanOrEqualTo(250);
        assertThat(other.resolve("details/stale.md")).doesNotExist();
        assertThat(Files.readString(other.resolve("report.md")))
                .contains("](charts/answer.svg)", "](details/trust.md)");
        for (Path file : markdownFiles(other)) {
            for (MatchResult link : Pattern.compile("(?<!\\\\)\\]\\(([^)#]*)#?([^)]*)\\)")
                    .matcher(Files.readString(file))
                    .results()
                    .toList()) {
                Path target = link.group(1).isEmpty()
                        ? file
                        : Objects.requireNonNull(file.getParent()).resolve(link.group(1));
                assertThat(target).as("%s in %s", link.group(), file).exists();
                if (!link.group(2).isEmpty()) {
                    assertThat(target).content().as(link.group()).contains("<a id=\"" + link.group(2) + "\"></a>");
                }
            }
        }
    }

    /** Returns the first page and the files beside it. */
    private static String markdown(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : markdownFiles(folder)) {
            all.append(Files.readString(file));
        }
        return all.toString();
    }

    private static List<Path> markdownFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private static List<CSVRecord> records(String name) throws IOException {
        try (Reader reader = Files.newBufferedReader(folder.resolve(name))) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }
}
