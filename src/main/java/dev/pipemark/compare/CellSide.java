package dev.pipemark.compare;

import dev.pipemark.record.Fork;
import dev.pipemark.record.Outcome;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Settling;
import dev.pipemark.stats.Stats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cell in one of two runs.
 *
 * @param outcome {@code measured}, {@code unsupported}, {@code failed}, {@code not reached} or {@code not planned}; of a
 *     pair that was tried and not timed, {@code arrives} or {@code unsupported}
 * @param reason why there is no score, or why some forks are missing or not to be trusted; empty when all is well
 * @param costs nanoseconds per operation of each finished fork; NaN for one whose unit is neither a time nor a rate
 */
public record CellSide(String outcome, String reason, List<Double> costs) {
    private static final CellSide ABSENT = new CellSide("not planned", "", List.of());

    public CellSide {
        costs = List.copyOf(costs);
    }

    static CellSide of(@Nullable Outcome outcome, List<Fork> forks) {
        if (outcome == null) {
            return ABSENT;
        } else if (outcome instanceof Outcome.Measured measured) {
            String missing = measured.failures().isEmpty()
                    ? ""
                    : measured.failures().size() + " of " + forks.size() + " forks failed: "
                            + String.join("; ", measured.failures());
            String doubt = Settling.of(forks).remark();
            return new CellSide(
                    "measured",
                    doubt + (doubt.isEmpty() || missing.isEmpty() ? "" : "; ") + missing,
                    forks.stream()
                            .filter(fork -> fork.failure() == null)
                            .map(Fork::cost)
                            .toList());
        } else if (outcome instanceof Outcome.Unsupported unsupported) {
            return new CellSide("unsupported", unsupported.reason(), List.of());
        } else if (outcome instanceof Outcome.Failed failed) {
            return new CellSide("failed", failed.reason(), List.of());
        }
        return new CellSide("not reached", ((Outcome.NotReached) outcome).reason(), List.of());
    }

    /** One that was tried on its own, without a cell. */
    static CellSide of(PairCheck check) {
        return check.exact()
                ? new CellSide("arrives", "", List.of())
                : new CellSide("unsupported", check.outcome().reason(), List.of());
    }

    public boolean measured() {
        return outcome.equals("measured");
    }

    /** Whether it was tried and has no score. */
    public boolean failed() {
        return outcome.equals("failed") || outcome.equals("unsupported");
    }

    /** Whether it was never tried. */
    public boolean absent() {
        return outcome.equals("not planned") || outcome.equals("not reached");
    }

    /** The geometric mean over forks in ns/op; NaN when there is none. */
    public double cost() {
        return Stats.estimate(costs).value();
    }
}
