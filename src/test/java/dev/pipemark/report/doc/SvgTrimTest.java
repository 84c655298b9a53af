package dev.pipemark.report.doc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Catches a drawing that loses more than what nobody sees, a name that is changed, and parts of two that are mixed up. */
class SvgTrimTest {
    private static final String FONT = "font-family:system-ui, sans-serif;";

    private static String drawn(String content) {
        return "<svg width=\"9\" xmlns=\"http://www.w3.org/2000/svg\">\n" + content + "</svg>";
    }

    private static String trimmed(String content) {
        return SvgTrim.of(drawn(content), "mine-");
    }

    @Test
    void whatPointersAndScriptsNeedIsGone() {
        String svg =
                trimmed("<path d=\"M0 0L1 1\" stroke=\"#000\" ecmeta_series_index=\"0\" class=\"zr1-cls-7\"></path>\n"
                        + "<style ><![CDATA[\n.zr1-cls-7:hover {\nfill:red;\n}\n]]>\n</style>\n");
        assertThat(svg).contains("<path d=\"M0 0L1 1\" stroke=\"#000\"/>").doesNotContain("ecmeta", "cls", "style");
    }

    @Test
    void theFontIsSaidOnceAndOtherSizesStay() {
        String svg = trimmed("<text style=\"font-size:12px;" + FONT + "\" x=\"1\">a</text>\n"
                + "<text style=\"font-size:11px;" + FONT + "\" x=\"2\">b</text>\n");
        assertThat(svg)
                .startsWith("<svg font-family=\"system-ui, sans-serif\" font-size=\"12px\" ")
                .contains("<text x=\"1\">a</text>", "<text style=\"font-size:11px;\" x=\"2\">b</text>");
    }

    @Test
    void placesAreGivenToATenthAndShapesAreLeftAlone() {
        assertThat(trimmed("<path d=\"M0 0A1 1 0 1 1 0 -0.0001\" fill=\"red\" transform=\"translate(1.25"
                        + " -3.04)\"></path><path d=\"M0 0\" fill=\"red\""
                        + " transform=\"matrix(0.125,0,0,5.5,187.846,0.96)\"></path>"))
                .contains("M0 0A1 1 0 1 1 0 -0.0001", "translate(1.3 -3)", "matrix(0.125,0,0,5.5,187.8,1)");
    }

    @Test
    void namesAreNotTouched() {
        String name = "translate(1.234 5) class=&quot;x&quot; zr1-c0 font-size:12px;  two";
        assertThat(trimmed("<text xml:space=\"preserve\" x=\"1\">" + name + "</text>"))
                .contains("<text xml:space=\"preserve\" x=\"1\">" + name + "</text>");
    }

    @Test
    void whatHasNeitherInkNorLineIsGone() {
        assertThat(trimmed("<rect x=\"1\" fill=\"none\"></rect>\n<path d=\"M1\" fill=\"transparent\"></path>\n"
                        + "<path d=\"M2\" fill=\"transparent\" stroke=\"#000\"></path>\n"
                        + "<path d=\"M3\" transform=\"matrix(0.005,0,0,0.005,7,7)\" fill=\"red\"></path>\n"))
                .contains("M2")
                .doesNotContain("rect", "M1", "M3");
    }

    @Test
    void equalClipsAreOneAndTwoDrawingsShareNone() {
        String clips = "<g clip-path=\"url(#zr1-c0)\"></g><g clip-path=\"url(#zr1-c1)\"></g><defs>"
                + "<clipPath id=\"zr1-c0\"><path d=\"M9\" fill=\"#000\"></path></clipPath>"
                + "<clipPath id=\"zr1-c1\"><path d=\"M9\" fill=\"#000\"></path></clipPath></defs>";
        assertThat(trimmed(clips))
                .containsOnlyOnce("<clipPath id=\"mine-c0\">")
                .doesNotContain("zr1", "mine-c1")
                .contains("<g clip-path=\"url(#mine-c0)\"></g><g clip-path=\"url(#mine-c0)\"></g>");
        assertThat(SvgTrim.of(drawn(clips), "other-")).doesNotContain("mine-", "zr1");
    }
}
