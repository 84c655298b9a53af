package dev.pipemark.cli;

import java.util.Locale;

/** Formats a score with two digits and a suitable unit. */
final class Scores {
    private static final String[] RATES = {"/s", " k/s", " M/s", " G/s"};
    private static final String[] TIMES = {" ns", " µs", " ms", " s"};

    private Scores() {}

    static String words(double score, String unit) {
        if (!Double.isFinite(score) || score <= 0) {
            return "no score";
        }
        String[] units = unit.equals("ops/s") ? RATES : TIMES;
        double value = score;
        int step = 0;
        while (value >= 995 && step < units.length - 1) {
            value /= 1000;
            step++;
        }
        double digits = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        double rounded = Math.round(value / digits) * digits;
        return String.format(Locale.ROOT, rounded < 10 ? "%.1f" : "%.0f", rounded) + units[step];
    }
}
