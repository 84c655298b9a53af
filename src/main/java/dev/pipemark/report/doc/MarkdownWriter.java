package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Picture;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a page as GitHub's Markdown, without its charts. */
public final class MarkdownWriter {
    private final StringBuilder text = new StringBuilder();

    private MarkdownWriter() {}

    public static String write(Page page) {
        return new MarkdownWriter().all(page.title(), page.sections(), 2);
    }

    /** Returns a file for each top section, with its parts, by file name. */
    public static Map<String, String> files(Page page) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (List<Section> chapter : page.chapters()) {
            Section top = chapter.get(0);
            texts.put(top.id() + ".md", new MarkdownWriter().all(top.title(), chapter, 3));
        }
        return texts;
    }

    /** Returns a list of links to those files, in the folder {@code from}. */
    public static String contents(Page page, String from) {
        return page.chapters().stream()
                .map(chapter -> chapter.get(0))
                .map(section -> "- [" + escape(section.title()) + "](" + from + "/" + section.id() + ".md)\n")
                .collect(Collectors.joining("", "\n", ""));
    }

    /**
     * @param level sections of a higher level have no heading
     */
    private String all(String title, List<Section> sections, int level) {
        text.append("# ").append(escape(title)).append("\n");
        for (Section section : sections) {
            if (section.level() >= level) {
                text.append("\n").append("#".repeat(section.level())).append(' ');
                text.append(escape(section.title())).append("\n");
            }
            section.blocks().forEach(this::block);
        }
        return text.toString();
    }

    private void block(Block block) {
        if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Lines lines) {
            lines(lines);
        } else if (block instanceof Picture picture) {
            text.append("\n![").append(escape(picture.title())).append("](");
            text.append(picture.file()).append(")\n");
        }
    }

    private void lines(Lines block) {
        text.append("\n");
        if (block.code()) {
            text.append(MarkdownText.fenced(block.lines()));
            return;
        }
        String lead = block.lines().size() > 1 ? "- " : "";
        block.lines()
                .forEach(line ->
                        text.append(lead).append(MarkdownText.line(line)).append("\n"));
    }

    private void table(Table table) {
        text.append("\n**").append(escape(table.caption())).append("**\n\n|");
        table.columns()
                .forEach(column ->
                        text.append(' ').append(escape(column.title())).append(" |"));
        text.append("\n|");
        table.columns().forEach(column -> text.append(column.number() ? " ---: |" : " --- |"));
        text.append("\n");
        for (List<Value> row : table.rows()) {
            text.append(
                    row.stream().map(value -> escape(value.words())).collect(Collectors.joining(" | ", "| ", " |\n")));
        }
        table.notes()
                .forEach(note ->
                        text.append("\n").append(MarkdownText.line(note)).append("\n"));
    }

    /** Returns a text that Markdown shows as it is, within its cell. */
    public static String escape(String text) {
        return MarkdownText.escape(text);
    }
}
