package dev.pipemark.report.doc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * The columns of a CSV file (RFC 4180, line feeds, UTF-8). Each has a name and takes its values from rows of one type. Numbers
 * have a decimal point and ten digits; unknown numbers are empty. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 *
 * @param <R> the type of the rows
 */
public final class Csv<R> {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    /** More digits than a measurement has, and fewer than rounding errors reach. */
    private static final MathContext DIGITS = new MathContext(10);

    /** Characters that begin a formula (OWASP, CSV Injection). Spreadsheets read the wide East Asian signs as plain ones. */
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("[+-]\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private final List<String> names = new ArrayList<>();
    private final List<Function<R, Object>> values = new ArrayList<>();

    /** Adds a column of texts and numbers. */
    public Csv<R> column(String name, Function<R, Object> value) {
        names.add(name);
        values.add(value);
        return this;
    }

    /** Returns a file with these columns and a line for each row. */
    public String of(Iterable<R> rows) {
        StringBuilder text = new StringBuilder(FORMAT.format(names.toArray())).append('\n');
        for (R row : rows) {
            Object[] cells =
                    values.stream().map(value -> cell(value.apply(row))).toArray();
            text.append(FORMAT.format(cells)).append('\n');
        }
        return text.toString();
    }

    private static String cell(Object value) {
        return value instanceof Number number ? number(number) : guard(String.valueOf(value));
    }

    private static String number(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.toPlainString();
    }

    /** Keeps a sign that stands alone: it is not a formula, and it means a missing codec or payload. */
    private static String guard(String value) {
        return value.length() > 1
                        && STARTS.indexOf(value.charAt(0)) >= 0
                        && !NUMBER.matcher(value).matches()
                ? "'" + value
                : value;
    }
}
