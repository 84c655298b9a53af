package dev.pipemark.report.doc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Claims;
import dev.pipemark.report.doc.Page.Column;
import dev.pipemark.report.doc.Page.Facets;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.doc.Page.Row;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Catches links, rows and charts that are written as something else than they are, and a page larger than it need be. */
class HtmlWriterTest {
    private static final Page PAGE = page();
    private static String html = "";
    private static String main = "";

    @BeforeAll
    static void write() throws Exception {
        html = HtmlWriter.write(PAGE, Map.of("drawn", """
                <svg viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>"""));
        main = html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }

    @Test
    void claimsLinkToWhatIsThere() {
        assertThat(main)
                .contains("<li>a is faster than b <a href=\"#row-a\">row of a</a> · <a href=\"#figure-drawn\">chart</a>"
                        + " · nowhere</li>");
    }

    @Test
    void rowsSayWhatTheyAreAboutAndNoMore() {
        assertThat(main)
                .contains("<tr id=\"row-a\" data-family=\"instances\" data-codec=\"a\" data-badge=\"tuned\">"
                        + "<th scope=\"row\">a</th><td>1,000 <small>[900, 1,100]</small><td data-order=\"2E+6\">2 M")
                .contains("<tr><th scope=\"row\">b</th><td>20<td data-order=\"3E+3\">3 k")
                .contains("<tr><th scope=\"row\">c</th><td><td>\n");
    }

    @Test
    void columnsKnowWhetherTheirTextSorts() {
        assertThat(main)
                .contains("<th scope=\"col\" class=\"number\">reads as it sorts</th>")
                .contains("<th scope=\"col\" class=\"number\" data-ordered>does not</th>")
                .contains("<table id=\"numbers\" class=\"n2 n3\">");
        assertThat(html).containsOnlyOnce(".n2>tbody>tr>:nth-child(2)");
    }

    @Test
    void chartsBringTheirDataAndTheirTable() {
        String figure = main.substring(main.indexOf("<figure id=\"figure-drawn\""), main.indexOf("</figure>"));
        assertThat(figure)
                .contains("data-chart=\"rates\"", "<a href=\"#numbers\">Table: Numbers</a>", "what it shows")
                .contains("{\"name\":\"\\u003c/script\\u003e\\u003cb\\u003e\"}");
        assertThat(Pattern.compile("</script>").matcher(figure).results().count())
                .isEqualTo(1);
    }

    @Test
    void drawingsStandInTheirFigures() {
        String figure = main.substring(main.indexOf("<figure id=\"figure-drawn\""), main.indexOf("</figure>"));
        assertThat(figure).containsOnlyOnce("<svg viewBox=\"0 0 9 9\"><path d=\"M0 0L9 9\"/></svg>");
    }

    @Test
    void aChartThatIsOnlyLiveSaysWhereItsNumbersAre() {
        String figure = main.substring(main.indexOf("<figure id=\"figure-live\""));
        assertThat(figure).contains("needs scripts; its numbers are in the table “<a href=\"#numbers\">Numbers</a>”");
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
        for (var element : Pattern.compile("(?s)<(script|style)( type=\"text/plain\" data-late)?>(.*?)</\\1>")
                .matcher(html)
                .results()
                .toList()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(element.group(3).getBytes(StandardCharsets.UTF_8));
            assertThat(element.group(1).equals("script") ? scripts : policy)
                    .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
            checked++;
        }
        assertThat(checked).as("style, early script, ECharts, charts, script").isEqualTo(5);
    }

    @Test
    void aPageWithoutChartsBringsNoEcharts() throws Exception {
        Page plain = new Page("t", List.of(new Section("s", 2, "S", List.of(Page.Lines.of("one line")))));
        assertThat(HtmlWriter.write(plain, Map.of()))
                .contains("<p>one line</p>")
                .hasSizeLessThan(60_000);
    }

    private static Page page() {
        Table table = new Table(
                "numbers",
                "Numbers",
                List.of(
                        new Column("codec", false),
                        new Column("reads as it sorts", true),
                        new Column("does not", true)),
                List.of(
                        new Row(
                                "row-a",
                                new Facets("instances", "a", "tuned"),
                                List.of(
                                        Value.text("a"),
                                        new Value("1,000", "[900, 1,100]", 1000.4),
                                        Value.number("2 M", 2e6))),
                        new Row(
                                "",
                                Facets.NONE,
                                List.of(Value.text("b"), Value.number("20", 20), Value.number("3 k", 3e3))),
                        new Row("", Facets.NONE, List.of(Value.text("c"), Value.BLANK, Value.BLANK))),
                List.of());
        Map<String, Object> data = Map.of("name", "</script><b>");
        return new Page(
                "A <page>",
                List.of(new Section(
                        "s",
                        2,
                        "S",
                        List.of(
                                new Claims(List.of(new Claim(
                                        "a is faster than b",
                                        List.of(
                                                new Link("row of a", "row-a"),
                                                new Link("chart", "drawn"),
                                                new Link("nowhere", "gone"))))),
                                new Figure("drawn", "Drawn", "what it shows", "rates", 9, 9, data, "numbers", true),
                                new Figure("live", "Live", "what it shows", "rates", 9, 9, data, "numbers", false),
                                table))));
    }
}
