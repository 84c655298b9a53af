package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Score;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Stats;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of one process, one a repeat.
 *
 * @param middle their geometric mean
 */
record PythonTimes(Estimate middle, double least, double most) {
    /**
     * How far from ours.
     *
     * @param times the slower over the faster, 1 or more
     */
    record Beside(Value times, String word) {
        static final Beside NONE = new Beside(Value.BLANK, "");
    }

    static PythonTimes of(List<Double> values) {
        return values.isEmpty()
                ? new PythonTimes(Estimate.NONE, Double.NaN, Double.NaN)
                : new PythonTimes(Stats.estimate(values), Collections.min(values), Collections.max(values));
    }

    /** Values per second, with their range. */
    Value rate() {
        return in(new Scale("/s", 1));
    }

    /** Nanoseconds in microseconds, with their range. */
    Value micros() {
        return in(new Scale("µs", 1e3));
    }

    Beside beside(Optional<Score> ours) {
        if (ours.isEmpty() || !middle.known()) {
            return Beside.NONE;
        }
        Estimate cost = ours.get().cost();
        double ratio = middle.value() / cost.value();
        String word = "meets";
        if (cost.hasInterval() && least > cost.upper()) {
            word = "slower";
        } else if (cost.hasInterval() && most < cost.lower()) {
            word = "faster";
        }
        return new Beside(Scale.RATIO.value(Math.max(ratio, 1 / ratio), 2), word);
    }

    /** No finer than the range; one value alone to two digits. */
    private Value in(Scale scale) {
        if (!middle.known() || least == most) {
            return scale.value(middle.value(), 2);
        }
        Value value = scale.value(new Estimate(middle.value(), least, most, middle.forks()));
        return new Value(
                value.text(), value.detail().replace("[", "(").replace("]", ")").replace(", ", " to "), value.order());
    }
}
