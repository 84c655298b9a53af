package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.PairCheck;

/** Receives the progress of a run. */
public interface Progress {
    /**
     * Called before the pairs of a codec are tried.
     *
     * @param n the number of this codec, from 1
     * @param of the number of all codecs
     */
    void probing(String codec, int n, int of);

    /** Called after a pair was tried. */
    void tried(PairCheck check);

    /**
     * Called before a fork starts.
     *
     * @param n the number of this fork, from 1
     * @param of the number of all forks
     * @param secondsLeft the remaining seconds of the whole run
     */
    void starting(Cell cell, int round, int n, int of, double secondsLeft);

    /** Called after a fork ended. */
    void finished(Fork fork, int n, int of, double secondsLeft);

    /** Called before a further round after the planned ones, with its reason. */
    void goingOn(String why);
}
