package dev.pipemark.compare;

import dev.pipemark.record.PairSizes;

/** A pair whose encoded sizes differ between two runs. Sizes have no noise, so each difference is a change. */
public record SizeDifference(PairSizes base, PairSizes candidate) {
    /** Returns the change of the mean size as a fraction of the base's. */
    public double relative() {
        return candidate.mean() / base.mean() - 1;
    }
}
