package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.stats.Estimate;

/**
 * A cell in two runs and its verdict.
 *
 * @param ratio the cost in the new run over the cost in the base run. Above 1 is slower. Its interval needs three forks
 *     in each run. The status is based on this interval, which holds simultaneously with those of all compared cells.
 * @param delta differences up to this fraction are irrelevant or within the noise
 * @param reason why the cell is inconclusive, or why scores or forks are missing. Empty if there is nothing to report.
 */
public record ComparedCell(
        Cell cell, CellStatus status, Estimate ratio, double delta, CellSide base, CellSide candidate, String reason) {
    /** Returns the higher cost divided by the lower one. It is never below 1. */
    public Estimate times() {
        return ratio.value() < 1 ? ratio.reciprocal(1) : ratio;
    }

    /** Returns the name of the side that costs more; empty if that is not known. */
    public String dearer(String before, String after) {
        return !ratio.known() || ratio.value() == 1 ? "" : ratio.value() > 1 ? after : before;
    }
}
