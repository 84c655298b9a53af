package dev.pipemark.compare;

import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Estimate;
import java.util.List;
import java.util.Locale;

/** Texts that the page and the terminal share. */
final class CompareWords {
    private static final int DIGITS = 3;
    private static final int SHORT = 40;

    /** Explains the scores beside cells without a verdict. */
    static final String PRINTED =
            "By JMH: score ± error as in JMH's file. The error is half of a 99.9 % interval that treats the"
                    + " iterations of all forks as independent. It is not a verdict.";

    private CompareWords() {}

    /** Returns whether there are only JMH's own scores to show. */
    static boolean left(ComparedCell cell) {
        boolean printed = cell.base().printed() != null || cell.candidate().printed() != null;
        return printed && !cell.ratio().hasInterval();
    }

    /** Returns JMH's score of one side, if the cells have no verdict. Otherwise empty. */
    static String printed(ComparedCell cell, CellSide side) {
        JmhScore printed = side.printed();
        return printed != null && left(cell) ? printed.text() : "";
    }

    /** Formats a difference: {@code threads (1 → 8)}. Leaves out values that are long or missing in one run. */
    static String difference(EnvironmentDifference difference) {
        String values = difference.base() + " → " + difference.candidate();
        boolean told = values.length() <= SHORT && difference.both();
        return difference.what() + (told ? " (" + values + ")" : "");
    }

    /** Returns {@code base → new}. */
    static String title(Comparison comparison) {
        return comparison.base().name() + " → " + comparison.candidate().name();
    }

    /** Formats the counts: {@code 3 regressed, 1 fixed}. Leaves out zero counts. */
    static String counts(Comparison comparison) {
        List<String> counts = comparison.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count(count.getKey(), count.getValue()))
                .toList();
        return counts.isEmpty() ? "no cell in either run" : String.join(", ", counts);
    }

    /** Formats a count: {@code 2 new failures}. */
    static String count(CellStatus status, int count) {
        return count + " " + (status == CellStatus.NEW_FAILURE && count > 1 ? "new failures" : status.label());
    }

    /** Returns the sentence for two runs without differing facts. */
    static String alike(Comparison comparison) {
        if (comparison.cells().stream().noneMatch(cell -> cell.status().both())) {
            return "No cell is in both.";
        }
        return comparison.base().foreign() || comparison.candidate().foreign()
                ? "All facts that both runs record are the same."
                : "All recorded facts are the same.";
    }

    /**
     * Formats a value with its interval: {@code 1.12 [1.05, 1.19]}. Empty if unknown. Two digits without an interval.
     */
    static String ratio(Estimate ratio) {
        if (!ratio.known()) {
            return "";
        }
        return ratio.hasInterval() ? number(ratio.value(), DIGITS) + " " + interval(ratio) : number(ratio.value(), 2);
    }

    static String interval(Estimate ratio) {
        return ratio.hasInterval()
                ? "[" + number(ratio.lower(), DIGITS) + ", " + number(ratio.upper(), DIGITS) + "]"
                : "";
    }

    /** Formats a share: {@code 3 %}, {@code 4.2 %}. */
    static String percent(double fraction) {
        return number(100 * fraction, 2).replaceFirst("\\.0$", "") + " %";
    }

    /** Formats a change: {@code +1.2 %}, {@code -40 %}. It is {@code from 0} if the base is zero. */
    static String change(double fraction) {
        return Double.isInfinite(fraction)
                ? "from 0"
                : (fraction > 0 ? "+" : "") + number(100 * fraction, DIGITS) + " %";
    }

    /** Prints very large and very small values as powers of ten: intervals from few forks can reach that far. */
    private static String number(double value, int digits) {
        if (Double.isInfinite(value)) {
            return "∞";
        }
        double size = Math.abs(value);
        return value != 0 && (size >= 1e5 || size < 1e-4)
                ? String.format(Locale.ROOT, "%.0e", value)
                : Scale.significant(value, digits);
    }

    static String forks(ComparedCell cell) {
        int base = cell.base().forks();
        int candidate = cell.candidate().forks();
        return base == candidate ? String.valueOf(base) : base + " and " + candidate;
    }

    /** Explains the intervals. */
    static String intervals(Comparison comparison) {
        return "× is the ratio of the higher to the lower cost per operation. The column beside it names the run that"
                + " costs more. The intervals of "
                + comparison.intervals()
                + " cells hold together with 95 % confidence (Welch on logarithms of fork means, Bonferroni). They are"
                + " widened if the machine's fixed arithmetic took another time in the other run. A cell is equivalent"
                + " if its interval is within ±δ. Otherwise it is regressed if new costs more in the whole interval,"
                + " improved if base does, and inconclusive if neither does. δ is the larger one of the two runs: 3 %,"
                + " or the difference between their repeated cells.";
    }
}
