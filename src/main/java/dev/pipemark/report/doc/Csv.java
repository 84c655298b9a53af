package dev.pipemark.report.doc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * Rows of a CSV file (RFC 4180, line feeds, UTF-8). Numbers have a decimal point and ten digits; unknown numbers are empty.
 * A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class Csv {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    /** More digits than a measurement has, and fewer than rounding errors reach. */
    private static final MathContext DIGITS = new MathContext(10);

    /** Characters that begin a formula (OWASP, CSV Injection). Spreadsheets read the wide East Asian signs as plain ones. */
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("[+-]\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private final StringBuilder text = new StringBuilder();

    public Csv(String... columns) {
        text.append(FORMAT.format((Object[]) columns)).append('\n');
    }

    /** Adds a row of texts and numbers. */
    public Csv row(Object... values) {
        List<Object> cells = new ArrayList<>();
        for (Object value : values) {
            cells.add(value instanceof Number number ? number(number) : guard(String.valueOf(value)));
        }
        text.append(FORMAT.format(cells.toArray())).append('\n');
        return this;
    }

    private static String number(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.toPlainString();
    }

    /** Keeps a lone sign as it is: it is no formula, and stands for a missing codec or payload. */
    private static String guard(String value) {
        return value.length() > 1
                        && STARTS.indexOf(value.charAt(0)) >= 0
                        && !NUMBER.matcher(value).matches()
                ? "'" + value
                : value;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
