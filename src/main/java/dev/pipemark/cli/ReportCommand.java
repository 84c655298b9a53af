package dev.pipemark.cli;

import dev.pipemark.plan.Benchmarks;
import dev.pipemark.result.Run;
import dev.pipemark.result.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes everything that is derived from a run's journal again. */
final class ReportCommand {
    private ReportCommand() {}

    static int execute(List<String> args, Terminal terminal) throws UsageException, IOException {
        if (args.isEmpty()) {
            throw new UsageException("'report' needs the folder of a run, such as results/latest");
        }
        for (String arg : args) {
            if (arg.startsWith("-")) {
                throw new UsageException("'report' takes folders of runs and nothing else, not '" + arg + "'");
            }
            Path folder = Path.of(arg);
            Run run = RunFolder.read(folder);
            RunRequest request = RunRequest.parse(run.info().commandLine());
            Outputs.write(run, folder, request, Benchmarks.onClassPath());
            terminal.out().println(folder.resolve("report.md"));
        }
        return ExitCode.FINE;
    }
}
