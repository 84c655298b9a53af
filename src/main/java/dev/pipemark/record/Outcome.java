package dev.pipemark.record;

import java.util.List;

/** The outcome of a planned cell. Every planned cell has exactly one, and is a row of the report. */
public sealed interface Outcome {
    /** Returns why there is no score, or why forks have none, in one line. Empty if nothing is wrong. */
    String reason();

    /**
     * At least one fork finished, and none got a value wrong.
     *
     * @param finished the number of forks with scores
     * @param planned the number of planned forks
     * @param failures the reasons why forks have no scores, one line each
     */
    record Measured(int finished, int planned, List<String> failures) implements Outcome {
        @Override
        public String reason() {
            return String.join("; ", failures);
        }
    }

    /**
     * The pair does not travel, as its trial between processes showed.
     *
     * @param reason the library's own reason, or the difference
     * @param different whether it arrived as something else
     */
    record Unsupported(String reason, boolean different) implements Outcome {}

    /** No fork finished, or a value arrived wrong in one of them. */
    record Failed(String reason) implements Outcome {}

    /** The run was interrupted or its budget was spent before the first fork of the cell. */
    record NotReached(String reason) implements Outcome {}
}
