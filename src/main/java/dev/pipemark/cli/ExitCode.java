package dev.pipemark.cli;

/** What the process ends with. */
final class ExitCode {
    static final int FINE = 0;
    /** The command line, or the place for the results, will not do. */
    static final int USAGE = 1;
    /** Some cell failed; the others are in the report. */
    static final int FAILED_CELL = 2;
    /** Something is slower, or fails that did not, and {@code --fail-on regression} was given. */
    static final int REGRESSION = 3;
    /** Ended by Ctrl-C or a signal; a partial report was written. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
