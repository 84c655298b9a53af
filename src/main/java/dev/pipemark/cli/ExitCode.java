package dev.pipemark.cli;

/** The exit codes of the commands. */
final class ExitCode {
    static final int FINE = 0;
    /** The command line is wrong, or the results folder cannot be used. */
    static final int USAGE = 1;
    /** A cell failed. The report contains the others. */
    static final int FAILED_CELL = 2;
    /** A cell regressed or newly fails, and {@code --fail-on regression} was given. */
    static final int REGRESSION = 3;
    /** Ctrl-C or a signal ended the run. A partial report was written. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
