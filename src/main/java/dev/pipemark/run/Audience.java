package dev.pipemark.run;

import dev.pipemark.record.Run;
import dev.pipemark.record.RunInfo;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Is told what a run does, and writes its report: what a {@link Session} must not print or draw itself. */
public interface Audience extends Progress {
    /** The plan is on disk, and nothing is measured yet. */
    void planned(RunInfo info);

    /**
     * Sends what others print to the standard streams elsewhere, until what is returned is closed: JMH prints there what
     * forks print.
     */
    Diversion divert(PrintStream out, PrintStream err);

    /**
     * Writes the report of what was measured, as far as the run came.
     *
     * @throws IOException when a file cannot be written
     */
    void report(Run run, Path folder) throws IOException;

    /** Something was not done that was asked for, and the rest was. */
    void warn(String line);

    /** Ends a diversion. */
    interface Diversion extends AutoCloseable {
        @Override
        void close();
    }
}
