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
     * @param work what every interval is widened by
     * @param intervals how many of them have to hold together
     */
    Judge(Run base, Run candidate, FixedWork work, int intervals) {
        this.base = base;
        this.candidate = candidate;
        this.confidence = 1 - (1 - Stats.CONFIDENCE) / Math.max(1, intervals);
        this.work = work;
    }

    /**
     * @param ratio new over base; {@code null} when either has no score
     */
    ComparedCell judge(Cell cell, CellSide before, CellSide after, @Nullable LogRatio ratio) {
        double delta =
                Math.max(Resolution.delta(base, cell.benchmark()), Resolution.delta(candidate, cell.benchmark()));
        String reasons = reasons(before, after);
        if (ratio == null) {
            return new ComparedCell(cell, status(before, after), Estimate.NONE, delta, before, after, reasons);
        }
        Estimate estimate = work.widen(ratio.estimate(confidence));
        String undecided = undecided(ratio, before, after);
        CellStatus status = undecided.isEmpty() ? status(estimate, delta) : CellStatus.INCONCLUSIVE;
        String both = undecided + (undecided.isEmpty() || reasons.isEmpty() ? "" : "; ") + reasons;
        return new ComparedCell(cell, status, estimate, delta, before, after, both);
    }

    /** Differences within δ do not matter even where they are sure. */
    private static CellStatus status(Estimate ratio, double delta) {
        return switch (Verdict.of(ratio, delta)) {
            case TIED -> CellStatus.EQUIVALENT;
            case SLOWER -> CellStatus.REGRESSED;
            case FASTER -> CellStatus.IMPROVED;
            case INCONCLUSIVE -> CellStatus.INCONCLUSIVE;
        };
    }

    private static CellStatus status(CellSide before, CellSide after) {
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
        if (ratio.forks() < Stats.FORKS_FOR_INTERVAL) {
            return "fewer than " + Stats.FORKS_FOR_INTERVAL + " forks (base "
                    + before.costs().size() + ", new " + after.costs().size() + ")";
        }
        return ratio.testable() ? "" : "a score is not a positive time or rate";
    }

    private static String reasons(CellSide before, CellSide after) {
        String one = reason("base", before);
        String other = reason("new", after);
        return one + (one.isEmpty() || other.isEmpty() ? "" : "; ") + other;
    }

    private static String reason(String side, CellSide of) {
        if (of.measured()) {
            return of.reason().isEmpty() ? "" : side + ": " + of.reason();
        }
        if (of.outcome().equals("unsupported")) {
            // Its reason begins with how it fared.
            return side + ": " + of.reason();
        }
        return of.absent() && of.reason().isEmpty() || of.outcome().equals("arrives")
                ? ""
                : side + ": " + of.outcome() + (of.reason().isEmpty() ? "" : ": " + of.reason());
    }
}
