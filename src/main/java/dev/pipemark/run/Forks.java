package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import java.util.Optional;

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

    /** Writes a line to the log. */
    void note(String line);
}
