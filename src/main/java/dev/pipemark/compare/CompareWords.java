package dev.pipemark.compare;

import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Estimate;
import java.util.List;
import java.util.Locale;

/** The words that the page and the terminal share. */
final class CompareWords {
    private static final int DIGITS = 3;
    private static final int SHORT = 40;

    /** What stands beside cells without a verdict. */
    static final String PRINTED = "By JMH: score ± error as JMH's own file has them. The error is half of its 99.9 %"
            + " interval, which takes the iterations of all forks for independent; it is no verdict.";

    private CompareWords() {}

    /** Whether nothing is said of the two but what JMH says of each. */
    static boolean left(ComparedCell cell) {
        boolean printed = cell.base().printed() != null || cell.candidate().printed() != null;
        return printed && !cell.ratio().hasInterval();
    }

    /** The score of one side as JMH gives it, where the two have no verdict; empty otherwise. */
    static String printed(ComparedCell cell, CellSide side) {
        JmhScore printed = side.printed();
        return printed != null && left(cell) ? printed.text() : "";
    }

    /** {@code threads (1 → 8)}; without values that are long, or that one of the runs does not have. */
    static String difference(EnvironmentDifference difference) {
        String values = difference.base() + " → " + difference.candidate();
        boolean told = values.length() <= SHORT && difference.both();
        return difference.what() + (told ? " (" + values + ")" : "");
    }

    /** {@code base → new}. */
    static String title(Comparison comparison) {
        return comparison.base().name() + " → " + comparison.candidate().name();
    }

    /** {@code 3 regressed, 1 fixed}; what none has is left out. */
    static String counts(Comparison comparison) {
        List<String> counts = comparison.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count(count.getKey(), count.getValue()))
                .toList();
        return counts.isEmpty() ? "no cell in either run" : String.join(", ", counts);
    }

    /** {@code 2 new failures}. */
    static String count(CellStatus status, int count) {
        return count + " " + (status == CellStatus.NEW_FAILURE && count > 1 ? "new failures" : status.label());
    }

    /** What there is to say where no fact differs. */
    static String alike(Comparison comparison) {
        if (comparison.cells().stream().noneMatch(cell -> cell.status().both())) {
            return "No cell is in both.";
        }
        return comparison.base().foreign() || comparison.candidate().foreign()
                ? "Every fact that both have on record is the same."
                : "Every recorded fact is the same.";
    }

    /** Which of the two costs more; empty when neither is known to. */
    static String dearer(Estimate ratio) {
        return !ratio.known() || ratio.value() == 1 ? "" : ratio.value() > 1 ? "new" : "base";
    }

    /** A value with its interval, {@code 1.12 [1.05, 1.19]}; empty when unknown, two digits without an interval. */
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

    /** {@code 3 %}, {@code 4.2 %}. */
    static String percent(double fraction) {
        return number(100 * fraction, 2).replaceFirst("\\.0$", "") + " %";
    }

    /** {@code +1.2 %}, {@code -40 %}; {@code from 0} where there was nothing. */
    static String change(double fraction) {
        return Double.isInfinite(fraction)
                ? "from 0"
                : (fraction > 0 ? "+" : "") + number(100 * fraction, DIGITS) + " %";
    }

    /** An interval that few forks make wide may reach far: such ends are powers of ten. */
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

    /** How the intervals are to be read. */
    static String intervals(Comparison comparison) {
        return "× is how many times as much the dearer of the two costs per operation, and which one that is stands"
                + " beside it. Intervals of "
                + comparison.intervals()
                + " cells hold together with 95 % (Welch on logarithms of fork means, Bonferroni), widened where the machine's fixed arithmetic took another"
                + " time in the other run; the status rests on"
                + " them: wholly within ±δ is equivalent, else wholly above 1 regressed where new is the dearer one and"
                + " improved where base is, the rest inconclusive. δ is the larger of the two runs': 3 %, or what their repeated cells differ by.";
    }
}
