package dev.pipemark.report;

import dev.pipemark.report.Page.Block;
import dev.pipemark.report.Page.Figure;
import dev.pipemark.report.Page.Lines;
import dev.pipemark.report.Page.Section;
import dev.pipemark.report.Page.Table;
import dev.pipemark.report.Page.Value;
import java.util.Map;
import java.util.stream.Collectors;

/** A page as GitHub's Markdown. */
final class MarkdownWriter {
    private MarkdownWriter() {}

    /**
     * @param drawings by figure; a figure without one is left out
     */
    static String write(Page page, Map<String, String> drawings) {
        StringBuilder text =
                new StringBuilder("# ").append(escape(page.title())).append("\n");
        for (Section section : page.sections()) {
            text.append("\n")
                    .append("#".repeat(section.level()))
                    .append(' ')
                    .append(escape(section.title()))
                    .append("\n");
            for (Block block : section.blocks()) {
                if (block instanceof Table table) {
                    table(table, text);
                } else if (block instanceof Figure figure && drawings.containsKey(figure.id())) {
                    text.append("\n![")
                            .append(escape(figure.title()))
                            .append("](charts/")
                            .append(figure.id())
                            .append(".svg)\n");
                } else if (block instanceof Lines lines) {
                    lines(lines, text);
                }
            }
        }
        return text.toString();
    }

    private static void lines(Lines block, StringBuilder text) {
        String lead = block.code() ? "    " : block.lines().size() > 1 ? "- " : "";
        text.append("\n");
        for (String line : block.lines()) {
            text.append(lead)
                    .append(block.code() ? line.replaceAll("\\s+", " ") : escape(line))
                    .append("\n");
        }
    }

    private static void table(Table table, StringBuilder text) {
        text.append("\n**").append(escape(table.caption())).append("**\n\n|");
        table.columns()
                .forEach(column ->
                        text.append(' ').append(escape(column.title())).append(" |"));
        text.append("\n|");
        table.columns().forEach(column -> text.append(column.number() ? " ---: |" : " --- |"));
        text.append("\n");
        for (var row : table.rows()) {
            text.append(row.values().stream().map(MarkdownWriter::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
        }
        table.notes().forEach(note -> text.append("\n").append(escape(note)).append("\n"));
    }

    private static String cell(Value value) {
        return escape(value.text()) + (value.detail().isEmpty() ? "" : " " + escape(value.detail()));
    }

    /** So that a name or a reason is shown as it is, whatever characters it has, and stays within its cell. */
    static String escape(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*_\\[\\]~|])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
