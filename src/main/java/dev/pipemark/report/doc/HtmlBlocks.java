package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Column;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the blocks of a page into values for the template of {@link HtmlWriter}. */
final class HtmlBlocks {
    private static final int ROWS_IN_SIGHT = 30;

    /** A longer text wraps. */
    private static final int LONGEST_NAME = 30;

    /** A longer text gets a wide column, so that its row does not fill a screen. */
    private static final int LONG = 90;

    /** Captions of tables by id. */
    private final Map<String, String> captions = new HashMap<>();

    HtmlBlocks(Page page) {
        page.sections().stream().flatMap(section -> section.blocks().stream()).forEach(block -> {
            if (block instanceof Table table) {
                captions.put(table.id(), table.caption());
            }
        });
    }

    /** Returns a block under the name of its kind. */
    Map<String, Object> view(Block block) {
        if (block instanceof Table table) {
            return Map.of("table", view(table));
        } else if (block instanceof Figure figure) {
            return Map.of("figure", view(figure));
        }
        Lines lines = (Lines) block;
        return Map.of(lines.code() ? "code" : lines.lines().size() > 1 ? "list" : "paragraphs", lines);
    }

    /**
     * @param tall whether the table scrolls by itself, so that its head stays in sight
     */
    record TableView(
            String id, String caption, boolean tall, List<Column> columns, List<RowView> rows, List<String> notes) {}

    record RowView(Cell head, List<Cell> cells) {}

    /**
     * @param look the class of a text, by its length; empty for numbers
     */
    record Cell(String text, String detail, String look) {}

    private static TableView view(Table table) {
        List<RowView> rows = new ArrayList<>();
        for (List<Value> row : table.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (int at = 0; at < row.size(); at++) {
                Value value = row.get(at);
                boolean text =
                        !table.columns().get(at).number() && !value.text().isEmpty();
                String look = text ? look(value.text()) : "";
                // A head is a text anyway.
                cells.add(new Cell(value.text(), value.detail(), at == 0 && look.equals("text") ? "" : look));
            }
            rows.add(new RowView(cells.get(0), cells.subList(1, cells.size())));
        }
        return new TableView(
                table.id(), table.caption(), rows.size() > ROWS_IN_SIGHT, table.columns(), rows, table.notes());
    }

    private static String look(String text) {
        return text.length() > LONG ? "text long" : text.length() > LONGEST_NAME ? "text wide" : "text";
    }

    /**
     * @param source the caption of the table with its numbers; empty if the page has no such table
     */
    record FigureView(Figure figure, String source) {}

    private FigureView view(Figure figure) {
        return new FigureView(figure, captions.getOrDefault(figure.table(), ""));
    }
}
