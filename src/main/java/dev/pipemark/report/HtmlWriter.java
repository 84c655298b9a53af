package dev.pipemark.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.pipemark.report.Page.Block;
import dev.pipemark.report.Page.Figure;
import dev.pipemark.report.Page.Lines;
import dev.pipemark.report.Page.Table;
import dev.pipemark.report.Page.Value;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page as one HTML file that needs no other, from a template that escapes everything but our own style and script. */
final class HtmlWriter {
    private HtmlWriter() {}

    /**
     * @param drawings by figure; a figure without one is left out
     */
    static String write(Page page, Map<String, String> drawings) throws IOException {
        Template template = Mustache.compiler().compile(resource("report.mustache"));
        return template.execute(Map.of(
                "title", page.title(),
                "style", resource("report.css"),
                "script", resource("report.js"),
                "contents",
                        page.sections().stream()
                                .filter(section -> section.level() == 2)
                                .toList(),
                "sections",
                        page.sections().stream()
                                .map(section -> Map.of(
                                        "id", section.id(),
                                        "title", section.title(),
                                        "top", section.level() == 2,
                                        "blocks", blocks(section.blocks(), drawings)))
                                .toList()));
    }

    private static List<Map<String, Object>> blocks(List<Block> blocks, Map<String, String> drawings) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (Block block : blocks) {
            Map<String, Object> view = new HashMap<>(
                    Map.of("table", false, "figure", false, "code", false, "list", false, "lines", false));
            if (block instanceof Table table) {
                view.put(
                        "table",
                        Map.of(
                                "id", table.id(),
                                "caption", table.caption(),
                                "columns", table.columns(),
                                "rows",
                                        table.rows().stream()
                                                .map(row -> row(table, row.values()))
                                                .toList(),
                                "notes", table.notes()));
            } else if (block instanceof Figure figure && drawings.containsKey(figure.id())) {
                view.put(
                        "figure",
                        Map.of(
                                "id",
                                figure.id(),
                                "title",
                                figure.title(),
                                "svg",
                                drawings.getOrDefault(figure.id(), "")));
            } else if (block instanceof Lines lines) {
                view.put(
                        lines.code() ? "code" : lines.lines().size() > 1 ? "list" : "lines",
                        Map.of("lines", lines.lines()));
            }
            views.add(view);
        }
        return views;
    }

    private static Map<String, Object> row(Table table, List<Value> row) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int column = 1; column < row.size(); column++) {
            Value value = row.get(column);
            cells.add(Map.of(
                    "text", value.text(),
                    "detail", value.detail(),
                    "detailed", !value.detail().isEmpty(),
                    "order", table.columns().get(column).number() ? order(value) : "",
                    "number", table.columns().get(column).number()));
        }
        return Map.of("head", row.get(0).text(), "cells", cells);
    }

    private static String order(Value value) {
        return value.order() instanceof Double number && !number.isNaN() ? number.toString() : "";
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlWriter.class.getResourceAsStream("/dev/pipemark/report/" + name)) {
            if (in == null) {
                throw new FileNotFoundException(name + " is not in this jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
