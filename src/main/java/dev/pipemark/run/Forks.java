package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where forks come from. */
public interface Forks {
    /** Planned seconds of one fork. */
    double planned(Cell cell);

    /**
     * Runs a fork; however it ends, it is a fork with scores or with a reason.
     *
     * @return nothing when somebody interrupted it: a fork that was killed for that is not measured, and not failed
     */
    Optional<Fork> run(Cell cell, int round, int position);

    /**
     * Runs forks side by side: all are alive at the same time, and measure in turns.
     *
     * @param planned one fork each, of one round and table
     * @param position of the first of them
     * @param starting told which fork starts now
     * @return the forks in that order, each with scores or with a reason; nothing when somebody interrupted them
     */
    Optional<List<Fork>> sit(List<PlannedFork> planned, int position, Consumer<Cell> starting);

    /** Writes a line to the log. */
    void note(String line);
}
