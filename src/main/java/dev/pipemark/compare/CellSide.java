package dev.pipemark.compare;

import dev.pipemark.record.Costs;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Outcome;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Settling;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cell in one of two runs.
 *
 * @param outcome {@code measured}, {@code unsupported}, {@code failed}, {@code not reached} or {@code not planned}. For
 *     a pair that was tried but not timed, {@code arrives} or {@code unsupported}.
 * @param reason why there is no score, or why forks are missing or not reliable. Empty if there is nothing to report.
 * @param costs nanoseconds per operation of each finished fork, or of each round if the cell joins the groups of its
 *     table. NaN if the unit is neither a time nor a rate.
 * @param forked whether it ran in its own process. With JMH's {@code -f 0}, it ran in the runner's process.
 * @param printed the score in JMH's file, or {@code null} if there is none
 */
public record CellSide(
        String outcome,
        String reason,
        List<Double> costs,
        boolean forked,
        @Nullable JmhScore printed) {
    /** The side of a run that does not have the cell. */
    static final CellSide ABSENT = new CellSide("not planned", "");

    public CellSide {
        costs = List.copyOf(costs);
    }

    private CellSide(String outcome, String reason) {
        this(outcome, reason, List.of(), true, null);
    }

    /**
     * Creates the side of a cell.
     *
     * @param forks the forks of the cell
     * @param settling the settling of these forks
     * @param printed its score in JMH's file, or {@code null} if it comes from a results folder
     */
    static CellSide of(Outcome outcome, List<Fork> forks, Settling settling, @Nullable JmhScore printed) {
        if (outcome instanceof Outcome.Measured measured) {
            List<Double> costs = Costs.each(
                    forks.stream().filter(fork -> !fork.scores().isEmpty()).toList(), Fork::cost);
            boolean forked = measured.planned() > 0;
            List<String> doubts = new ArrayList<>();
            doubts.add(settling.remark());
            doubts.add(missing(measured, forks));
            doubts.removeIf(String::isEmpty);
            return new CellSide("measured", String.join("; ", doubts), costs, forked, printed);
        }
        String name = outcome instanceof Outcome.Unsupported
                ? "unsupported"
                : outcome instanceof Outcome.Failed ? "failed" : "not reached";
        return new CellSide(name, outcome.reason());
    }

    /** Creates the side of a pair that was tried but has no cell. */
    static CellSide of(PairCheck check) {
        return check.exact()
                ? new CellSide("arrives", "")
                : new CellSide("unsupported", check.outcome().reason());
    }

    /** Returns the number of forks with a score. Zero if it ran in the runner's own process. */
    public int forks() {
        return forked ? costs.size() : 0;
    }

    /** Returns whether the score is a time or a rate, so that the better direction is known. */
    boolean timed() {
        return printed == null || JmhUnit.of(printed.unit()).known();
    }

    public boolean measured() {
        return outcome.equals("measured");
    }

    /** Returns whether the cell was tried and has no score. */
    public boolean failed() {
        return outcome.equals("failed") || outcome.equals("unsupported");
    }

    /** Returns whether the cell was never tried. */
    public boolean absent() {
        return outcome.equals("not planned") || outcome.equals("not reached");
    }

    /** Returns the geometric mean over forks in ns/op, or NaN if there is none. */
    public double cost() {
        return Stats.estimate(costs).value();
    }

    private static String missing(Outcome.Measured measured, List<Fork> forks) {
        int planned = measured.planned();
        Fork first = forks.get(0);
        if (!measured.failures().isEmpty()) {
            return measured.failures().size() + " of " + forks.size() + " forks failed: "
                    + String.join("; ", measured.failures());
        } else if (first.scores().isEmpty()) {
            return "its file has no scores of its forks (rawData)";
        } else if (planned > 0
                && planned != forks.size()
                && first.note().facts().containsKey(ForkNote.FORKS)) {
            return "its file has " + forks.size() + " forks instead of " + planned;
        }
        return "";
    }
}
