package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Sittings;
import dev.pipemark.stats.RoundTable;

/**
 * A fork of a plan.
 *
 * @param group the number of its group, from 1, if its table is divided; {@link RoundTable.Sitting#WHOLE} if not
 */
public record PlannedFork(Cell cell, int round, int group) {
    /** Makes a fork of a table that is not divided, or not yet. */
    public PlannedFork(Cell cell, int round) {
        this(cell, round, RoundTable.Sitting.WHOLE);
    }

    /** Returns the name of the table, as {@link Sittings} has it. */
    String table() {
        return Sittings.table(cell);
    }

    /** Returns the name of the round of the table. */
    String tableAndRound() {
        return round + " " + table();
    }
}
