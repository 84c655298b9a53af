package dev.pipemark.compare;

import dev.pipemark.record.PairSizes;

/** A pair whose encoded sizes are not exactly the same in both runs. Sizes carry no noise: any difference is one. */
public record SizeDifference(PairSizes base, PairSizes candidate) {
    /** Change of the mean size, as a fraction of the base's. */
    public double relative() {
        return candidate.mean() / base.mean() - 1;
    }
}
