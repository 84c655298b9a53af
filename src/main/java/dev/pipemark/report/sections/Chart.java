package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Contender;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.stats.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The common parts of the data of all charts, which the scripts draw. Numbers come with the texts that tables show for them. */
final class Chart {
    /** The height of a row, in pixels, in a chart with a row for each codec. */
    private static final int LINE = 26;

    private Chart() {}

    /**
     * Returns a chart of these items; none if there are fewer than two.
     *
     * @param height of the plot, in pixels
     * @param table the id of the table with the numbers
     */
    static List<Figure> figure(
            String id,
            String title,
            String description,
            String draw,
            int height,
            List<Map<String, Object>> items,
            Map<String, Object> more,
            String table) {
        if (items.size() < 2) {
            return List.of();
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("items", items);
        all.putAll(more);
        all.put("height", height);
        return List.of(new Figure(id, title, description, draw, all, table));
    }

    /** Returns the height of a plot with a row for each item. */
    static int rows(int items) {
        return 16 + LINE * items;
    }

    static Map<String, Object> item(Findings findings, Contender arm) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", arm.codec() + (arm.extras().isEmpty() ? "" : " " + arm.extras()));
        String version = findings.codec(arm.codec()).version();
        if (!version.isEmpty()) {
            item.put("about", "version " + version);
        }
        return item;
    }

    /** Adds a value, its interval, and their text. */
    static void put(Map<String, Object> item, Estimate estimate, String text) {
        item.put("value", estimate.value());
        if (estimate.hasInterval()) {
            item.put("lower", estimate.lower());
            item.put("upper", estimate.upper());
        }
        item.put("text", text);
    }

    /** Returns whether a logarithmic axis has a place for the value. */
    static boolean drawable(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    /** Returns a rate with its unit and interval. */
    static String rate(Estimate rate) {
        return Scale.rate(List.of(rate.value())).text(rate);
    }
}
