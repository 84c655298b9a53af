package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Claims;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.doc.Page.Row;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A page as GitHub's Markdown. What a link points at gets an anchor, and nothing else does. */
public final class MarkdownWriter {
    /** Drawings as seen from a file that has one section of a page. */
    private static final String BESIDE = "../charts/";

    private final Map<String, String> drawings;

    /** Where the drawings are, from the file that is written. */
    private final String charts;

    /** Addresses of what links point at, where that is in another file. */
    private final Map<String, String> files;

    /** What the page's links point at. */
    private final Set<String> wanted = new HashSet<>();

    /** What there is for them to point at. */
    private final Set<String> present = new HashSet<>();

    private final StringBuilder text = new StringBuilder();

    private MarkdownWriter(Page page, Map<String, String> drawings, String charts, Map<String, String> files) {
        this.drawings = drawings;
        this.charts = charts;
        this.files = files;
        for (Section section : page.sections()) {
            present.add(section.id());
            section.blocks().forEach(this::links);
        }
    }

    /**
     * @param drawings by figure; a figure without one is left out
     */
    public static String write(Page page, Map<String, String> drawings) {
        return write(page, drawings, Map.of());
    }

    /**
     * @param files addresses of what links point at, where that is in another file
     */
    public static String write(Page page, Map<String, String> drawings, Map<String, String> files) {
        return new MarkdownWriter(page, drawings, "charts/", files).text(page);
    }

    /**
     * A file for each section of the page's own, with those below it.
     *
     * @param drawings by figure; they are in the folder {@code charts} beside that of these files
     * @return texts by file name
     */
    public static Map<String, String> files(Page page, Map<String, String> drawings) {
        MarkdownWriter all = new MarkdownWriter(page, drawings, "", Map.of());
        Map<String, Page> pages = new LinkedHashMap<>();
        Map<String, String> homes = new HashMap<>();
        for (List<Section> chapter : page.chapters()) {
            String file = chapter.get(0).id() + ".md";
            Page own = new Page(chapter.get(0).title(), chapter);
            new MarkdownWriter(own, drawings, "", Map.of()).present.forEach(id -> homes.put(id, file + "#" + id));
            pages.put(file, own);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        pages.forEach((file, own) -> {
            MarkdownWriter writer = new MarkdownWriter(own, drawings, BESIDE, homes);
            writer.wanted.addAll(all.wanted);
            texts.put(file, writer.text(own));
        });
        return texts;
    }

    private boolean alone() {
        return charts.equals(BESIDE);
    }

    private String text(Page page) {
        text.append("# ").append(escape(page.title())).append("\n");
        page.sections().forEach(this::section);
        return text.toString();
    }

    private void links(Block block) {
        if (block instanceof Table table) {
            present.add(table.id());
            table.rows().forEach(row -> present.add(row.id()));
        } else if (block instanceof Figure figure && drawings.containsKey(figure.id())) {
            present.add(figure.id());
            wanted.add(figure.table());
        } else if (block instanceof Claims claims) {
            claims.claims().forEach(claim -> claim.rests().forEach(link -> wanted.add(link.target())));
        }
    }

    private void section(Section section) {
        text.append("\n");
        if (wanted.contains(section.id()) && (alone() || !section.id().equals(headingAnchor(section.title())))) {
            text.append(anchor(section.id())).append("\n\n");
        }
        // Of a file with one section the title stands above it.
        if (!alone() || section.level() > 2) {
            text.append("#".repeat(section.level()))
                    .append(' ')
                    .append(escape(section.title()))
                    .append("\n");
        }
        for (Block block : section.blocks()) {
            if (block instanceof Table table) {
                table(table);
            } else if (block instanceof Figure figure) {
                figure(figure);
            } else if (block instanceof Claims claims) {
                claims(claims);
            } else if (block instanceof Lines lines) {
                lines(lines);
            }
        }
    }

    private void claims(Claims claims) {
        text.append("\n");
        for (Claim claim : claims.claims()) {
            text.append("- ").append(MarkdownText.line(claim.text()));
            text.append(claim.rests().isEmpty() ? "" : " ")
                    .append(claim.rests().stream().map(this::link).collect(Collectors.joining(" · ")))
                    .append("\n");
        }
    }

    private String link(Link link) {
        String place = present.contains(link.target()) ? "#" + link.target() : files.get(link.target());
        return place == null ? escape(link.label()) : "[" + escape(link.label()) + "](" + place + ")";
    }

    private void figure(Figure figure) {
        if (!drawings.containsKey(figure.id())) {
            return;
        }
        text.append("\n").append(wanted.contains(figure.id()) ? anchor(figure.id()) : "");
        text.append("![")
                .append(escape(figure.title()))
                .append("](")
                .append(charts)
                .append(figure.id())
                .append(".svg)\n");
        if (!figure.table().isEmpty() && (present.contains(figure.table()) || files.containsKey(figure.table()))) {
            text.append("\n")
                    .append(link(new Link("The numbers of this chart", figure.table())))
                    .append("\n");
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
        text.append("\n").append(wanted.contains(table.id()) ? anchor(table.id()) : "");
        text.append("**").append(escape(table.caption())).append("**\n\n|");
        table.columns()
                .forEach(column ->
                        text.append(' ').append(escape(column.title())).append(" |"));
        text.append("\n|");
        table.columns().forEach(column -> text.append(column.number() ? " ---: |" : " --- |"));
        text.append("\n");
        table.rows().forEach(this::row);
        table.notes()
                .forEach(note ->
                        text.append("\n").append(MarkdownText.line(note)).append("\n"));
    }

    private void row(Row row) {
        String anchor = !row.id().isEmpty() && wanted.contains(row.id()) ? anchor(row.id()) : "";
        text.append(row.values().stream()
                .map(MarkdownWriter::cell)
                .collect(Collectors.joining(" | ", "| " + anchor, " |\n")));
    }

    private static String cell(Value value) {
        return escape(value.text()) + (value.detail().isEmpty() ? "" : " " + escape(value.detail()));
    }

    private static String anchor(String id) {
        return "<a id=\"" + id + "\"></a>";
    }

    /** What GitHub calls a heading. */
    private static String headingAnchor(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                .replace(' ', '-');
    }

    /** So that a name or a reason is shown as it is, whatever characters it has, and stays within its cell. */
    public static String escape(String text) {
        return MarkdownText.escape(text);
    }
}
