package dev.pipemark.report.doc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Claims;
import dev.pipemark.report.doc.Page.Column;
import dev.pipemark.report.doc.Page.Facets;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.doc.Page.Row;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches links to nothing, anchors that nothing needs, and text that Markdown takes for more than text. */
class MarkdownWriterTest {
    @Test
    void anchorsAreWhereLinksPoint() {
        Table table = new Table(
                "numbers",
                "Numbers",
                List.of(new Column("codec", false), new Column("rate", true)),
                List.of(
                        new Row("row-a", Facets.NONE, List.of(Value.text("a"), Value.number("1", 1))),
                        new Row("row-b", Facets.NONE, List.of(Value.text("b"), Value.number("2", 2)))),
                List.of());
        Figure drawn = new Figure("fast", "Who is fast", "d", "rates", 9, 9, Map.of(), "numbers", true);
        Figure live = new Figure("other", "Only live", "d", "rates", 9, 9, Map.of(), "numbers", false);
        Claims claims = new Claims(List.of(new Claim(
                "a leads.",
                List.of(
                        new Link("row", "row-a"),
                        new Link("all", "rest"),
                        new Link("plain", "all-data"),
                        new Link("nowhere", "gone")))));
        Page page = new Page(
                "T",
                List.of(
                        new Section("answer", 2, "The answer", List.of(claims)),
                        new Section("rest", 2, "All the rest", List.of(drawn, live, table)),
                        new Section("all-data", 3, "All data", List.of())));

        assertThat(MarkdownWriter.write(page, Map.of("fast", "<svg/>"))).isEqualTo("""
                # T

                ## The answer

                - a leads. [row](#row-a) · [all](#rest) · [plain](#all-data) · nowhere

                <a id="rest"></a>

                ## All the rest

                ![Who is fast](charts/fast.svg)

                [The numbers of this chart](#numbers)

                <a id="numbers"></a>**Numbers**

                | codec | rate |
                | --- | ---: |
                | <a id="row-a"></a>a | 1 |
                | b | 2 |

                ### All data
                """);
    }

    @Test
    void linesToCopyStayAsTheyAre() {
        Page page = new Page(
                "T", List.of(new Section("s", 2, "S", List.of(new Lines(List.of("java -jar x.jar 'a|b' ```"), true)))));
        assertThat(MarkdownWriter.write(page, Map.of())).endsWith("\n````\njava -jar x.jar 'a|b' ```\n````\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '"',
            value = {
                "$x$ &#36;x&#36;",
                ":x: &#58;x:",
                "http://x http&#58;//x",
                "www.x.org www&#46;x.org",
                "10:15:30 10:15:30",
                "a|b a\\|b",
                "<b>&amp; &lt;b&gt;&amp;amp;",
                "`x` \\`x\\`"
            })
    void namesAreNoMarkup(String name, String written) {
        assertThat(MarkdownText.escape(name)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"# x,\\# x", "- x,\\- x", "1. x,1\\. x", "=1+1,\\=1+1", "12 x,12 x"})
    void aLineIsNoHeadingAndNoList(String line, String written) {
        assertThat(MarkdownText.line(line)).isEqualTo(written);
    }
}
