package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns the blocks of a page into values for the template of {@link HtmlWriter}. */
final class HtmlBlocks {
    private static final int ROWS_IN_SIGHT = 30;

    /** A longer text wraps. */
    private static final int LONGEST_NAME = 30;

    /** A longer text gets a wide column, so that its row does not fill a screen. */
    private static final int LONG = 90;

    private HtmlBlocks() {}

    /** Returns a block under the name of its kind. */
    static Map<String, Object> view(Block block) {
        if (block instanceof Table table) {
            return Map.of("table", view(table));
        } else if (block instanceof Figure figure) {
            return Map.of("figure", figure);
        }
        Lines lines = (Lines) block;
        return Map.of(lines.code() ? "code" : lines.lines().size() > 1 ? "list" : "paragraphs", lines);
    }

    /**
     * @param look the class of a text, by its length; empty for numbers
     */
    record Cell(String text, String detail, String look) {}

    /** Returns a table. It scrolls by itself if it is tall, so that its head stays in sight. */
    private static Map<String, Object> view(Table table) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Value> row : table.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (int at = 0; at < row.size(); at++) {
                Value value = row.get(at);
                boolean number =
                        table.columns().get(at).number() || value.text().isEmpty();
                cells.add(new Cell(value.text(), value.detail(), number ? "" : look(value.text(), at == 0)));
            }
            rows.add(cells);
        }
        return Map.of(
                "id", table.id(),
                "caption", table.caption(),
                "tall", rows.size() > ROWS_IN_SIGHT,
                "columns", table.columns(),
                "rows", rows,
                "notes", table.notes());
    }

    /** The head of a row is a text anyway. */
    private static String look(String text, boolean head) {
        return text.length() > LONG ? "text long" : text.length() > LONGEST_NAME ? "text wide" : head ? "" : "text";
    }
}
