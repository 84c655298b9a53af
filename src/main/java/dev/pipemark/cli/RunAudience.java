package dev.pipemark.cli;

import dev.pipemark.record.Run;
import dev.pipemark.record.RunInfo;
import dev.pipemark.report.Reports;
import dev.pipemark.run.Audience;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Prints the events of a run to a terminal. */
final class RunAudience extends ProgressLines implements Audience {
    private final Terminal terminal;

    RunAudience(Terminal terminal) {
        super(terminal);
        this.terminal = terminal;
    }

    @Override
    public void planned(RunInfo info) {
        DryRun.summary(info, terminal);
    }

    @Override
    public Diversion divert(PrintStream out, PrintStream err) {
        PrintStream ownOut = System.out;
        PrintStream ownErr = System.err;
        System.setOut(out);
        System.setErr(err);
        return () -> {
            System.setOut(ownOut);
            System.setErr(ownErr);
        };
    }

    @Override
    public void report(Run run, Path folder) throws IOException {
        clear();
        Reports.write(run, folder);
    }

    @Override
    public void warn(String line) {
        terminal.err().println(line);
    }
}
