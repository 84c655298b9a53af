package dev.pipemark.report.doc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.report.doc.Page.Column;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Picture;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a block that is lost or in the wrong place, and text that Markdown reads as markup. */
class MarkdownWriterTest {
    private static final Page PAGE = new Page(
            "T",
            List.of(
                    new Section("first", 2, "The first", List.of(new Lines(List.of("a", "b"), false))),
                    new Section(
                            "rest",
                            2,
                            "All the rest",
                            List.of(
                                    new Picture("Fast", "charts/fast.svg"),
                                    new Figure("tail", "d", new Table("numbers", "", List.of(), List.of(), List.of())),
                                    new Table(
                                            "numbers",
                                            "Numbers",
                                            List.of(new Column("codec", false), new Column("rate", true)),
                                            List.of(
                                                    List.of(Value.text("a|b"), new Value("1", "[0, 2]")),
                                                    List.of(Value.text("c"), Value.BLANK)),
                                            List.of("a note")))),
                    new Section("part", 3, "A part", List.of())));

    @Test
    void aPageHasItsSectionsInOrder() {
        assertThat(MarkdownWriter.write(PAGE)).isEqualTo("""
                # T

                ## The first

                - a
                - b

                ## All the rest

                ![Fast](charts/fast.svg)

                **Numbers**

                | codec | rate |
                | --- | ---: |
                | a\\|b | 1 \\[0, 2\\] |
                | c |  |

                a note

                ### A part
                """);
    }

    @Test
    void aFileForEachSectionHasItsPartsAndALinkToIt() {
        Map<String, String> files = MarkdownWriter.files(PAGE);
        assertThat(files).containsOnlyKeys("first.md", "rest.md");
        assertThat(files.get("rest.md"))
                .startsWith("# All the rest\n\n![Fast](charts/fast.svg)\n\n**Numbers**\n")
                .endsWith("\n### A part\n");
        assertThat(MarkdownWriter.contents(PAGE, "details"))
                .isEqualTo("\n- [The first](details/first.md)\n- [All the rest](details/rest.md)\n");
    }

    @Test
    void linesToCopyStayAsTheyAre() {
        Page page = new Page(
                "T", List.of(new Section("s", 2, "S", List.of(new Lines(List.of("java -jar x.jar 'a|b' ```"), true)))));
        assertThat(MarkdownWriter.write(page)).endsWith("\n````\njava -jar x.jar 'a|b' ```\n````\n");
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
    void namesAreNotMarkup(String name, String written) {
        assertThat(MarkdownWriter.escape(name)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"# x,\\# x", "- x,\\- x", "1. x,1\\. x", "=1+1,\\=1+1", "12 x,12 x"})
    void aLineIsNeitherAHeadingNorAList(String line, String written) {
        assertThat(MarkdownWriter.line(line)).isEqualTo(written);
    }
}
