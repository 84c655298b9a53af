package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.PairCheck;

/** A progress that prints nothing. */
class SilentProgress implements Progress {
    @Override
    public void probing(String codec, int n, int of) {}

    @Override
    public void tried(PairCheck check) {}

    @Override
    public void starting(Cell cell, int round, int n, int of, double secondsLeft) {}

    @Override
    public void finished(Fork fork, int n, int of, double secondsLeft) {}

    @Override
    public void goingOn(String why) {}
}
