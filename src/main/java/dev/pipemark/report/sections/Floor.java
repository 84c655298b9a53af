package dev.pipemark.report.sections;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.PairSizes;
import dev.pipemark.record.Parameter;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the least costs that a message of some size can cost there and back: bytes that no codec touches.
 *
 * @param bytes of its message
 */
record Floor(Score score, double bytes) {
    /** Sizes within this factor cost the same on a pipe. */
    private static final double NEAR = 1.1;

    /** Of all floors of a kind the one whose size is nearest, as a factor. */
    static Optional<Floor> nearest(List<Floor> floors, double bytes) {
        return floors.stream()
                .filter(floor -> floor.bytes > 0 && bytes > 0)
                .min(Comparator.comparingDouble(floor -> Math.abs(Math.log(floor.bytes / bytes))));
    }

    /** Round trips of {@code raw}: everything that other codecs go through, but for the codec. */
    static List<Floor> raw(Findings findings) {
        return of(
                findings,
                findings.scores(
                        cell -> Kind.of(cell) == Kind.TRIP && cell.codec().equals("raw")));
    }

    /** Frames there and back without coder and value. */
    static List<Floor> frames(Findings findings) {
        return of(
                findings,
                findings.scores(cell -> Benchmark.ECHO_FRAME.measures(cell)
                        && Kind.of(cell) == Kind.CONTROL
                        && Parameter.TRANSPORT.usual(cell)));
    }

    /** How large a cell's messages are; NaN when unknown. */
    static double size(Findings findings, Score score) {
        double noted = score.metric(Metric.MESSAGE_SIZE);
        if (!Double.isNaN(noted)) {
            return noted;
        }
        Cell cell = score.cell();
        PairSizes size = findings.size(cell.codec().equals(Cell.NONE) ? "raw" : cell.codec(), cell.payload());
        return size == null ? Double.NaN : size.mean();
    }

    /** The time in a unit, with the size it was taken at behind it, and how that is beside the message's. */
    Value in(Scale scale, double message) {
        Value time = scale.value(score.cost());
        return new Value(
                time.text(),
                (time.detail().isEmpty() ? "" : time.detail() + " ")
                        + String.format(Locale.ROOT, "at %,.0f B", bytes)
                        + (bytes * NEAR < message ? " (smaller)" : bytes > message * NEAR ? " (larger)" : ""),
                time.order());
    }

    private static List<Floor> of(Findings findings, List<Score> scores) {
        return scores.stream()
                .filter(Score::measured)
                .map(score -> new Floor(score, size(findings, score)))
                .filter(floor -> !Double.isNaN(floor.bytes))
                .toList();
    }
}
