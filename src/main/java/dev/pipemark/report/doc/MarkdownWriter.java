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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a page as GitHub's Markdown, without its charts. */
public final class MarkdownWriter {
    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_\\[\\]~|])");

    /** The start of an address or of a named emoji. A time of day is neither. */
    private static final Pattern COLON = Pattern.compile("(?<!\\d):(?=//|[\\w+-]+:)|(?<=\\b[wW]{3})\\.");

    /** The start of a heading, a list or a rule. */
    private static final Pattern START = Pattern.compile("^([#+=-])|^(\\d+)([.)])");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

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
            text.append(fenced(block.lines()));
            return;
        }
        String lead = block.lines().size() > 1 ? "- " : "";
        block.lines().forEach(line -> text.append(lead).append(line(line)).append("\n"));
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
        table.notes().forEach(note -> text.append("\n").append(line(note)).append("\n"));
    }

    /** Returns a text that stands within a line or a cell. No name becomes a link, a formula, a picture or a line of its own. */
    public static String escape(String text) {
        String plain = MARKUP.matcher(text.replaceAll("[\\s\\p{Cntrl}]+", " "))
                .replaceAll("\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("$", "&#36;");
        return COLON.matcher(plain).replaceAll(found -> found.group().equals(".") ? "&#46;" : "&#58;");
    }

    /** Returns a text that begins a line, or follows a bullet. */
    static String line(String text) {
        return START.matcher(escape(text.strip())).replaceFirst(found -> {
            String mark = found.group(1);
            return mark == null ? found.group(2) + "\\\\" + found.group(3) : "\\\\" + mark;
        });
    }

    /** Returns lines as a code block. No line can close its fence. */
    private static String fenced(List<String> lines) {
        int longest = lines.stream()
                .flatMap(line -> BACKTICKS.matcher(line).results())
                .mapToInt(found -> found.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return lines.stream()
                .map(line -> line.replaceAll("[\\s\\p{Cntrl}]+", " "))
                .collect(Collectors.joining("\n", fence + "\n", "\n" + fence + "\n"));
    }
}
