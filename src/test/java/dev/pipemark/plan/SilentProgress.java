package dev.pipemark.plan;

import dev.pipemark.result.Cell;
import dev.pipemark.result.Fork;
import dev.pipemark.result.PairCheck;

/** Tells nobody. */
class SilentProgress implements Progress {
    @Override
    public void probing(String codec, int n, int of) {}

    @Override
    public void tried(PairCheck check) {}

    @Override
    public void starting(Cell cell, int round, int n, int of, double secondsLeft) {}

    @Override
    public void finished(Fork fork, int n, int of, double secondsLeft) {}
}
