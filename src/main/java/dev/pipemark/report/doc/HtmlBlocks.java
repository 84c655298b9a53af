package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Claims;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a page as the template of {@link HtmlWriter} takes them. */
final class HtmlBlocks {
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> drawings;

    /** What links may point at: the name in the file, by the name in the page. */
    private final Map<String, String> targets = new HashMap<>();

    private final Map<String, String> captions = new HashMap<>();
    private int widest = 1;

    HtmlBlocks(Page page, Map<String, String> drawings) {
        this.drawings = drawings;
        for (Section section : page.sections()) {
            targets.put(section.id(), section.id());
            for (Block block : section.blocks()) {
                if (block instanceof Table table) {
                    targets.put(table.id(), table.id());
                    captions.put(table.id(), table.caption());
                    table.rows().forEach(row -> targets.put(row.id(), row.id()));
                    widest = Math.max(widest, table.columns().size());
                } else if (block instanceof Figure figure) {
                    targets.putIfAbsent(figure.id(), "figure-" + figure.id());
                }
            }
        }
        targets.remove("");
    }

    /** How many columns the widest table has. */
    int widest() {
        return widest;
    }

    /** One block, under the name of its kind. */
    Map<String, Object> view(Block block) {
        if (block instanceof Table table) {
            return Map.of("table", HtmlTable.of(table));
        }
        if (block instanceof Figure figure) {
            return Map.of("figure", figure(figure));
        }
        if (block instanceof Claims claims) {
            return Map.of(
                    "claims",
                    Map.of("items", claims.claims().stream().map(this::claim).toList()));
        }
        Lines lines = (Lines) block;
        return Map.of(lines.code() ? "code" : lines.lines().size() > 1 ? "list" : "paragraphs", lines);
    }

    /**
     * @param href empty where there is no such place
     */
    record Place(String label, String href) {}

    record ClaimView(String text, List<Place> rests) {}

    private ClaimView claim(Claim claim) {
        return new ClaimView(
                claim.text(), claim.rests().stream().map(this::place).toList());
    }

    private Place place(Link link) {
        return new Place(link.label(), targets.getOrDefault(link.target(), ""));
    }

    /**
     * @param svg empty where it is drawn by the scripts alone
     * @param source the table with its numbers
     */
    record FigureView(
            String id,
            String kind,
            String title,
            String description,
            int width,
            int height,
            String svg,
            String data,
            @Nullable Place source) {}

    private FigureView figure(Figure figure) {
        String caption = captions.get(figure.table());
        return new FigureView(
                figure.id(),
                figure.draw(),
                figure.title(),
                figure.description(),
                figure.width(),
                figure.height(),
                drawings.getOrDefault(figure.id(), ""),
                data(figure),
                caption == null ? null : new Place(caption, figure.table()));
    }

    /** No name in it can end the element that it stands in. */
    private String data(Figure figure) {
        return json.writeValueAsString(figure.data())
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
    }
}
