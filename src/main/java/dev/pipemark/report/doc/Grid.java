package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Column;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Builds a table column by column from rows of one type. The unit of a column is chosen from all its values. A column that
 * is empty in all rows is left out.
 *
 * @param <R> the type of the rows
 */
public final class Grid<R> {
    private final List<R> rows;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Value>> values = new ArrayList<>();

    public Grid(Collection<R> rows) {
        this.rows = List.copyOf(rows);
    }

    public Grid<R> text(String title, Function<R, String> text) {
        return add(
                new Column(title, false),
                rows.stream().map(row -> Value.text(text.apply(row))).toList());
    }

    /** Adds times in nanoseconds. */
    public Grid<R> time(String title, Function<R, Estimate> estimate) {
        Scale scale =
                Scale.time(rows.stream().map(row -> estimate.apply(row).value()).toList());
        return number(title + ", " + scale.unit(), row -> scale.value(estimate.apply(row)));
    }

    /** Adds times in nanoseconds, without intervals. */
    public Grid<R> time(String title, ToDoubleFunction<R> nanoseconds) {
        Scale scale = Scale.time(rows.stream().map(nanoseconds::applyAsDouble).toList());
        return number(title + ", " + scale.unit(), row -> scale.value(nanoseconds.applyAsDouble(row), 2));
    }

    /** Adds two columns of times in nanoseconds, without intervals. Both have the same unit, so that rows can be compared. */
    public Grid<R> times(
            String title, ToDoubleFunction<R> nanoseconds, String other, ToDoubleFunction<R> otherNanoseconds) {
        Scale scale = Scale.time(rows.stream()
                .flatMap(row -> Stream.of(nanoseconds.applyAsDouble(row), otherNanoseconds.applyAsDouble(row)))
                .toList());
        return number(title + ", " + scale.unit(), row -> scale.value(nanoseconds.applyAsDouble(row), 2))
                .number(other + ", " + scale.unit(), row -> scale.value(otherNanoseconds.applyAsDouble(row), 2));
    }

    /** Adds operations per second. */
    public Grid<R> rate(String title, Function<R, Estimate> estimate) {
        Scale scale =
                Scale.rate(rows.stream().map(row -> estimate.apply(row).value()).toList());
        return number(title + ", " + scale.unit(), row -> scale.value(estimate.apply(row)));
    }

    /** Adds bytes with this number of significant digits. */
    public Grid<R> bytes(String title, int digits, ToDoubleFunction<R> bytes) {
        return number(title + ", B", row -> Scale.BYTES.value(bytes.applyAsDouble(row), digits));
    }

    public Grid<R> percent(String title, ToDoubleFunction<R> percent) {
        return number(title + ", %", row -> Scale.PERCENT.value(percent.applyAsDouble(row), 2));
    }

    /** Adds factors to the best, from 1. */
    public Grid<R> times(String title, Function<R, Estimate> ratio) {
        return number(title, row -> Scale.ratio(ratio.apply(row)));
    }

    public Grid<R> number(String title, Function<R, Value> value) {
        return add(new Column(title, true), rows.stream().map(value).toList());
    }

    public Table table(String id, String caption, List<String> notes) {
        List<List<Value>> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            int line = row;
            lines.add(values.stream().map(column -> column.get(line)).toList());
        }
        return new Table(id, caption, List.copyOf(columns), lines, List.copyOf(notes));
    }

    private Grid<R> add(Column column, List<Value> cells) {
        if (cells.stream().anyMatch(cell -> !cell.text().isEmpty())) {
            columns.add(column);
            values.add(cells);
        }
        return this;
    }
}
