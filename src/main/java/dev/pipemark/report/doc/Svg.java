package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Figure;
import java.util.regex.Pattern;

/** Adds a title and a description to a drawing, and ink that follows the reader's colours. */
public final class Svg {
    /** The colour that {@code charts-still.js} gives to text and lines. */
    private static final String INK = "#101112";

    /** The prefix of the names of parts. Its number depends on earlier drawings. */
    private static final Pattern PARTS = Pattern.compile("(?<=\"(?:url\\(#)?)zr\\d+-");

    /** Styles and attributes for interaction, which a still drawing does not need. They are half of ECharts' output. */
    private static final Pattern FOR_SCRIPTS =
            Pattern.compile("(?s)<style\\b.*?</style>\\s*|(?<=\") (?:ecmeta_\\w+|class)=\"[^\"]*\"");

    private static final Pattern ILLEGAL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]");

    private static final String STYLE = """
            <style>
            svg { color: #24292f; background: #fff; }
            @media (prefers-color-scheme: dark) { svg { color: #d7dce2; background: #0f1419; } }
            </style>
            """;

    private Svg() {}

    /**
     * Returns a drawing with its title and description.
     *
     * @param drawn the output of ECharts
     */
    static String described(String drawn, Figure figure) {
        String id = "chart-" + figure.id();
        String svg = PARTS.matcher(FOR_SCRIPTS.matcher(drawn).replaceAll("")).replaceAll("");
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

    /** Returns a drawing as a file, which follows the colours of the reader's system. */
    public static String standalone(String svg) {
        int end = svg.indexOf("</desc>") + "</desc>".length();
        return svg.substring(0, end) + "\n" + STYLE + svg.substring(end).strip() + "\n";
    }

    /** Escapes a text for XML. */
    public static String escape(String text) {
        return legal(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** Replaces the characters that XML forbids even if escaped: control characters and lone surrogates. */
    private static String legal(String text) {
        return ILLEGAL.matcher(text).replaceAll("\uFFFD");
    }
}
