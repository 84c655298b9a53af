package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Catches a name that is not shown as text, in any file of a report. */
class HostileNamesTest {
    /** The elements of the page's template and of drawings. */
    private static final Set<String> ELEMENTS = Set.of(
            ("html head meta link title style script noscript body a header h1 nav ul li form div button label span"
                            + " input details summary output select option main section h2 h3 p pre code figure figcaption strong"
                            + " table caption thead tbody tr th td small svg desc defs g path rect text clippath circle ellipse"
                            + " line polygon polyline tspan lineargradient radialgradient stop pattern")
                    .split(" ", -1));

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws Exception {
        Reports.write(HostileNames.run(), folder);
    }

    @Test
    void inHtmlTheyAreText() throws Exception {
        String html = Files.readString(folder.resolve("report.html"));
        String body = html.replaceAll("(?s)<(script|style)\\b[^>]*>.*?</\\1>", "");
        Set<String> elements = new HashSet<>();
        Pattern.compile("<([a-zA-Z]\\w*)")
                .matcher(body)
                .results()
                .forEach(found -> elements.add(found.group(1).toLowerCase(Locale.ROOT)));
        assertThat(ELEMENTS).containsAll(elements);
        assertThat(body).doesNotContainPattern("<[^>]*\\son\\w+=").doesNotContainPattern("(href|src)=\"(?!#|data:,)");
        String text = unescaped(body.replaceAll("<[^>]*>", "\n"));
        assertThat(text).contains(HostileNames.CODECS).contains(HostileNames.PAYLOADS);
    }

    @Test
    void inMarkdownTheyAreText() throws Exception {
        String markdown = markdown().replaceAll("(?s)\n(```+)\n.*?\n\\1\n", "\n");
        assertThat(markdown.replaceAll("<a id=\"[\\w-]+\"></a>", "")).doesNotContain("<", ">");
        assertThat(markdown)
                .doesNotContainPattern("(?<!\\\\)\\]\\((?!#|(\\.\\./)?charts/|details/|[a-z-]+\\.md#)")
                .doesNotContain("$", "\t");
        assertThat(Pattern.compile("\\\\([\\p{Punct}])")
                        .matcher(unescaped(markdown))
                        .replaceAll(found -> Matcher.quoteReplacement(found.group(1))))
                .contains(HostileNames.CODECS)
                .contains(HostileNames.PAYLOADS);
        long columns = 0;
        for (String line : markdown.split("\n", -1)) {
            long bars = Pattern.compile("(?<!\\\\)\\|").matcher(line).results().count();
            columns = !line.startsWith("|") ? 0 : columns == 0 ? bars : columns;
            assertThat(bars).as(line).isEqualTo(columns);
        }
    }

    @Test
    void inDrawingsTheyAreText() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("charts/answer.svg").toFile());
        NodeList all = svg.getElementsByTagName("*");
        for (int at = 0; at < all.getLength(); at++) {
            assertThat(ELEMENTS).contains(all.item(at).getNodeName().toLowerCase(Locale.ROOT));
            for (int each = 0; each < all.item(at).getAttributes().getLength(); each++) {
                assertThat(all.item(at).getAttributes().item(each).getNodeName())
                        .doesNotStartWith("on");
            }
        }
        // A card has the six fastest codecs, and shortens a name that is longer than its room.
        assertThat(HostileNames.CODECS.subList(0, 6))
                .allSatisfy(name -> assertThat(svg.getDocumentElement().getTextContent())
                        .contains(name.substring(0, Math.min(19, name.length()))));
    }

    @Test
    void inTablesForSpreadsheetsTheyAreText() throws Exception {
        for (String name : List.of("results", "throughput", "sizes")) {
            Set<String> codecs = new HashSet<>();
            for (CSVRecord row : records(name + ".csv")) {
                assertThat(row)
                        .as(name)
                        .noneMatch(cell -> cell.matches("(?s)[=+@\t\r].+|-.+") && !cell.matches("-?[\\d.]+(E-?\\d+)?"));
                codecs.add(row.get("codec"));
            }
            for (String codec : HostileNames.CODECS) {
                assertThat(codecs).contains(codec.matches("[=+@-].*") ? "'" + codec : codec);
            }
        }
    }

    private static String markdown() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
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

    private static String unescaped(String text) {
        return Pattern.compile("&#x?([0-9A-Fa-f]+);")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(
                        Integer.parseInt(found.group(1), found.group().startsWith("&#x") ? 16 : 10))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
