package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.FixedWork;
import dev.pipemark.record.Resolution;
import dev.pipemark.record.Run;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.LogRatio;
import dev.pipemark.stats.Stats;
import dev.pipemark.stats.Verdict;
import org.jspecify.annotations.Nullable;

/** Gives each cell its status, from one family of intervals. */
final class Judge {
    private final Run base;
    private final Run candidate;
    private final double confidence;
    private final FixedWork work;

    /**
     * Creates a judge.
     *
     * @param work the change of the machine, by which every interval is widened
     * @param intervals the number of intervals that must hold together
     */
    Judge(Run base, Run candidate, FixedWork work, int intervals) {
        this.base = base;
        this.candidate = candidate;
        this.confidence = 1 - (1 - Stats.CONFIDENCE) / Math.max(1, intervals);
        this.work = work;
    }

    /** Judges two sides that must not be compared, or a side without a counterpart. */
    ComparedCell apart(Counterparts.Pair pair, CellSide before, CellSide after) {
        boolean both = pair.base() != null && pair.candidate() != null;
        String reasons = joined(pair.remark(), reasons(before, after));
        return new ComparedCell(
                pair.cell(),
                both ? CellStatus.NOT_COMPARABLE : status(before, after),
                Estimate.NONE,
                delta(pair.cell()),
                before,
                after,
                reasons);
    }

    /**
     * Judges two comparable sides.
     *
     * @param ratio new over base, or {@code null} if either has no score
     */
    ComparedCell judge(Cell cell, CellSide before, CellSide after, @Nullable LogRatio ratio) {
        String reasons = reasons(before, after);
        if (ratio == null) {
            return new ComparedCell(cell, status(before, after), Estimate.NONE, delta(cell), before, after, reasons);
        }
        Estimate estimate = work.widen(ratio.estimate(confidence));
        String undecided = undecided(ratio, before, after);
        CellStatus status = undecided.isEmpty() && ratio.testable()
                ? CellStatus.of(Verdict.of(estimate, delta(cell)))
                : CellStatus.INCONCLUSIVE;
        return new ComparedCell(cell, status, estimate, delta(cell), before, after, joined(undecided, reasons));
    }

    /** Returns the margin of a tie. In another suite, a parameter with the name of one of ours does not mark copies. */
    private double delta(Cell cell) {
        return cell.foreign()
                ? Resolution.LEAST
                : Math.max(Resolution.delta(base, cell.benchmark()), Resolution.delta(candidate, cell.benchmark()));
    }

    static CellStatus status(CellSide before, CellSide after) {
        if (before.absent() && after.absent() || before.failed() && after.failed()) {
            return CellStatus.NO_SCORE;
        } else if (before.absent()) {
            return CellStatus.ONLY_IN_NEW;
        } else if (after.absent()) {
            return CellStatus.ONLY_IN_BASE;
        }
        return after.failed() ? CellStatus.NEW_FAILURE : CellStatus.FIXED;
    }

    private static String undecided(LogRatio ratio, CellSide before, CellSide after) {
        if (!before.forked() || !after.forked()) {
            String where = before.forked() ? "new" : after.forked() ? "base" : "both";
            return "no verdict, since " + where
                    + " ran in JMH's own JVM (forks 0): earlier benchmarks there affect its score";
        } else if (before.costs().isEmpty() || after.costs().isEmpty()) {
            return "";
        } else if (ratio.forks() < Stats.FORKS_FOR_INTERVAL) {
            return "fewer than " + Stats.FORKS_FOR_INTERVAL + " forks (base " + before.forks() + ", new "
                    + after.forks() + ")";
        }
        if (!before.timed() || !after.timed()) {
            return "its unit is neither a time nor a rate, and the file does not say whether more is better";
        }
        return ratio.testable() ? "" : "a score is not a positive time or rate";
    }

    private static String reasons(CellSide before, CellSide after) {
        return reasons("base", before, "new", after);
    }

    /** Returns the reasons of both sides, each with the name of its side. */
    static String reasons(String one, CellSide before, String other, CellSide after) {
        return joined(reason(one, before), reason(other, after));
    }

    private static String joined(String one, String other) {
        return one + (one.isEmpty() || other.isEmpty() ? "" : "; ") + other;
    }

    private static String reason(String side, CellSide of) {
        if (of.measured()) {
            return of.reason().isEmpty() ? "" : side + ": " + of.reason();
        }
        if (of.outcome().equals("unsupported")) {
            // Its reason already begins with the outcome.
            return side + ": " + of.reason();
        }
        return of.absent() && of.reason().isEmpty() || of.outcome().equals("arrives")
                ? ""
                : side + ": " + of.outcome() + (of.reason().isEmpty() ? "" : ": " + of.reason());
    }
}
