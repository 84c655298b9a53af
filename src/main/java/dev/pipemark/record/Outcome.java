package dev.pipemark.record;

import java.util.List;

/** What became of a planned cell. Every planned cell has exactly one and is a row in the report. */
public sealed interface Outcome {
    /**
     * At least one fork finished, and none got a value wrong.
     *
     * @param finished forks with scores
     * @param planned forks that were to be run
     * @param failures why the others have none, one line each
     */
    record Measured(int finished, int planned, List<String> failures) implements Outcome {}

    /**
     * The pair does not travel, found by trying it across processes.
     *
     * @param reason the library's own, or what arrived different
     * @param different whether it arrived, but as something else
     */
    record Unsupported(String reason, boolean different) implements Outcome {}

    /** No fork finished, or one of them got a value wrong. */
    record Failed(String reason) implements Outcome {}

    /** Interrupted, or over the budget, before the first fork. */
    record NotReached(String reason) implements Outcome {}
}
