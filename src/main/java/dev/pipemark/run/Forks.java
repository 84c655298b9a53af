package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs forks. */
public interface Forks {
    /** Returns the planned seconds of one fork. */
    double planned(Cell cell);

    /**
     * Runs a fork.
     *
     * @return the fork, with scores or with a reason; empty if the run was interrupted. A fork that was killed for this
     *     reason has neither finished nor failed
     */
    Optional<Fork> run(Cell cell, int round, int position);

    /**
     * Runs forks side by side. All are alive at the same time, and measure in turns.
     *
     * @param planned the forks of one round and table, or of one group of them
     * @param position the position of the first fork in the run
     * @param starting called with the cell of each fork before it starts
     * @return the forks in this order, each with scores or with a reason; empty if the run was interrupted
     */
    Optional<List<Fork>> sit(List<PlannedFork> planned, int position, Consumer<Cell> starting);

    /** Writes a line to the log. */
    void note(String line);
}
