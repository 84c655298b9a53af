package dev.pipemark.run;

import dev.pipemark.record.Run;
import dev.pipemark.record.RunInfo;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Receives the messages of a run, and writes its report. A {@link Session} itself must not print or draw. */
public interface Audience extends Progress {
    /** Called when the plan is on disk, before the first measurement. */
    void planned(RunInfo info);

    /**
     * Diverts the standard streams until the result is closed. JMH prints the output of forks there.
     */
    Diversion divert(PrintStream out, PrintStream err);

    /**
     * Writes the report of a run, which need not be complete.
     *
     * @throws IOException if a file cannot be written
     */
    void report(Run run, Path folder) throws IOException;

    /** Called if one request of the user could not be fulfilled, and the others were. */
    void warn(String line);

    /** A diversion of the standard streams. */
    interface Diversion extends AutoCloseable {
        @Override
        void close();
    }
}
