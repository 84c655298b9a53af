package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Column;
import dev.pipemark.report.doc.Page.Row;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as the template of {@link HtmlWriter} takes it.
 *
 * @param looks a class for each column that holds numbers ({@code n1} for the first), names or sentences of some
 *     length ({@code w1}), or long ones ({@code x1})
 * @param tall whether it scrolls by itself, so that its columns' titles stay in sight
 */
record HtmlTable(
        String id,
        String caption,
        String looks,
        boolean tall,
        List<Head> columns,
        List<Line> rows,
        List<String> notes) {
    private static final int ROWS_IN_SIGHT = 30;

    /** What is longer than this is broken into lines. */
    private static final int LONGEST_NAME = 30;

    /** What is longer than this needs a wide column, or a row would fill a screen. */
    private static final int LONG = 90;

    /** Enough to sort by. */
    private static final MathContext DIGITS = new MathContext(6);

    /** A number as {@code report.js} reads it. */
    private static final Pattern READABLE = Pattern.compile("-?\\d[\\d,]*(\\.\\d+)?");

    /**
     * @param ordered whether its cells say what they are sorted by, since their text does not
     */
    record Head(String title, boolean number, boolean ordered) {}

    record Line(String id, String family, String codec, String badge, String head, List<Item> cells) {}

    record Item(String text, String detail, String order) {}

    static HtmlTable of(Table table) {
        List<Head> heads = new ArrayList<>();
        for (int at = 0; at < table.columns().size(); at++) {
            Column column = table.columns().get(at);
            heads.add(new Head(column.title(), column.number(), column.number() && !sortsAsRead(table.rows(), at)));
        }
        return new HtmlTable(
                table.id(),
                table.caption(),
                IntStream.range(0, heads.size())
                        .mapToObj(at -> look(heads.get(at), table.rows(), at))
                        .filter(look -> !look.isEmpty())
                        .collect(Collectors.joining(" ")),
                table.rows().size() > ROWS_IN_SIGHT,
                heads,
                table.rows().stream().map(row -> line(row, heads)).toList(),
                table.notes());
    }

    private static Line line(Row row, List<Head> heads) {
        List<Item> cells = new ArrayList<>();
        for (int at = 1; at < row.values().size(); at++) {
            Value value = row.values().get(at);
            OptionalDouble order = heads.get(at).ordered() ? order(value) : OptionalDouble.empty();
            cells.add(new Item(value.text(), value.detail(), order.isPresent() ? plain(order.getAsDouble()) : ""));
        }
        return new Line(
                row.id(),
                row.facets().family(),
                row.facets().codec(),
                row.facets().badge(),
                row.values().get(0).text(),
                cells);
    }

    /** Whether the numbers that are printed ascend as those do that were measured. */
    private static boolean sortsAsRead(List<Row> rows, int column) {
        List<Value> values = rows.stream().map(row -> row.values().get(column)).toList();
        if (values.stream().anyMatch(value -> order(value).isPresent() != readable(value))) {
            return false;
        }
        List<Value> ascending = values.stream()
                .filter(HtmlTable::readable)
                .sorted(Comparator.comparingDouble(value -> order(value).orElseThrow()))
                .toList();
        for (int at = 1; at < ascending.size(); at++) {
            if (read(ascending.get(at)) < read(ascending.get(at - 1))) {
                return false;
            }
        }
        return true;
    }

    private static String look(Head head, List<Row> rows, int column) {
        int longest = rows.stream()
                .mapToInt(row -> row.values().get(column).text().length())
                .max()
                .orElse(0);
        String look = head.number() ? "n" : longest > LONG ? "x" : longest > LONGEST_NAME ? "w" : "";
        return look.isEmpty() ? look : look + (column + 1);
    }

    private static OptionalDouble order(Value value) {
        return value.order() instanceof Number number && !Double.isNaN(number.doubleValue())
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    private static boolean readable(Value value) {
        return READABLE.matcher(value.text()).matches();
    }

    private static double read(Value value) {
        return Double.parseDouble(value.text().replace(",", ""));
    }

    private static String plain(double value) {
        return Double.isInfinite(value)
                ? String.valueOf(value)
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString();
    }
}
