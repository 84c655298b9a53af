package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Measure;
import dev.pipemark.stats.Estimate;
import java.util.List;

/** Amounts of the board with the unit that suits each alone. */
final class Amounts {
    private Amounts() {}

    /** With its interval: {@code 390 k/s [250, 600]}. */
    static String text(Measure.Unit unit, Estimate amount) {
        return scale(unit, amount.value()).text(amount);
    }

    /** Without it: {@code 390 k/s}. */
    static String brief(Measure.Unit unit, double amount) {
        Scale scale = scale(unit, amount);
        return Scale.significant(amount / scale.size(), amount / scale.size() >= 100 ? 3 : 2) + " " + scale.unit();
    }

    static String time(double nanoseconds) {
        return brief(Measure.Unit.TIME, nanoseconds);
    }

    private static Scale scale(Measure.Unit unit, double amount) {
        return switch (unit) {
            case RATE -> Scale.rate(List.of(amount));
            case TIME -> Scale.time(List.of(amount));
            case BYTES -> Scale.BYTES;
        };
    }
}
