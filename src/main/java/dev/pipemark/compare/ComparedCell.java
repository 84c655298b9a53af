package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.stats.Estimate;

/**
 * A cell in two runs, and what may be said of the two.
 *
 * @param ratio cost in the new run over cost in the base run, above 1 is slower; the interval, given from three forks
 *     of either on, is the one that the status rests on: simultaneous over all cells compared
 * @param delta differences up to this fraction do not matter, or cannot be told from noise
 * @param reason why it is inconclusive, or why scores or forks are missing; empty when all is well
 */
public record ComparedCell(
        Cell cell, CellStatus status, Estimate ratio, double delta, CellSide base, CellSide candidate, String reason) {
    /** The dearer over the cheaper, which is never below 1. */
    public Estimate times() {
        return ratio.value() < 1 ? ratio.reciprocal(1) : ratio;
    }
}
