package dev.pipemark.report.doc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.report.doc.Page.Column;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Catches rows and charts that are written as other elements, and a page that is larger than necessary. */
class HtmlWriterTest {
    private static final Page PAGE = page();
    private static String html = "";
    private static String main = "";

    @BeforeAll
    static void write() throws Exception {
        html = HtmlWriter.write(PAGE);
        main = html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }

    @Test
    void rowsAreAHeadAndCellsAndNoMore() {
        assertThat(main)
                .contains("<tr><th scope=\"row\">a<td>1,000 <p>[900, 1,100]<td class=\"text\">known\n")
                .contains("<tr><th scope=\"row\">b<td><td>\n");
    }

    @Test
    void columnsOfNumbersAndLongTextsHaveClasses() {
        assertThat(main)
                .contains("<th scope=\"col\" class=\"number\">rate</th>", "<th scope=\"col\">remark</th>")
                .contains("<td class=\"text wide\">" + "w".repeat(40), "<td class=\"text long\">" + "l".repeat(100));
    }

    @Test
    void chartsBringTheirScriptsAndALinkToTheirTable() throws Exception {
        String figure = main.substring(main.indexOf("<figure id=\"figure-numbers\""), main.indexOf("</figure>"));
        assertThat(figure)
                .contains(
                        "data-chart=\"tail\" data-table=\"numbers\"",
                        "<a href=\"#numbers\">Table: Numbers</a>",
                        "what it shows");
        String packed = html.replaceAll("(?s).*id=\"packed\">([^<]*)<.*", "$1");
        assertThat(new String(unpacked(packed), StandardCharsets.UTF_8)).contains("pipemarkData", "livePipemarkChart");
    }

    @Test
    void aChartSaysThatItNeedsScripts() {
        assertThat(main)
                .contains(
                        "This chart needs scripts and a browser of 2023 or later. The table “Numbers” has its numbers.");
    }

    /** A policy that allows the wrong text would leave the page without its scripts. */
    @Test
    void thePolicyAllowsThisPagesTextsAndNoOthers() throws Exception {
        String policy = html.replaceAll("(?s).*Content-Security-Policy\" content=\"([^\"]*)\".*", "$1")
                .replace("&#39;", "'")
                .replace("&#x3D;", "=");
        assertThat(policy).startsWith("default-src 'none';").doesNotContain("http:", "https:", "unsafe-eval");
        String scripts = policy.replaceAll(".*(script-src[^;]*);.*", "$1");
        assertThat(scripts).doesNotContain("unsafe");
        int checked = 0;
        for (var element : Pattern.compile("(?s)<(script|style)( type=\"text/plain\" id=\"packed\")?>(.*?)</\\1>")
                .matcher(html)
                .results()
                .toList()) {
            byte[] text = element.group(2) == null
                    ? element.group(3).getBytes(StandardCharsets.UTF_8)
                    : unpacked(element.group(3));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            assertThat(element.group(1).equals("script") ? scripts : policy)
                    .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
            checked++;
        }
        assertThat(checked).as("style, early script, charts, script").isEqualTo(4);
    }

    /** The bytes that a browser unpacks before it runs them. */
    private static byte[] unpacked(String text) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return in.readAllBytes();
        }
    }

    @Test
    void aPageWithoutChartsBringsNoEcharts() throws Exception {
        Page plain = new Page("t", List.of(new Section("s", 2, "S", List.of(Page.Lines.of("one line")))));
        assertThat(HtmlWriter.write(plain)).contains("<p>one line</p>").hasSizeLessThan(60_000);
    }

    private static Page page() {
        Table table = new Table(
                "numbers",
                "Numbers",
                List.of(new Column("codec", false), new Column("rate", true), new Column("remark", false)),
                List.of(
                        List.of(Value.text("a"), new Value("1,000", "[900, 1,100]"), Value.text("known")),
                        List.of(Value.text("b"), Value.BLANK, Value.BLANK),
                        List.of(Value.text("c"), Value.BLANK, Value.text("w".repeat(40))),
                        List.of(Value.text("d"), Value.BLANK, Value.text("l".repeat(100)))),
                List.of());
        return new Page(
                "A <page>",
                List.of(new Section("s", 2, "S", List.of(new Figure("tail", "what it shows", table), table))));
    }
}
