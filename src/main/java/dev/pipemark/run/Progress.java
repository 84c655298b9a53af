package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.PairCheck;

/** Is told what a run does while it does it. */
public interface Progress {
    /** Pairs of this codec are about to be tried, the {@code n}th of {@code of} codecs. */
    void probing(String codec, int n, int of);

    /** A pair was tried. */
    void tried(PairCheck check);

    /** A fork is about to start, the {@code n}th of {@code of}, with that many seconds to go for the whole run. */
    void starting(Cell cell, int round, int n, int of, double secondsLeft);

    /** A fork ended. */
    void finished(Fork fork, int n, int of, double secondsLeft);

    /** The planned rounds are done, and another one follows: why. */
    void goingOn(String why);
}
