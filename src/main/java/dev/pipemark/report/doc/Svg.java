package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Figure;
import java.util.regex.Pattern;

/** What a drawing needs beside its shapes: a title and a description, and ink that follows the page's colours. */
public final class Svg {
    /** The colour that {@code charts-still.js} gives to text and lines, to be replaced by that of the page. */
    private static final String INK = "#101112";

    private static final Pattern ILLEGAL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]");

    /** On a page of its own, or as an image, a drawing follows the reader's system. */
    private static final String STYLE = """
            <style>
            svg { color: #24292f; background: #fff; }
            @media (prefers-color-scheme: dark) { svg { color: #d7dce2; background: #0f1419; } }
            </style>
            """;

    private Svg() {}

    /**
     * The drawing with its title and description, for use within a page.
     *
     * @param drawn as ECharts made it
     */
    static String described(String drawn, Figure figure) {
        String id = "chart-" + figure.id();
        String svg = SvgTrim.of(drawn, id + "-");
        int start = svg.indexOf("<svg");
        int end = svg.indexOf('>', start);
        if (start < 0 || end < 0) {
            throw new IllegalStateException("no drawing came of " + figure.id());
        }
        return svg.substring(start, end)
                + " role=\"img\" aria-labelledby=\"" + id + "-title " + id + "-desc\">\n<title id=\"" + id + "-title\">"
                + escape(figure.title()) + "</title>\n<desc id=\"" + id + "-desc\">" + escape(figure.description())
                + "</desc>\n"
                + legal(svg.substring(end + 1)).replace("\"" + INK + "\"", "\"currentColor\"");
    }

    /** The same as a file. */
    public static String standalone(String svg) {
        int end = svg.indexOf("</desc>") + "</desc>".length();
        return svg.substring(0, end) + "\n" + STYLE + svg.substring(end).strip() + "\n";
    }

    private static String escape(String text) {
        return legal(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** What no XML may contain, escaped or not, as names can: control characters, and halves of pairs. */
    private static String legal(String text) {
        return ILLEGAL.matcher(text).replaceAll("\uFFFD");
    }
}
