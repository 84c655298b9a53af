package dev.pipemark.report.chart;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the data of all charts have in common. Numbers come with the texts that tables have for them. */
final class Chart {
    static final int WIDTH = 860;

    /** A row of a chart that has one for each codec, in pixels. */
    static final int LINE = 26;

    private static final MathContext DIGITS = new MathContext(5);

    /** Names in a sentence beyond which the rest is counted. */
    private static final int NAMED = 6;

    private Chart() {}

    /** A chart, unless it has fewer than two items: one dot is none. */
    static List<Figure> figure(
            String id,
            String title,
            String description,
            String draw,
            int width,
            int height,
            Map<String, Object> data,
            int items,
            String table) {
        if (items < 2) {
            return List.of();
        }
        Map<String, Object> all = new LinkedHashMap<>();
        data.forEach((name, value) -> all.put(name, rounded(value)));
        // A live chart is as high, and higher where the screen is narrow.
        all.put("height", height);
        return List.of(new Figure(id, title, description, draw, width, height, all, table, true));
    }

    /** Numbers to as many digits as a pixel of any chart can show, and some for whoever zooms. */
    private static Object rounded(Object value) {
        if (value instanceof Double number) {
            return Double.isInfinite(number) || Double.isNaN(number)
                    ? number
                    : new BigDecimal(number).round(DIGITS).doubleValue();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Chart::rounded).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((name, each) -> all.put(name, rounded(each)));
            return all;
        }
        return value;
    }

    /** Height of a chart with a row for each item. */
    static int rows(int items) {
        return 104 + LINE * items;
    }

    static Map<String, Object> item(CodecFacts codec, String extras) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", name(codec, extras));
        item.put("badge", codec.badge().isEmpty() ? "other" : codec.badge());
        String about = codec.badge()
                + (codec.badge().isEmpty() || codec.version().isEmpty() ? "" : ", ")
                + (codec.version().isEmpty() ? "" : "version " + codec.version());
        if (!about.isEmpty()) {
            item.put("about", about);
        }
        return item;
    }

    static String name(CodecFacts codec, String extras) {
        return codec.id() + (extras.isEmpty() ? "" : " " + extras);
    }

    /** The value and its interval, and both as a text. */
    static void put(Map<String, Object> item, Estimate estimate, String text) {
        item.put("value", estimate.value());
        if (estimate.hasInterval()) {
            item.put("lower", estimate.lower());
            item.put("upper", estimate.upper());
        }
        item.put("text", text);
    }

    /** Whether it has a place on a logarithmic axis. */
    static boolean drawable(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    /** A rate with its unit and interval. */
    static String rate(Estimate rate) {
        return Scale.rate(List.of(rate.value())).text(rate);
    }

    /** The same without its interval, as short as a label must be. */
    static String label(Scale scale, Estimate estimate) {
        return scale.value(estimate).text() + " " + scale.unit();
    }

    /** {@code ×1.20 [1.10, 1.30]}. */
    static String times(Estimate times) {
        return "×" + Scale.RATIO.value(times).words();
    }

    /** {@code a, b and c}, or {@code a, b, c, d, e, f and 9 more}. */
    static String list(List<String> names) {
        return names.size() <= NAMED + 1
                ? Names.list(names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
    }
}
