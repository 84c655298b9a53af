package dev.pipemark.report.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a CSV file. Each has a name and takes its values from rows of one type.
 *
 * @param <R> the type of the rows
 */
public final class CsvColumns<R> {
    private final List<String> names = new ArrayList<>();
    private final List<Function<R, Object>> values = new ArrayList<>();

    /** Adds a column of texts and numbers. */
    public CsvColumns<R> column(String name, Function<R, Object> value) {
        names.add(name);
        values.add(value);
        return this;
    }

    /** Returns a file with these columns and a line for each row. */
    public String of(Iterable<R> rows) {
        Csv csv = new Csv(names.toArray(String[]::new));
        for (R row : rows) {
            csv.row(values.stream().map(value -> value.apply(row)).toArray());
        }
        return csv.toString();
    }
}
